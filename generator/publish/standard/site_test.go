package standard_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/publish"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
)

const (
	layouts  = "../../../layouts"
	static   = "../../../static"
	content  = "../../../content"
	councils = "../../testdata/councils"
	asOf     = "2026-11-20"
)

// contents are the demonstration and the five councils, by name.
func contents(t testing.TB) map[string]fs.FS {
	t.Helper()
	all := map[string]fs.FS{"demonstration": os.DirFS(content)}
	entries, err := os.ReadDir(councils)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if entry.IsDir() {
			all[entry.Name()] = os.DirFS(filepath.Join(councils, entry.Name()))
		}
	}
	if len(all) != 6 {
		t.Fatalf("there are %d councils", len(all))
	}
	return all
}

// quick are the publishers of data whose files are made in no time; every data
// are all of them.
var (
	quick = []string{"data/csv", "data/json", "data/package", "data/popolo", "data/scdl", "data/dcat"}
	every = []string{"data"}
)

// dataOf is the open data of a content folder, whose settings a test may turn.
func dataOf(t testing.TB, content fs.FS, only []string, turn func(*council.Settings)) *site.Site {
	t.Helper()
	reader := read.Reader{Folder: content, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
	read, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	moment, _ := council.ParseMoment(asOf)
	if turn != nil {
		turn(read.Source.Settings)
	}
	c := council.Assemble(read.Source, moment).Public(false)
	language := string(c.Settings.Language)
	catalogue := catalogueOf(t, language)
	made, err := publish.Site(&site.Brief{
		Council: c, Words: catalogue, Languages: []*words.Catalogue{catalogue},
		Addresses: site.NewAddresses(c.Settings.BaseURL, catalogue),
		Layouts:   os.DirFS(layouts), Static: os.DirFS(static), Content: content,
	}, only)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func catalogueOf(t testing.TB, language string) *words.Catalogue {
	t.Helper()
	catalogue, err := words.Load(language, nil, os.DirFS(layouts))
	if err != nil {
		t.Fatal(err)
	}
	return catalogue
}

// making returns the file at a path, made anew.
func making(t testing.TB, s *site.Site, path string) []byte {
	t.Helper()
	var made bytes.Buffer
	if err := s.Make(&made, path); err != nil {
		t.Fatal(err)
	}
	return made.Bytes()
}
