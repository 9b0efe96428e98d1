package read_test

import (
	"bytes"
	"compress/zlib"
	"testing"
	"testing/fstest"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/read"
)

func deflated(text string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.String()
}

func TestFilesAreLookedInto(t *testing.T) {
	whole := council.PDFFacts{Tagged: true, Language: true, Title: true, Text: true}
	names := "<< /Type /Catalog /StructTreeRoot 2 0 R /Lang (fr-FR) >> << /Title <FEFF0041> >> << /Type /Font >>"
	image := ",\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"
	for _, test := range []struct {
		name, file, text string
		animated         bool
		pdf              *council.PDFFacts
	}{
		{"a PDF in clear", "a.pdf", "%PDF-1.4 " + names, false, &whole},
		{"a PDF whose objects are compressed", "a.pdf", "%PDF-1.7 5 0 obj << /Type /ObjStm /N 3 /Filter /FlateDecode >> stream\r\n" + deflated(names) + "\nendstream endobj", false, &whole},
		{"a PDF cut short", "a.pdf", "%PDF-1.7 5 0 obj << /Type /ObjStm >> stream\n" + deflated(names)[:30], false, &council.PDFFacts{}},
		{"a PDF with an empty title", "a.pdf", "%PDF-1.4 /Lang (fr) /Title ( ) /Lang ()", false, &council.PDFFacts{Language: true}},
		{"a PDF whose title is in its metadata", "a.pdf", "%PDF-1.4 << /Type /Metadata >> stream\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">A</rdf:li>", false, &council.PDFFacts{Title: true}},
		{"a locked PDF", "a.pdf", "%PDF-1.4 /Encrypt 3 0 R " + names, false, nil},
		{"no PDF at all", "a.pdf", "a letter", false, nil},
		{"a GIF that moves", "a.gif", "GIF89a\x01\x00\x01\x00\x80\x00\x00123456!\xf9\x04\x00\x00\x00\x00\x00" + image + image + ";", true, nil},
		{"a GIF that stays", "a.gif", "GIF89a\x01\x00\x01\x00\x00\x00\x00" + image + ";", false, nil},
		{"a GIF cut short", "a.gif", "GIF89a\x01\x00\x01\x00\x80\x00\x00," + "\x00", false, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			folder := contentOf(map[string]string{"pages/a.md": "---\ntitle: A\n---\n", "pages/" + test.file: test.text})
			facts := readAll(t, folder).Files["pages/"+test.file].Facts()
			if animated := facts.Picture != nil && facts.Picture.Animated; animated != test.animated {
				t.Errorf("animated: %v", animated)
			}
			if (facts.PDF == nil) != (test.pdf == nil) || facts.PDF != nil && *facts.PDF != *test.pdf {
				t.Errorf("found %+v, want %+v", facts.PDF, test.pdf)
			}
		})
	}
}

// A file that has not changed is looked into once, and one that has, again.
func TestFilesAreLookedIntoOnce(t *testing.T) {
	folder := contentOf(map[string]string{"pages/a.md": "---\ntitle: A\n---\n", "pages/a.pdf": "%PDF-1.4 /Lang (fr)"})
	reader := &read.Reader{Folder: folder, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
	inside := func() *council.Inside {
		content, err := reader.Content()
		if err != nil {
			t.Fatal(err)
		}
		return content.Files["pages/a.pdf"].Inside
	}
	first := inside()
	if inside() != first {
		t.Error("the file was looked into again")
	}
	folder["pages/a.pdf"] = &fstest.MapFile{Data: []byte("%PDF-1.4 /Lang (fr) /Title (A)")}
	if inside() == first {
		t.Error("the file has changed and was not looked into again")
	}
}
