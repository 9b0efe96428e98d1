package site

import "sync"

// A Part of the site is a list of files that is made when somebody asks for the
// whole of it. One that can find a single file without the list says how: a
// preview of a hundred thousand documents asks for one page.
type Part struct {
	Files func() []File
	find  func(path string) (File, bool)
}

// List is the part whose files list returns. It is called once, when it must.
func List(list func() []File) Part { return Part{Files: sync.OnceValue(list)} }

// Finding is the part whose files list returns, and find finds alone.
func Finding(list func() []File, find func(path string) (File, bool)) Part {
	return Part{Files: sync.OnceValue(list), find: find}
}
