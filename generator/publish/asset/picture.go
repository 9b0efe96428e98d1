package asset

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
	"greffe/generator/site"
)

// pictures are the files of a picture that a document shows, one for each
// width.
func pictures(b *site.Brief, document council.Documented, n named, file council.File) []site.File {
	return cuts(b, b.Addresses.Picture(document, n.file, file, n.use), file, n.at)
}

// logo is the council's, which lies at the site's root.
func logo(b *site.Brief) []site.File {
	settings := b.Council.Settings
	file, _ := b.Council.SettingsFile(settings.Appearance.Logo)
	line, column := settings.At("appearance.logo")
	return cuts(b, b.Addresses.Logo(b.Council), file, diagnostic.Position{File: "council.yaml", Line: line, Column: column})
}

func cuts(b *site.Brief, shown *site.Picture, file council.File, at diagnostic.Position) []site.File {
	if shown == nil {
		return nil
	}
	var widths []int
	for _, cut := range shown.Cuts {
		widths = append(widths, cut.Width)
	}
	var files []site.File
	for i, cut := range shown.Cuts {
		place := b.Addresses.Path(cut.Address)
		files = append(files, site.File{
			Path: place, MediaType: MediaType(place), From: file.Name, Lasting: true,
			Make: func(w io.Writer, _ *council.Council) error {
				made, err := bench(b).resized(b.Content, file, widths)
				if err != nil {
					return fmt.Errorf("%s:%d:%d: the picture %s: %w", at.File, at.Line, at.Column, file.Name, err)
				}
				_, err = w.Write(made[i])
				return err
			},
		})
	}
	return files
}

// A workbench makes the widths of a picture together, since decoding it is what
// takes time, and hands them out one by one. It keeps the last few: the widths
// of one picture are asked for one after another.
type workbench struct {
	mutex sync.Mutex
	last  []*work // the latest at the end
}

type work struct {
	key  string
	made func() ([][]byte, error)
}

const mostWork = 8

// bench is kept as long as the content is: a preview asks again and again.
func bench(b *site.Brief) *workbench {
	made, _ := site.Keep(b.Kept, "pictures", func() (*workbench, error) { return new(workbench), nil })
	return made
}

func (w *workbench) resized(content fs.FS, file council.File, widths []int) ([][]byte, error) {
	facts := *file.Facts().Picture
	key := fmt.Sprint(file.Name, facts.Sum, widths)
	w.mutex.Lock()
	i := slices.IndexFunc(w.last, func(w *work) bool { return w.key == key })
	if i < 0 {
		w.last = append(w.last, &work{key, sync.OnceValues(func() ([][]byte, error) {
			text, err := fs.ReadFile(content, file.Name)
			if err != nil {
				return nil, err
			}
			return picture.Resize(text, facts, widths)
		})})
		if len(w.last) > mostWork {
			w.last = slices.Delete(w.last, 0, 1)
		}
		i = len(w.last) - 1
	}
	chosen := w.last[i]
	w.mutex.Unlock()
	return chosen.made()
}
