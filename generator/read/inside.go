package read

import (
	"bytes"
	"encoding/binary"
	"io/fs"
	"path"
	"strings"
	"time"

	"greffe/generator/council"
)

// maxInspected is how long a file may be that is looked into, in bytes. What is
// longer keeps its secrets, and no rule complains of it.
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
		if file.Size > maxInspected {
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

// inspectable are the kinds of files that rules ask about.
func inspectable(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".pdf", ".png", ".apng", ".gif", ".webp":
		return true
	}
	return false
}

func (r *Reader) look(name string) (facts council.Facts) {
	// A file that makes this code stumble is one of which nothing is known.
	defer func() {
		if recover() != nil {
			facts = council.Facts{}
		}
	}()
	text, err := fs.ReadFile(r.Folder, name)
	if err != nil {
		return facts
	}
	switch {
	case bytes.HasPrefix(text, []byte("%PDF-")):
		facts.PDF = lookIntoPDF(text)
	case bytes.HasPrefix(text, []byte("GIF8")):
		facts.Animated = countGIFImages(text) > 1
	case bytes.HasPrefix(text, []byte("\x89PNG\r\n\x1a\n")):
		facts.Animated = hasPNGChunk(text, "acTL")
	case bytes.HasPrefix(text, []byte("RIFF")) && len(text) > 20 && string(text[8:16]) == "WEBPVP8X":
		facts.Animated = text[20]&0x02 != 0 // the animation bit of the header's flags
	}
	return facts
}

// hasPNGChunk walks the chunks up to the image data.
func hasPNGChunk(text []byte, wanted string) bool {
	for at := 8; at+8 <= len(text); {
		size, kind := int(binary.BigEndian.Uint32(text[at:])), string(text[at+4:at+8])
		if kind == wanted {
			return true
		}
		if kind == "IDAT" || size < 0 || size > len(text) {
			return false
		}
		at += 12 + size
	}
	return false
}

// countGIFImages counts the images of a GIF, two at most.
func countGIFImages(text []byte) int {
	if len(text) < 13 {
		return 0
	}
	palette := func(flags byte) int {
		if flags&0x80 == 0 {
			return 0
		}
		return 3 << (flags&7 + 1)
	}
	blocks := func(at int) int { // past the sub-blocks and the empty one that ends them
		for at < len(text) && text[at] != 0 {
			at += int(text[at]) + 1
		}
		return at + 1
	}
	images := 0
	for at := 13 + palette(text[10]); at < len(text) && images < 2; {
		switch text[at] {
		case '!':
			at = blocks(at + 2)
		case ',':
			images++
			if at+10 > len(text) {
				return images
			}
			at = blocks(at + 11 + palette(text[at+9]))
		default:
			return images
		}
	}
	return images
}
