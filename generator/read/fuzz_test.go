package read

import (
	"bytes"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// A header that is recognised and its body are the text, with nothing between
// them but the lines of dashes: no private field becomes a part of the body. One
// that is not is refused at a place of the text.
func FuzzHeader(f *testing.F) {
	for _, seed := range []string{
		"---\nname: Ada\n---\nText.\n", "\ufeff---\r\nname: Ada\r\n---\r\nText.\r\n", "---\n---\n", "---\n", "----\n----\n", "—\na\n—\n", "--- \na: 1\n---\n",
		"---\na: |\n  ---\n---\n---\n", "---\na: 1\n...\n", "---\ra: 1\r---\r", "\xff\xfe-\x00", "---\na: \xff\n---\n", "x\n---\na: 1\n---\n", "---\na: 1\n---", "---\n\u200b---\n---\n", "",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		matter, body, first, wrong := header(text)
		if wrong != nil {
			if lines := bytes.Count(text, []byte("\n")) + 1; wrong.Line < 0 || wrong.Line > lines || wrong.Rule == "" {
				t.Errorf("%q: %+v", text, wrong)
			}
			return
		}
		opening, rest := cutLine(bytes.TrimPrefix(text, []byte("\ufeff")))
		if string(opening) != "---" || !bytes.HasPrefix(rest, matter) || !bytes.HasSuffix(text, body) {
			t.Fatalf("%q: header %q, body %q", text, matter, body)
		}
		closing, rest := cutLine(rest[len(matter):])
		if string(closing) != "---" || !bytes.Equal(rest, body) {
			t.Errorf("%q: the header ends with %q, the body is %q and not %q", text, closing, body, rest)
		}
		if want := 3 + bytes.Count(matter, []byte("\n")); first != want {
			t.Errorf("%q: the body begins at line %d, not %d", text, first, want)
		}
		if len(matter) > maxHeader || !utf8.Valid(text) {
			t.Errorf("%d bytes of header, UTF-8: %v", len(matter), utf8.Valid(text))
		}
	})
}

// Whatever a document says, it is read, or refused at a place that its file has;
// always in the same way.
func FuzzDocument(f *testing.F) {
	for _, text := range written(f, "*/*.md") {
		f.Add(text)
	}
	for _, seed := range []string{
		"---\n<<: {x: 1}\n? [a]\n: b\n---\n", "---\na: &a [*a]\n---\n", "---\ntitle: !!binary x\n---\n", "---\ntitle: null\n---\n", "---\ntitle: a: b: c\n---\n",
		"---\ntitle: [\n---\n", "---\ntitle: A\nvote: {for: 1e9, against: -1}\n---\n[a](../members/x.md)", "---\n? \n---\n", "---\ntitle: \"\\0\"\n---\n", "---\ntitle: A\n...\nb: c\n---\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		const name = "opinions/2024-01.md"
		read := reading(t, name, text)
		requirePlaces(t, name, text, read.Found)
		if again := reading(t, name, text); !reflect.DeepEqual(read.Found, again.Found) {
			t.Errorf("read twice:\n%v\n%v", read.Found, again.Found)
		}
		if len(read.Documents) == 0 && !read.Found.HasErrors() {
			t.Error("the document is gone, and nothing is said")
		}
		for _, document := range read.Documents {
			if body := document.Common().Body; body != nil {
				requirePlaces(t, name, text, body.Problems)
			}
		}
	})
}

// The same of the council's settings.
func FuzzSettings(f *testing.F) {
	for _, text := range written(f, "council.yaml") {
		f.Add(text)
	}
	for _, seed := range []string{"name: A\n", "name: A\nbodies:\n  - {id: a, type: council}\n", "- a\n", "a", "name: *a\n", "name: A\nrules:\n  - {}\n", "name: A\nlegal: {publisher: [a]}\n", "{name: A, name: B}", "name: A\n---\nname: B\n", "\x00", "%YAML 9.9\n---\na"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		read := reading(t, "council.yaml", text)
		requirePlaces(t, "council.yaml", text, read.Found)
		if read.Settings == nil {
			t.Error("there are no settings at all")
		}
	})
}

// written are the texts of the demonstration council.
func written(f testing.TB, pattern string) (texts [][]byte) {
	f.Helper()
	content := os.DirFS("../../content")
	names, err := fs.Glob(content, pattern)
	if err != nil || len(names) == 0 {
		f.Fatalf("no %s: %v", pattern, err)
	}
	for _, name := range names[:min(len(names), 40)] {
		text, err := fs.ReadFile(content, name)
		if err != nil {
			f.Fatal(err)
		}
		texts = append(texts, text)
	}
	return texts
}

func reading(t *testing.T, name string, text []byte) *Content {
	t.Helper()
	folder := fstest.MapFS{"council.yaml": {Data: []byte("name: Conseil\n")}}
	folder[name] = &fstest.MapFile{Data: text}
	reader := Reader{Folder: folder, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
	content, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// requirePlaces wants each diagnostic to lie in the file, at most at the end of
// a line; line 0 is the file as a whole. A carriage return alone ends a line in
// Markdown, and nowhere else.
func requirePlaces(t *testing.T, name string, text []byte, found diagnostic.List) {
	t.Helper()
	inside := func(d diagnostic.Diagnostic, lines []string) bool {
		return d.Line > 0 && d.Line <= len(lines) && d.Column > 0 && d.Column <= utf8.RuneCountInString(lines[d.Line-1])+1
	}
	all := strings.Split(string(text), "\n")
	ofMarkdown := strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n"), "\n")
	for _, d := range found {
		switch {
		case d.Rule == "" || d.File != name && d.File != "council.yaml":
			t.Errorf("%q: %+v", text, d)
		case d.File == name && d.Line != 0 && !inside(d, all) && !inside(d, ofMarkdown):
			t.Errorf("%q: line %d, column %d of %d lines: %s", text, d.Line, d.Column, len(all), d.Rule)
		}
	}
}

// Whatever a text is, a slip that is found in it is at a place that it has, or at
// the end of a line.
func FuzzMalformed(f *testing.F) {
	for _, text := range append(plainHeaders, otherHeaders...) {
		f.Add([]byte(text))
	}
	for _, seed := range []string{"a: \"b\n\ufeff- c\"d", "a: [b, {c: 'd\n- e\n", "\ufeff\u00a0: \t", "- - - |9\n\t", "a: |\n\tb", "a\n:\n", "{[\"\\", "- '\n---\n'", "* é:\u2009b: c", "a:\n- b\nc\n- d", " - a\nb"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		found, line, column, ok := malformed(cutLines(text))
		if !ok {
			return
		}
		lines := strings.Split(strings.TrimPrefix(string(text), "\ufeff"), "\n")
		if line < 1 || line > len(lines) || column < 1 || column > utf8.RuneCountInString(lines[line-1])+1 {
			t.Errorf("%q: line %d, column %d of %d lines", text, line, column, len(lines))
		}
		if found.hint == "" || strings.HasPrefix(found.hint, "close-") != (found.mark != "") {
			t.Errorf("%q: %+v", text, found)
		}
	})
}
