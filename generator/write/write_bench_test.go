package write

import (
	"context"
	"fmt"
	"io"
	"os"
	"testing"
)

// A large site: 10,000 files, 158 MB, in folders as deep as greffe's.
type large struct {
	paths  []string
	body   []byte
	edited int // the first so many files bear another text
}

func newLarge() *large {
	l := &large{body: make([]byte, 15_800)}
	for i := range 10_000 {
		l.paths = append(l.paths, fmt.Sprintf("seances/%d/%05d/index.html", i%20, i))
	}
	return l
}

func (l *large) Paths() []string { return l.paths }

func (l *large) Make(w io.Writer, path string) error {
	head := path
	for _, edited := range l.paths[:l.edited] {
		if edited == path {
			head = "edited"
		}
	}
	if _, err := io.WriteString(w, head); err != nil {
		return err
	}
	_, err := w.Write(l.body)
	return err
}

func BenchmarkTree(b *testing.B) {
	dir, site := quick(b), newLarge()
	b.SetBytes(int64(len(site.paths) * len(site.body)))
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			os.RemoveAll(dir)
			b.StartTimer()
			tree(b, dir, site, Options{})
		}
	})
	b.Run("unchanged", func(b *testing.B) {
		for b.Loop() {
			tree(b, dir, site, Options{})
		}
	})
	b.Run("one", func(b *testing.B) {
		for b.Loop() {
			site.edited = 1 - site.edited
			tree(b, dir, site, Options{})
		}
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			site.body[0]++
			tree(b, dir, site, Options{})
		}
	})
}

func BenchmarkUpdate(b *testing.B) {
	dir, site := quick(b), newLarge()
	tree(b, dir, site, Options{})
	keep := func(path string) bool { return path != site.paths[0] }
	for _, o := range []Options{{}, {Keep: keep}} {
		b.Run(fmt.Sprintf("one,keep=%t", o.Keep != nil), func(b *testing.B) {
			for b.Loop() {
				site.edited = 1 - site.edited
				if _, err := Update(context.Background(), dir, site, o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
