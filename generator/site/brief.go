package site

import (
	"io/fs"
	"sync"

	"greffe/generator/council"
	"greffe/generator/former"
	"greffe/generator/words"
)

// A Brief is what every publisher is told: the public council, the words and
// the addresses of its language, and the folders that files are made from.
type Brief struct {
	Council   *council.Council
	Words     *words.Catalogue
	Languages []*words.Catalogue // all that greffe speaks, that of Words first: for what describes the data
	Addresses *Addresses
	Editions  []Edition // in other languages, where something was translated
	Layouts   fs.FS
	Static    fs.FS
	Content   fs.FS
	Assets    map[string]string   // the path of each of the static files, by its name there
	Kept      *Kept               // what outlives the council, see there
	Sums      *Sums               // of the site's files, once they are all listed
	Previous  *former.Publication // the data that was published before, if it is given
	Tables    []Table             // of the open data
	Apache    bool                // the web server reads .htaccess, not _headers and _redirects
}

// Kept is what publishers make of layouts, words and static files alone, and
// which therefore serves one council after another while those stay the same:
// parsed layouts.
type Kept struct{ values sync.Map }

// Keep returns what was kept under a name, or makes it.
func Keep[T any](k *Kept, name string, make func() (T, error)) (T, error) {
	if k == nil {
		return make()
	}
	once, _ := k.values.LoadOrStore(name, sync.OnceValues(func() (any, error) { return make() }))
	value, err := once.(func() (any, error))()
	made, _ := value.(T)
	return made, err
}
