package inspect_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"io/fs"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/inspect"
)

// demonstration is every text file of the demonstration council's site.
func demonstration(t testing.TB) map[string][]byte {
	t.Helper()
	asOf, _ := council.ParseMoment("2026-11-20T00:00")
	g := &generator.Generator{
		Content: os.DirFS("../../content"), Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		AsOf: func(*time.Location) council.Moment { return asOf },
		Only: []string{"page", "data/json", "data/csvw", "data/package", "data/object", "data/dcat", "data/popolo", "feed", "search"},
	}
	s, found, err := g.Site()
	if err != nil {
		t.Fatal(err, found.List())
	}
	files := make(map[string][]byte)
	for _, file := range s.Files() {
		switch path.Ext(file.Path) {
		case ".html", ".json", ".xml", ".ics", ".rdf", ".jsonld":
			var b bytes.Buffer
			if err := s.Make(&b, file.Path); err != nil {
				t.Fatal(err)
			}
			files[file.Path] = b.Bytes()
		}
	}
	if len(files) < 300 {
		t.Fatalf("only %d files", len(files))
	}
	return files
}

// What is read of the site's own files is what real parsers read.
func TestReadersAgreeWithRealParsers(t *testing.T) {
	for name, text := range demonstration(t) {
		if path.Ext(name) == ".html" {
			marks, ok := inspect.Marks(text)
			if want := tokens(text); !ok || !reflect.DeepEqual(meant(marks), want) {
				t.Fatalf("%s: %d tags %v, a parser reads %d", name, len(marks), ok, len(want))
			}
			continue
		}
		for _, piece := range []int{len(text), 4096, 7} {
			switch path.Ext(name) {
			case ".json", ".jsonld":
				if !inspect.JSON(text, piece) || !json.Valid(text) {
					t.Errorf("%s in pieces of %d: JSON %v", name, piece, json.Valid(text))
				}
			case ".xml", ".rdf":
				if !inspect.XML(text, piece) || decodes(text) != nil {
					t.Errorf("%s in pieces of %d: XML %v", name, piece, decodes(text))
				}
			case ".ics":
				if !inspect.Calendar(text, piece) {
					t.Errorf("%s in pieces of %d is no calendar", name, piece)
				}
			}
		}
	}
}

// tokens are the tags that an HTML parser reads, with the attributes' values as
// they are meant.
func tokens(text []byte) []inspect.Mark {
	var marks []inspect.Mark
	tokenizer := html.NewTokenizer(bytes.NewReader(text))
	for {
		kind := tokenizer.Next()
		switch kind {
		case html.ErrorToken:
			return marks
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := tokenizer.TagName()
			mark := inspect.Mark{Name: string(name)}
			for more {
				var key, value []byte
				key, value, more = tokenizer.TagAttr()
				mark.Attributes = append(mark.Attributes, [2]string{string(key), string(value)})
			}
			marks = append(marks, mark)
		case html.EndTagToken:
			name, _ := tokenizer.TagName()
			marks = append(marks, inspect.Mark{End: true, Name: string(name)})
		}
	}
}

// meant is what the attributes' values, as they are written, stand for.
func meant(marks []inspect.Mark) []inspect.Mark {
	for _, mark := range marks {
		for i := range mark.Attributes {
			mark.Attributes[i][1] = html.UnescapeString(mark.Attributes[i][1])
		}
	}
	return marks
}

func decodes(text []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for {
		switch _, err := decoder.Token(); err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// Whatever is not refused is read as a browser's parser reads it: no mark can
// hide from the inspection.
func FuzzMarks(f *testing.F) {
	for _, text := range []string{
		`<p id="a" class='b' c=d e>f</p><!-- g --><br/>`, `<SCRIPT>if (a<b) "</p>"</ScRipT >`, `<title><p></title><textarea></p></TEXTAREA>`,
		`<a href="a"b>`, `<p/x>`, `<a "b>`, "<p\x00>", `<a/href="b">`, `</ p>`, `<!doctype html><p =a>`, `<svg><title><p></title></svg>`, `<a b b>`, `<title><p></titles></title>`, `<_~Ld>`, "<texta\xffREA>", "<a b=\xff>",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		marks, ok := inspect.Marks([]byte(text))
		if !ok || strings.ContainsAny(text, "\r\x00") { // which parsers change as they read
			return
		}
		if want := tokens([]byte(text)); !reflect.DeepEqual(meant(marks), want) {
			t.Errorf("%q\nis read as %v\nby a parser as %v", text, marks, want)
		}
	})
}

func FuzzJSON(f *testing.F) {
	for _, text := range []string{`{"a":[1,-0.5e+7,true,false,null,"\u00e9\n"]}`, `[]`, ` 0 `, `01`, `"é`, `{"a"}`, `[1,]`, "\"\x1f\"", `nul`, `1e`, `-`, `"0123456789\"`} {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, piece int) {
		want := json.Valid([]byte(text)) && utf8.ValidString(text)
		if got := inspect.JSON([]byte(text), max(1, piece)); got != want {
			t.Errorf("%q in pieces of %d: %v, want %v", text, piece, got, want)
		}
	})
}

// Whatever is not refused is read by an XML parser too.
func FuzzXML(f *testing.F) {
	for _, text := range []string{`<?xml version="1.0" encoding="UTF-8"?><a b="c">&amp;&#233;<d/><e:f xmlns:e="g"/></a>`, `<a>]]></a>`, `<a/><b/>`, `<a b="<"/>`, "<a>\uFFFE</a>", `<a>&#0;</a>`} {
		f.Add(text, 3)
	}
	f.Fuzz(func(t *testing.T, text string, piece int) {
		if !inspect.XML([]byte(text), max(1, piece)) {
			return
		}
		if err := decodes([]byte(text)); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}

// BenchmarkInspect says how fast the site's files are read.
func BenchmarkInspect(b *testing.B) {
	kinds := make(map[string]folder)
	for name, text := range demonstration(b) {
		kind := path.Ext(name)
		if kinds[kind] == nil {
			kinds[kind] = make(folder)
		}
		kinds[kind][name] = string(text)
	}
	for kind, f := range kinds {
		b.Run(kind, func(b *testing.B) {
			b.ReportAllocs()
			at := addresses(b, "https://fanal.aubrelle.example")
			files := f.files()
			size, texts := 0, make(whole)
			for name, text := range f {
				size, texts[name] = size+len(text), []byte(text)
			}
			b.SetBytes(int64(size))
			for b.Loop() {
				i := inspect.New(at, true, false)
				i.Begin(files)
				source := i.Source(texts)
				for _, path := range f.Paths() {
					_ = source.Make(io.Discard, path)
				}
				i.Verdict()
			}
		})
	}
}

// whole writes a file in one piece.
type whole map[string][]byte

func (w whole) Paths() []string { return nil }

func (w whole) Make(to io.Writer, path string) error {
	_, err := to.Write(w[path])
	return err
}
