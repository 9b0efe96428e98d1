// Package precompress lays beside each text of a site the same text compressed,
// for web servers that send such files as they lie (Apache's MultiViews, nginx's
// gzip_static and brotli_static, Caddy's precompressed): compressed once and
// well, and not at each request.
package precompress

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"sync"

	"github.com/andybalholm/brotli"
)

// A Source is a site: its paths, and how to make each.
type Source interface {
	Paths() []string
	Make(w io.Writer, path string) error
}

// texts are the endings of files that compressing makes smaller. Pictures, XLSX
// and Parquet are compressed as they are.
var texts = map[string]bool{
	".html": true, ".css": true, ".js": true, ".svg": true, ".json": true, ".geojson": true, ".jsonld": true, ".csv": true,
	".xml": true, ".rdf": true, ".ttl": true, ".ics": true, ".txt": true,
}

// brotliLevel is two under the best, which takes eighteen times as long to win a
// tenth.
const brotliLevel = 9

// forms are what a text is compressed to, by the ending added to its name.
var forms = map[string]func(io.Writer) io.WriteCloser{
	".br": func(w io.Writer) io.WriteCloser { return brotli.NewWriterLevel(w, brotliLevel) },
	".gz": func(w io.Writer) io.WriteCloser {
		compressor, _ := gzip.NewWriterLevel(w, gzip.BestCompression) // no time, no name: the same bytes
		return compressor
	},
}

// Both is a site with its texts compressed beside them, but where the site has a
// file of that name already.
func Both(of Source) Source {
	s := &source{Source: of, made: make(map[string]*text)}
	there := make(map[string]bool)
	for _, name := range of.Paths() {
		there[name] = true
	}
	for _, name := range of.Paths() {
		s.paths = append(s.paths, name)
		if !texts[path.Ext(name)] {
			continue
		}
		shared := &text{name: name, left: 1}
		s.made[name] = shared
		for ending := range forms {
			if there[name+ending] {
				continue
			}
			shared.left++
			s.paths = append(s.paths, name+ending)
			s.made[name+ending] = shared
		}
	}
	return s
}

type source struct {
	Source
	paths []string
	made  map[string]*text // read only
}

// A text is made once, for itself and its compressed forms; it is let go when
// all have been written.
type text struct {
	name  string
	mutex sync.Mutex
	ready bool
	bytes []byte
	left  int
}

func (s *source) Paths() []string { return s.paths }

func (s *source) Make(w io.Writer, name string) error {
	shared := s.made[name]
	if shared == nil {
		return s.Source.Make(w, name)
	}
	plain, err := shared.take(s.Source)
	if err != nil {
		return err
	}
	form := forms[path.Ext(name)]
	if form == nil || name == shared.name {
		_, err = w.Write(plain)
		return err
	}
	compressor := form(w)
	if _, err := compressor.Write(plain); err != nil {
		return err
	}
	return compressor.Close()
}

func (t *text) take(of Source) ([]byte, error) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	if !t.ready {
		var made bytes.Buffer
		if err := of.Make(&made, t.name); err != nil {
			return nil, err
		}
		t.bytes, t.ready = made.Bytes(), true
	}
	plain := t.bytes
	if t.left--; t.left <= 0 {
		t.bytes, t.ready = nil, false
	}
	return plain, nil
}
