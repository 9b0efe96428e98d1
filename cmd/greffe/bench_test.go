package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"greffe/generator"
	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/layouts"
	"greffe/static"
)

// BenchmarkStages is what each stage of a build takes, of a council of ten
// thousand documents: to read it, link it, check it, make one page, the tables,
// the search index. Writing is measured in its own room.
func BenchmarkStages(b *testing.B) {
	dir := b.TempDir()
	writeCorpus(b, dir, 10_000)
	now, _ := council.ParseMoment(asOf)
	w := workshop{dir, now}
	b.Run("read", w.read)
	b.Run("link", w.link)
	b.Run("check", w.check)
	b.Run("page", w.page)
	b.Run("tables", w.tables)
	b.Run("search", w.search)
}

// BenchmarkEdit is what a preview takes from a saved file to the page that shows
// it, which is the same for a council of any size: beside it are the garbage
// collector's rounds, which are not.
func BenchmarkEdit(b *testing.B) {
	for _, documents := range []int{1_000, 10_000, 50_000} {
		b.Run(fmt.Sprint(documents), func(b *testing.B) {
			dir := b.TempDir()
			writeCorpus(b, dir, documents)
			now, _ := council.ParseMoment(asOf)
			w := workshop{dir, now}
			b.Run("body", func(b *testing.B) { w.edit(b, "opinions/avis-00010.md", "Constats", "opinions/avis-00010.md") })
			b.Run("name", func(b *testing.B) { w.edit(b, "members/membre-00010.md", "Personne", "opinions/avis-00010.md") })
		})
	}
}

// A workshop has the content and the time that all stages work with.
type workshop struct {
	dir string
	now council.Moment
}

func (w workshop) content(b *testing.B) *read.Content {
	b.Helper()
	reader := read.Reader{
		Folder: os.DirFS(w.dir),
		Labels: func(string) markdown.Labels { return markdown.Labels{} },
		Proof:  check.NewProofreader(func(string) []string { return nil }).Read,
	}
	content, err := reader.Content()
	if err != nil || content.Found.HasErrors() {
		b.Fatal(err, content)
	}
	return content
}

func (w workshop) read(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		w.content(b)
	}
}

func (w workshop) link(b *testing.B) {
	source := w.content(b).Source
	b.ReportAllocs()
	for b.Loop() {
		council.Assemble(source, w.now).Public(false)
	}
}

// Whoever asks for a body first has it parsed, and that is the rules: each round
// has bodies that nobody has asked for.
func (w workshop) check(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		c := council.Assemble(w.content(b).Source, w.now)
		b.StartTimer()
		check.Run(c)
	}
}

func (w workshop) page(b *testing.B) {
	s := siteOf(b, w.generator("page"))
	var pages []string
	for _, file := range s.Files() {
		if isPageOf(file, file.From) {
			pages = append(pages, file.Path)
		}
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		makeFile(b, s, pages[i%len(pages)], io.Discard)
	}
}

func (w workshop) tables(b *testing.B) {
	s := siteOf(b, w.generator("data/csv", "data/json"))
	b.ReportAllocs()
	for b.Loop() {
		for _, path := range s.Paths() {
			makeFile(b, s, path, io.Discard)
		}
	}
}

// The index is made with the first of its files: each round has a site that has
// made none.
func (w workshop) search(b *testing.B) {
	g := w.generator("search")
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		g.Afresh()
		s := siteOf(b, g)
		b.StartTimer()
		for _, path := range s.Paths() {
			makeFile(b, s, path, io.Discard)
		}
	}
}

// edit changes a word of a file, and wants it in the page of another.
func (w workshop) edit(b *testing.B, file, word, shown string) {
	place := filepath.Join(w.dir, filepath.FromSlash(file))
	before, err := os.ReadFile(place)
	if err != nil {
		b.Fatal(err)
	}
	defer os.WriteFile(place, before, 0o644)
	g := w.generator()
	g.Preview = true
	var page string
	for _, file := range siteOf(b, g).Files() {
		if isPageOf(file, shown) {
			page = file.Path
		}
	}
	words := []string{word, "Changement"}
	b.ReportAllocs()
	for i := 1; b.Loop(); i = 1 - i {
		b.StopTimer()
		if err := os.WriteFile(place, bytes.Replace(before, []byte(word), []byte(words[i]), 1), 0o644); err != nil {
			b.Fatal(err)
		}
		var text bytes.Buffer
		b.StartTimer()
		g.Changed(file)
		makeFile(b, siteOf(b, g), page, &text)
		if !strings.Contains(text.String(), words[i]) {
			b.Fatalf("%s does not show %q", page, words[i])
		}
	}
}

func (w workshop) generator(only ...string) *generator.Generator {
	return &generator.Generator{
		Content: os.DirFS(w.dir), Layouts: []fs.FS{layouts.Files}, Static: []fs.FS{static.Files},
		AsOf: func(*time.Location) council.Moment { return w.now }, Only: only,
	}
}

func siteOf(b *testing.B, g *generator.Generator) *site.Site {
	b.Helper()
	s, found, err := g.Site()
	if err != nil {
		b.Fatal(err, found.List())
	}
	return s
}

func isPageOf(file site.File, document string) bool {
	return strings.HasSuffix(document, ".md") && file.From == document && strings.HasSuffix(file.Path, ".html")
}

func makeFile(b *testing.B, s *site.Site, path string, to io.Writer) {
	b.Helper()
	if err := s.Make(to, path); err != nil {
		b.Fatal(err)
	}
}
