// Package site is what a council becomes: a list of files, each of which says
// where it lies, what it is and how it is made.
//
// Nothing is made until somebody asks. Writing a site to disk makes every file;
// a preview server makes the one that the browser wants; both run the same
// code, so the preview is the site.
//
// A file captures ids, never documents: it asks the council it is given when it
// is made. So the same list serves a council that has changed meanwhile, and
// the council can note what each file was made from ([council.Reads]).
//
// [Addresses] says at which address everything lies; [Brief] is what each
// publisher is told.
package site

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"greffe/generator/council"
)

// A File of the site.
type File struct {
	Path      string // slash-separated, under the site's root: "avis/2024-01/index.html"
	MediaType string // with its charset if it is text
	From      string // the content file that it stands for, "" if it stands for several
	Measures  bool   // it says how large others are, and is made after them
	Lasting   bool   // its path bears a hash of all that it is made from: what lies there already is what would be made
	Verbatim  bool   // somebody else wrote it: it is published byte for byte, and not inspected
	Make      func(w io.Writer, c *council.Council) error
}

// A Site is a list of files, in parts, and the council from which they are
// made.
type Site struct {
	council *council.Council
	parts   []Part
	listed  func() *listing
	known   atomic.Pointer[listing] // what listed returned, once it has
	sums    *Sums
}

// A listing is the whole site's, made when somebody asks for it.
type listing struct {
	files   []File
	byPath  map[string]int
	clashes []Clash
}

// A Clash is two files that want one place.
type Clash struct{ First, Second File }

// New makes a site of parts. What they list is asked when somebody wants to
// know all of it.
func New(c *council.Council, parts ...Part) *Site {
	s := &Site{council: c, parts: parts}
	s.listed = sync.OnceValue(func() *listing {
		all := list(parts)
		s.known.Store(all)
		return all
	})
	return s
}

// list sorts the files by path. Names that differ only in case clash too: some
// disks cannot tell them apart.
func list(parts []Part) *listing {
	l := new(listing)
	for _, part := range parts {
		l.files = append(l.files, part.Files()...)
	}
	slices.SortStableFunc(l.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	l.byPath = make(map[string]int, len(l.files))
	folded := make(map[string]int, len(l.files))
	for i, file := range l.files {
		key := strings.ToLower(file.Path)
		if first, taken := folded[key]; taken {
			l.clashes = append(l.clashes, Clash{l.files[first], file})
			continue
		}
		folded[key] = i
		l.byPath[file.Path] = i
	}
	return l
}

// Council is what the site is made from.
func (s *Site) Council() *council.Council { return s.council }

// Clashes are the files that want a place which another has.
func (s *Site) Clashes() []Clash { return s.listed().clashes }

// Files lists them by path.
func (s *Site) Files() []File { return s.listed().files }

// Paths lists the files' paths: first the data, of which the largest takes
// longest, then what is neither measured nor measures, then what measures.
func (s *Site) Paths() []string {
	var data, others, measuring []string
	for _, file := range s.Files() {
		switch {
		case file.Measures:
			measuring = append(measuring, file.Path)
		case isData(file.Path):
			data = append(data, file.Path)
		default:
			others = append(others, file.Path)
		}
	}
	return slices.Concat(data, others, measuring)
}

func isData(path string) bool { return strings.HasPrefix(path, "data/") }

// Measured lets sums measure the data while it is made.
func (s *Site) Measured(sums *Sums) { s.sums = sums }

// Find returns the file at a path. As long as nobody wants the whole list, no
// more of it is made than must be: a part that finds the file alone is asked
// first, then each list in which it may be.
func (s *Site) Find(path string) (File, bool) {
	if all := s.known.Load(); all != nil {
		return all.at(path)
	}
	for _, part := range s.parts {
		if part.find != nil {
			if file, ok := part.find(path); ok {
				return file, true
			}
		}
	}
	for i := range s.parts {
		if file, ok := s.parts[i].listed(path); ok {
			return file, true
		}
	}
	return File{}, false
}

func (l *listing) at(path string) (File, bool) {
	i, ok := l.byPath[path]
	if !ok {
		return File{}, false
	}
	return l.files[i], true
}

// Make writes the file at a path. It may be called from several goroutines.
func (s *Site) Make(w io.Writer, path string) error { return s.make(w, path, s.council) }

// MakeNoting writes the file at a path and returns what it was made from.
func (s *Site) MakeNoting(w io.Writer, path string) (*council.Reads, error) {
	reads := new(council.Reads)
	return reads, s.make(w, path, s.council.Recording(reads))
}

func (s *Site) make(w io.Writer, path string, c *council.Council) error {
	file, ok := s.Find(path)
	if !ok {
		return fmt.Errorf("the site has no file %s", path)
	}
	if s.sums != nil && isData(path) {
		return s.sums.Make(w, c, file)
	}
	return file.Make(w, c)
}

// Lasts tells whether a file that lies at a path of a site written before is
// what would be made there again, by its name alone.
func (s *Site) Lasts(path string) bool {
	i, ok := s.listed().byPath[path]
	return ok && s.listed().files[i].Lasting
}
