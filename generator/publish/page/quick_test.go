package page

import (
	"io"
	"os"
	"testing"

	"greffe/generator/site"
)

// Whoever writes a layout with what package render does not compile makes all
// pages of that layout some times slower, and should know it.
func TestNoLayoutIsLeftToHTMLTemplate(t *testing.T) {
	publisher, err := newPublisher(briefOf(t, os.DirFS("../../../content"), "2026-11-20"))
	if err != nil {
		t.Fatal(err)
	}
	var parts []site.Part
	for _, family := range families {
		parts = append(parts, family(publisher))
	}
	pages := site.New(publisher.Council, parts...)
	for _, path := range pages.Paths() {
		if file, ok := pages.Find(path); !ok {
			t.Errorf("%s is listed and not found", path)
		} else if err := file.Make(io.Discard, publisher.Council); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	for name := range publisher.layouts {
		if layout, err := publisher.layouts.get(name); err != nil {
			t.Error(err)
		} else if left := layout.Left(); left > 0 {
			t.Errorf("layouts/%s.html: %d executions were left to html/template", name, left)
		}
	}
}
