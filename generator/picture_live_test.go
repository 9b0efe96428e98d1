package generator_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"
)

// A picture is no document: that it changed, came or went is seen by the pages
// that show it, and by no other file than a clean build would change.
func TestAChangedPictureMakesTheSiteOfACleanBuild(t *testing.T) {
	content := newFolder(t, "../cmd/greffe/testdata/small", 1)
	draw := func(width, height int) string {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	document := "---\ntitle: Opinion\nkind: opinion\nstatus: adopted\nadopted_on: 2024-02-10\nreferral: { origin: self }\nplain_summary: It says so.\nimage: { file: a.png, alt: A map of the town }\nattachments: [{ title: The map, file: a.png }]\n---\n![A plan of the room](b.png)\n"
	content.write("opinions/pictured.md", document)
	content.write("opinions/a.png", draw(700, 300))
	content.write("opinions/b.png", draw(500, 300))
	g := newGenerator(content)
	before, found, err := g.Site()
	if err != nil {
		t.Fatal(err, found.List())
	}
	last := bytesOf(t, before)
	for i, edit := range []struct{ file, text string }{
		{"opinions/a.png", draw(800, 300)},
		{"opinions/b.png", draw(500, 310)},
		{"opinions/pictured.md", document + "\nMore words.\n"},
		{"opinions/b.png", draw(2000, 310)},
	} {
		content.write(edit.file, edit.text)
		g.Changed(edit.file)
		s, found, err := g.Site()
		if err != nil {
			t.Fatal(i, err, found.List())
		}
		clean, _, err := newGenerator(content).Site()
		if err != nil {
			t.Fatal(err)
		}
		got, want := bytesOf(t, s), bytesOf(t, clean)
		for path, text := range want {
			if got[path] != text {
				t.Errorf("edit %d: %s differs from a clean build's", i, path)
			}
		}
		if len(got) != len(want) {
			t.Errorf("edit %d: %d files, a clean build has %d", i, len(got), len(want))
		}
		const page = "opinions/pictured/index.html"
		if got[page] == last[page] || got[page] == "" {
			t.Errorf("edit %d did not change the page", i)
		}
		last = got
	}
}
