package main

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/metrics"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/council"
)

// What a layout of the council's own brings in against the site's policy stops
// the build, names the page, and leaves the old site.
func TestALayoutAgainstThePolicyIsRefused(t *testing.T) {
	for fault, rule := range map[string]string{
		`<p onclick="a()">`: "page-inline",
		`<img src="https://ailleurs.example/a.png" alt="">`: "page-outside",
		`<a href="rien/">rien</a>`:                          "page-dead-link",
		`<a href="#rien">rien</a>`:                          "page-dead-anchor",
		`<p id="contenu">`:                                  "page-id-twice",
	} {
		t.Run(rule, func(t *testing.T) {
			dir := t.TempDir()
			out, layouts := filepath.Join(dir, "site"), filepath.Join(dir, "layouts")
			var said bytes.Buffer
			args := []string{"build", "--content", "testdata/small", "--layouts", layouts, "--out", out, "--as-of", asOf, "--lang", "en"}
			writeLayout(t, layouts, "")
			if code := run(args, &said, &said); code != exitDone {
				t.Fatal(code, &said)
			}
			before := tree(t, out)
			writeLayout(t, layouts, fault)
			said.Reset()
			if code := run(args, &said, &said); code != exitContent {
				t.Errorf("exit code %d", code)
			}
			for _, want := range []string{"members/ada-brook.md: error: ", "[" + rule + "]", "members/ada-brook/index.html"} {
				if !strings.Contains(said.String(), want) {
					t.Errorf("no %q in %s", want, &said)
				}
			}
			requireSame(t, tree(t, out), before)
		})
	}
}

// writeLayout puts greffe's own layout of members in a folder, with more in it.
func writeLayout(t *testing.T, dir, more string) {
	t.Helper()
	text, err := os.ReadFile("../../layouts/member.html")
	if err != nil {
		t.Fatal(err)
	}
	put(t, dir, "member.html", strings.Replace(string(text), `{{define "main"}}`, `{{define "main"}}`+more, 1))
}

// put writes a file of a folder, and the folders on the way to it.
func put(t testing.TB, dir, name, text string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Whatever an editor writes where text may stand, it is text in every format:
// the site has the same files, lines, rows and headers as with harmless words,
// and the inspection at the end of the build finds nothing.
func TestTextIsTextInEveryFormat(t *testing.T) {
	const plain = "Publish bus times"
	want := tree(t, build(t, textInstead(t, plain, "Plain words")))
	for _, hostile := range []string{
		`<script>alert(1)</script> "><img src=x onerror=alert(1)> </title></script><svg onload=a> ]]></title><!-- --> {{.}} ${a} #{b} javascript:alert(1) &lt;b&gt; &#0; &amp;`,
		`a;b,c"d""e '; DROP TABLE x; -- /* https://a.example/:splat 301!`,
		`a\r\nSet-Cookie: b\r\n\r\nc`, `a\nBEGIN:VEVENT\nEND:VCALENDAR\nb`, `a\tb`, `a\u0085b`,
	} {
		t.Run(hostile, func(t *testing.T) {
			var said bytes.Buffer
			folder := textInstead(t, plain, hostile)
			out := filepath.Join(t.TempDir(), "site")
			code := run([]string{"build", "--content", folder, "--out", out, "--as-of", asOf, "--lang", "en"}, &said, &said)
			if code == exitContent && strings.Contains(said.String(), "opinions/2024-01.md:2:8: error") {
				return // refused, at its place
			}
			if code != exitDone {
				t.Fatal(code, &said)
			}
			got := tree(t, out)
			for name, text := range want {
				switch {
				case strings.HasSuffix(name, ".csv"):
					if a, b := rowsOf(t, got[name]), rowsOf(t, text); a != b {
						t.Errorf("%s has %d rows, not %d", name, a, b)
					}
				case name == "_headers" || name == "_redirects":
					if got[name] != text {
						t.Errorf("%s is another: %s", name, firstDifference(got[name], text))
					}
				case strings.HasSuffix(name, ".ics"):
					if a, b := strings.Count(got[name], "\r\nBEGIN:"), strings.Count(text, "\r\nBEGIN:"); a != b {
						t.Errorf("%s has %d parts, not %d", name, a, b)
					}
				}
				if _, there := got[name]; !there && !strings.HasPrefix(name, "social/") {
					t.Errorf("%s is missing", name)
				}
			}
		})
	}
}

// textInstead is the small council, with a text in the place of another.
func textInstead(t *testing.T, text, instead string) string {
	t.Helper()
	folder := copyTree(t, "testdata/small", filepath.Join(t.TempDir(), "content"))
	places := 0
	eachText(t, folder, func(content string) string {
		places += strings.Count(content, "title: "+text+"\n")
		return strings.ReplaceAll(content, "title: "+text+"\n", `title: "`+strings.ReplaceAll(instead, `"`, `\"`)+"\"\n")
	})
	if places == 0 {
		t.Fatalf("nothing is called %q", text)
	}
	return folder
}

func rowsOf(t *testing.T, text string) int {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff"))).ReadAll()
	if err != nil {
		t.Error(err)
	}
	return len(rows)
}

// Any file of a content folder, up to a megabyte, is read or refused within two
// seconds and 256 MB, whatever is in it.
func TestAnyFileOfAMegabyteEndsSoon(t *testing.T) {
	const size = 1 << 20
	units := []string{
		"a", "\n", "[", "{", "- ", "? ", "a: ", "&a ", "*a ", "!!str ", "<<: ", "\"", "'", "# ", "---\n", "...\n", "|\n", ">\n", "\t", " ", "\x00", "\xff", "\u202e", "é",
		"a: b\n", "a: [", "{a: ", "- - ", "a: &a\n", "b: *a\n", "- { term: a, definition: b }\n", "? [a]\n: b\n", "a: |\n  b\n", "%PDF-1.4 ", "<svg>", "stream\n", "0 0 obj\n",
	}
	files := map[string]func(string) string{
		"council.yaml":       func(text string) string { return "name: a\n" + text },
		"glossary.yaml":      func(text string) string { return text },
		"members/ada.md":     func(text string) string { return "---\nname: Ada\n" + text },
		"opinions/a.md":      func(text string) string { return "---\ntitle: a\n---\n" + text },
		"opinions/a.pdf":     func(text string) string { return "%PDF-1.4\n" + text },
		"opinions/a.svg":     func(text string) string { return "<svg xmlns='http://www.w3.org/2000/svg'>" + text },
		"opinions/a.csv":     func(text string) string { return text },
		"members/ada.en.md":  func(text string) string { return text },
		"withdrawals.yaml":   func(text string) string { return text },
		"organisations.yaml": func(text string) string { return text },
	}
	if testing.Short() {
		t.Skip("-short: it reads some four hundred megabytes")
	}
	now, _ := council.ParseMoment(asOf)
	for name, around := range files {
		for _, unit := range units {
			folder := fstest.MapFS{
				"council.yaml":   {Data: []byte("name: a\nmission: b\n")},
				"members/ada.md": {Data: []byte("---\nname: Ada\n---\n")},
				"opinions/b.md":  {Data: []byte("---\ntitle: b\nkind: opinion\nstatus: adopted\nadopted_on: 2024-01-01\nreferral: { origin: self }\nattachments:\n  - { title: a, file: a.pdf }\n  - { title: b, file: a.csv }\nimage: { file: a.svg, alt: c }\n---\n![a](a.svg)\n")},
			}
			text := around(strings.Repeat(unit, size/len(unit)))
			folder[name] = &fstest.MapFile{Data: []byte(text[:min(len(text), size)])}
			// The machine may be busy: what takes long is tried again.
			var took time.Duration
			var peak uint64
			for try := 0; try == 0 || try < 3 && took > slack*2*time.Second; try++ {
				var err error
				if took, peak, err = reading(folder, now); err != nil {
					t.Errorf("%s full of %q: %v", name, unit, err)
				}
			}
			if took > slack*2*time.Second || peak > 256<<20 {
				t.Errorf("%s full of %q: %v, %d MB", name, unit, took, peak>>20)
			}
		}
	}
}

// reading is how long it takes to read and check a content folder, and how much
// memory.
func reading(content fs.FS, now council.Moment) (took time.Duration, bytes uint64, err error) {
	g := &generator.Generator{
		Content: content, Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		AsOf: func(*time.Location) council.Moment { return now },
	}
	g.Words("fr")
	peak, stop := heapPeak()
	started := time.Now()
	_, _, err = g.Council()
	took = time.Since(started)
	stop()
	return took, *peak, err
}

// heapPeak follows how much the heap holds above what it holds now.
func heapPeak() (peak *uint64, stop func()) {
	const name = "/memory/classes/heap/objects:bytes"
	read := func() uint64 {
		sample := []metrics.Sample{{Name: name}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	base, done, ended := read(), make(chan bool), make(chan bool)
	peak = new(uint64)
	go func() {
		defer close(ended)
		for {
			if now := read(); now > base {
				*peak = max(*peak, now-base)
			}
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return peak, func() { close(done); <-ended }
}
