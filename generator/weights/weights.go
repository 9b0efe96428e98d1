// Package weights says how many bytes a reader's line carries for the pages of a
// site: what hosts send, which is compressed. A kilobyte is 1,000 bytes.
package weights

import (
	"cmp"
	"compress/gzip"
	"io"
	"slices"
	"sync"
)

// The most that one file may weigh. A page of that size comes in the first round
// trip of a new connection (RFC 6928), on whatever line; the others come once
// for all pages.
const (
	Page   = 14_000
	Style  = 8_000
	Script = 15_000
)

// Of weighs what is written, compressed as a host does in passing. Writing to it
// never fails: an error is that of write.
func Of(write func(io.Writer) error) (int, error) {
	zip := zips.Get().(*gzip.Writer)
	defer zips.Put(zip)
	var weight counter
	zip.Reset(&weight)
	if err := write(zip); err != nil {
		return 0, err
	}
	_ = zip.Close() // a counter takes everything
	return int(weight), nil
}

// zips are kept: each takes a megabyte.
var zips = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// A File of the site, with what it weighs and the most that it may.
type File struct {
	Path          string
	Weight, Limit int
}

// Scales weigh the files of a site while it is made.
type Scales struct {
	limits  map[string]int // by path, of the files to weigh
	mutex   sync.Mutex
	weighed []File
}

// New makes scales for the files that have a limit.
func New(limits map[string]int) *Scales {
	return &Scales{limits: limits}
}

// A Source makes the files of a site.
type Source interface {
	Paths() []string
	Make(w io.Writer, path string) error
}

// Source is the same site, whose files are weighed as they are made.
func (s *Scales) Source(of Source) Source { return weighing{of, s} }

type weighing struct {
	Source
	scales *Scales
}

func (w weighing) Make(to io.Writer, path string) error {
	s := w.scales
	limit, wanted := s.limits[path]
	if !wanted {
		return w.Source.Make(to, path)
	}
	weight, err := Of(func(meter io.Writer) error { return w.Source.Make(io.MultiWriter(to, meter), path) })
	if err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.weighed = append(s.weighed, File{path, weight, limit})
	return nil
}

// Files are those that were weighed, the heaviest of what its limit allows
// first.
func (s *Scales) Files() []File {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	return slices.SortedFunc(slices.Values(s.weighed), func(a, b File) int {
		return cmp.Or(cmp.Compare(b.Weight*a.Limit, a.Weight*b.Limit), cmp.Compare(a.Path, b.Path))
	})
}
