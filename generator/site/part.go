package site

import (
	"strings"
	"sync"
)

// A Part of the site is a list of files that is made when somebody asks for the
// whole of it. One that can find a single file without the list says how: a
// preview of a hundred thousand documents asks for one page.
type Part struct {
	Files  func() []File
	find   func(path string) (File, bool) // without the list; nil if there is no way
	folder string                         // in which all its files lie; "" is the site
	places func() map[string]int          // of the files in the list, by path
}

// List is the part whose files list returns. It is called once, when it must.
func List(list func() []File) Part { return Within("", list) }

// Within is the part whose files, which list returns, all lie in a folder: it
// need not be listed for whoever looks for a file elsewhere.
func Within(folder string, list func() []File) Part {
	part := Part{Files: sync.OnceValue(list), folder: folder}
	part.places = sync.OnceValue(func() map[string]int {
		places := make(map[string]int)
		for i, file := range part.Files() {
			places[file.Path] = i
		}
		return places
	})
	return part
}

// Finding is the part whose files list returns, and find finds alone.
func Finding(list func() []File, find func(path string) (File, bool)) Part {
	part := List(list)
	part.find = find
	return part
}

// listed looks a file up in the part's list.
func (p *Part) listed(path string) (File, bool) {
	if !strings.HasPrefix(path, p.folder) {
		return File{}, false
	}
	if i, ok := p.places()[path]; ok {
		return p.Files()[i], true
	}
	return File{}, false
}
