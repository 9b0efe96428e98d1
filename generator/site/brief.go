package site

import (
	"io/fs"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A Brief is what every publisher is told: the public council, the words and
// the addresses of its language, and the folders that files are made from.
type Brief struct {
	Council   *council.Council
	Words     *words.Catalogue
	Addresses *Addresses
	Layouts   fs.FS
	Static    fs.FS
	Content   fs.FS
	Assets    map[string]string // the path of each of the static files, by its name there
}
