package read

import (
	"bytes"
	"io/fs"
	"path"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/picture"
)

// maxInspected is how long a file that is no picture may be to be looked into, in
// bytes. What is longer keeps its secrets, and no rule complains of it.
const maxInspected = 5 << 20

// inspected is what was made of a file's bytes, until its size or its time
// change.
type inspected struct {
	size     int64
	modified time.Time
	inside   *council.Inside
}

// inspect gives the files that rules may ask about a way to be looked into, on
// demand: a build reads the bytes of those alone that a document names.
func (r *Reader) inspect(folder *folder) {
	known := make(map[string]inspected, len(folder.inspected))
	for name, times := range folder.inspected {
		file := folder.files[name]
		if tooLarge, ok := tooLarge(file); ok {
			file.Inside = council.NewInside(func() council.Facts { return tooLarge })
			folder.files[name] = file
			continue
		}
		last, ok := r.inspected[name]
		if !ok || last.size != file.Size || !last.modified.Equal(times) {
			last = inspected{file.Size, times, council.NewInside(func() council.Facts { return r.look(name) })}
		}
		known[name] = last
		file.Inside = last.inside
		folder.files[name] = file
	}
	r.inspected = known
}

// tooLarge is all that is known of a file too long to be looked into.
func tooLarge(file council.File) (council.Facts, bool) {
	if picture.Is(file.Name) {
		facts, is := picture.TooHeavy(file.Size)
		return council.Facts{Picture: &facts}, is
	}
	return council.Facts{}, file.Size > maxInspected
}

// inspectable are the kinds of files that rules ask about.
func inspectable(name string) bool {
	if picture.Is(name) {
		return true
	}
	ending := strings.ToLower(path.Ext(name))
	return ending == ".pdf" || ending == ".txt"
}

func (r *Reader) look(name string) (facts council.Facts) {
	// A file that makes this code stumble is one of which nothing is known; a
	// picture, then, is not published.
	defer func() {
		if recover() != nil {
			facts = council.Facts{}
			if picture.Is(name) {
				facts.Picture = &picture.Facts{Flaw: picture.Unreadable}
			}
		}
	}()
	text, err := fs.ReadFile(r.Folder, name)
	if picture.Is(name) {
		seen := picture.Facts{Flaw: picture.Unreadable}
		if err == nil {
			seen = picture.Look(name, text)
		}
		return council.Facts{Picture: &seen}
	}
	if err == nil && bytes.HasPrefix(text, []byte("%PDF-")) {
		facts.PDF = lookIntoPDF(text)
	}
	opening, rest := cutLine(bytes.TrimPrefix(text, []byte("\ufeff")))
	facts.Document = rest != nil && bytes.Equal(opening, dashes) // no transcript begins so
	return facts
}
