package weights_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"

	"greffe/generator/weights"
)

type texts map[string]string

func (t texts) Paths() []string { return nil }

func (t texts) Make(w io.Writer, path string) error {
	_, err := io.WriteString(w, t[path])
	return err
}

func TestFilesAreWeighedAsTheyAreMade(t *testing.T) {
	site := texts{"a.html": strings.Repeat("avis ", 1000), "b.html": "un avis", "c.css": "p{}", "d.pdf": "not weighed"}
	scales := weights.New(map[string]int{"a.html": 1000, "b.html": 1000, "c.css": 10, "never-made.html": 10})
	source := scales.Source(site)
	for path := range site {
		var made bytes.Buffer
		if err := source.Make(&made, path); err != nil || made.String() != site[path] {
			t.Errorf("%s is made as %q, %v", path, made.String(), err)
		}
	}
	var got []weights.File
	for _, path := range []string{"c.css", "a.html", "b.html"} { // by the share of what is allowed
		var compressed bytes.Buffer
		w := gzip.NewWriter(&compressed)
		_, _ = io.WriteString(w, site[path])
		_ = w.Close()
		limit := 1000
		if path == "c.css" {
			limit = 10
		}
		got = append(got, weights.File{Path: path, Weight: compressed.Len(), Limit: limit})
	}
	if files := scales.Files(); !slices.Equal(files, got) {
		t.Errorf("weighed %v, want %v", files, got)
	}
}

// What was weighed before, or stopped half-way, is not weighed again.
func TestWeighingBeginsAnew(t *testing.T) {
	weigh := func(failure error) (int, error) {
		return weights.Of(func(w io.Writer) error {
			_, _ = io.WriteString(w, strings.Repeat("procès-verbal", 50))
			return failure
		})
	}
	first, err := weigh(nil)
	if err != nil || first == 0 {
		t.Errorf("%d, %v", first, err)
	}
	if _, err := weigh(io.ErrUnexpectedEOF); err != io.ErrUnexpectedEOF {
		t.Errorf("the failure became %v", err)
	}
	if second, _ := weigh(nil); second != first {
		t.Errorf("the same text weighs %d, then %d", first, second)
	}
}
