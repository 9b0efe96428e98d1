package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"sync"

	"greffe/generator/council"
	"greffe/generator/weights"
)

// Sums say how long each file of the site is and what its SHA-256 is, for the
// files that describe others: a catalogue, a data package, a list of sums. A
// file is made to be measured when somebody first asks, and once for all who
// ask: they may not ask for one another.
//
// Like all that is made once, they live as long as the council that the files
// were listed for.
type Sums struct {
	find   func(path string) (File, bool)
	mutex  sync.Mutex
	byPath map[string]*measured
}

// A Sum is the size of a file and the SHA-256 of its bytes, in hexadecimal.
type Sum struct {
	Size   int64
	SHA256 string
}

type measured struct {
	file  File
	once  sync.Once
	sum   Sum
	reads council.Reads
	err   error
}

// NewSums measures the files that find finds; [Sums.Add] tells it of more.
func NewSums(find func(path string) (File, bool)) *Sums {
	return &Sums{find: find, byPath: make(map[string]*measured)}
}

// Add tells of files that may be asked for.
func (s *Sums) Add(files []File) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, file := range files {
		if s.byPath[file.Path] == nil {
			s.byPath[file.Path] = &measured{file: file}
		}
	}
}

// Of measures the file at a path. What the file was made from is noted in the
// council, as if whoever asks had read it.
func (s *Sums) Of(c *council.Council, path string) (Sum, error) {
	s.mutex.Lock()
	m := s.byPath[path]
	s.mutex.Unlock()
	if m == nil {
		if file, ok := s.find(path); ok {
			s.Add([]File{file})
			s.mutex.Lock()
			m = s.byPath[path]
			s.mutex.Unlock()
		}
	}
	if m == nil {
		return Sum{}, fmt.Errorf("measuring %s: the site has no such file", path)
	}
	m.once.Do(func() { m.err = m.measure(io.Discard, c) })
	if m.err != nil {
		return Sum{}, fmt.Errorf("measuring %s: %w", path, m.err)
	}
	c.Note(&m.reads)
	return m.sum, nil
}

// Make makes a file, and measures it on the way if nobody has: whoever asks
// later need not make it again.
func (s *Sums) Make(w io.Writer, c *council.Council, file File) error {
	s.Add([]File{file})
	s.mutex.Lock()
	m := s.byPath[file.Path]
	s.mutex.Unlock()
	made := false
	m.once.Do(func() {
		made = true
		m.err = m.measure(w, c)
	})
	if made {
		c.Note(&m.reads)
		return m.err
	}
	return file.Make(w, c)
}

func (m *measured) measure(w io.Writer, c *council.Council) error {
	digest, size := sha256.New(), new(counter)
	if err := m.file.Make(io.MultiWriter(w, digest, size), c.Recording(&m.reads)); err != nil {
		return err
	}
	m.sum = Sum{int64(*size), hex.EncodeToString(digest.Sum(nil))}
	return nil
}

// A counter counts the bytes that are written to it.
type counter int64

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// Weigh makes the file at a path and tells how many bytes a host sends for it.
func (s *Sums) Weigh(c *council.Council, path string) (int, error) {
	file, ok := s.find(path)
	if !ok {
		return 0, fmt.Errorf("weighing %s: the site has no such file", path)
	}
	weight, err := weights.Of(func(w io.Writer) error { return file.Make(w, c) })
	if err != nil {
		return 0, fmt.Errorf("weighing %s: %w", path, err)
	}
	return weight, nil
}
