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

	"greffe/generator/council"
)

// A File of the site.
type File struct {
	Path      string // slash-separated, under the site's root: "avis/2024-01/index.html"
	MediaType string // with its charset if it is text
	From      string // the content file that it stands for, "" if it stands for several
	Make      func(w io.Writer, c *council.Council) error
}

// A Site is a list of files and the council from which they are made.
type Site struct {
	council *council.Council
	files   []File
	byPath  map[string]int
}

// A Clash is two files that want one place.
type Clash struct{ First, Second File }

func (c Clash) Error() string {
	return fmt.Sprintf("%s: both %s and %s want this place", c.First.Path, c.First.From, c.Second.From)
}

// New makes a site of files, sorted by path. Names that differ only in case
// clash too: some disks cannot tell them apart.
func New(c *council.Council, files []File) (*Site, []Clash) {
	s := &Site{council: c, files: slices.Clone(files), byPath: make(map[string]int, len(files))}
	slices.SortStableFunc(s.files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	var clashes []Clash
	folded := make(map[string]int, len(files))
	for i, file := range s.files {
		key := strings.ToLower(file.Path)
		if first, taken := folded[key]; taken {
			clashes = append(clashes, Clash{s.files[first], file})
			continue
		}
		folded[key] = i
		s.byPath[file.Path] = i
	}
	return s, clashes
}

// Council is what the site is made from.
func (s *Site) Council() *council.Council { return s.council }

// Files lists them by path.
func (s *Site) Files() []File { return s.files }

// Paths lists the files' paths, sorted.
func (s *Site) Paths() []string {
	paths := make([]string, len(s.files))
	for i, file := range s.files {
		paths[i] = file.Path
	}
	return paths
}

// Find returns the file at a path.
func (s *Site) Find(path string) (File, bool) {
	i, ok := s.byPath[path]
	if !ok {
		return File{}, false
	}
	return s.files[i], true
}

// Make writes the file at a path. It may be called from several goroutines.
func (s *Site) Make(w io.Writer, path string) error {
	_, err := s.MakeNoting(w, path)
	return err
}

// MakeNoting writes the file at a path and returns what it was made from.
func (s *Site) MakeNoting(w io.Writer, path string) (*council.Reads, error) {
	file, ok := s.Find(path)
	if !ok {
		return nil, fmt.Errorf("the site has no file %s", path)
	}
	reads := new(council.Reads)
	if err := file.Make(w, s.council.Recording(reads)); err != nil {
		return reads, fmt.Errorf("making %s: %w", path, err)
	}
	return reads, nil
}
