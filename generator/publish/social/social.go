// Package social publishes the images that other sites show beside a link to a
// page. They are drawn here, with fonts that greffe bears: nothing is asked of
// anybody, and the same words and colours give the same bytes.
package social

import (
	"io"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Posters are the images of the site and of its sections.
func Posters(b *site.Brief) []site.File {
	var files []site.File
	for _, poster := range b.Posters() {
		files = append(files, site.File{
			Path: b.Addresses.Path(poster.Address(b.Addresses)), MediaType: "image/png", Lasting: true,
			Make: func(w io.Writer, _ *council.Council) error { return draw(w, poster) },
		})
	}
	return files
}
