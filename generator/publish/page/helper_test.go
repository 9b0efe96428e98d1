package page

import (
	"bytes"
	"io/fs"
	"os"
	"testing"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/publish/data"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
)

// layouts are those that the command embeds.
const layouts = "../../../layouts"

// briefOf is what the publisher is told of a content folder, as of a moment.
func briefOf(t testing.TB, content fs.FS, asOf string) *site.Brief {
	t.Helper()
	reader := read.Reader{Folder: content, Labels: func(string) markdown.Labels {
		return markdown.Labels{Tables: []string{"Tableau"}, Notes: "Notes", Note: "Note {n}", Back: "Retour au texte, note {n}"}
	}}
	read, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	for _, found := range read.Found {
		t.Log(found)
	}
	moment, ok := council.ParseMoment(asOf)
	if !ok {
		t.Fatalf("%q is no moment", asOf)
	}
	return briefFor(t, council.Assemble(read.Source, moment).Public(false), content)
}

func briefFor(t testing.TB, c *council.Council, content fs.FS) *site.Brief {
	t.Helper()
	language := string(c.Settings.Language)
	if language == "" {
		language = "fr"
	}
	catalogue, err := words.Load(language, nil, os.DirFS(layouts))
	if err != nil {
		t.Fatal(err)
	}
	addresses := site.NewAddresses(c.Settings.BaseURL, catalogue)
	editions, err := site.Editions(c, catalogue, addresses, func(language string) (*words.Catalogue, error) {
		return words.Load(language, catalogue, os.DirFS(layouts))
	})
	if err != nil {
		t.Fatal(err)
	}
	return &site.Brief{
		Council: c, Words: catalogue, Addresses: addresses, Editions: editions,
		Layouts: os.DirFS(layouts), Content: content, Tables: data.Described(),
		Sums:   site.NewSums(func(string) (site.File, bool) { return site.File{}, false }),
		Assets: map[string]string{"css/style.css": "css/style.1.css", "icons/icon.svg": "icons/icon.1.svg"},
	}
}

// siteOf lists all pages of a content folder.
func siteOf(t testing.TB, content fs.FS, asOf string) *site.Site {
	t.Helper()
	return siteFor(t, briefOf(t, content, asOf))
}

func siteFor(t testing.TB, brief *site.Brief) *site.Site {
	t.Helper()
	parts, err := Parts(brief)
	if err != nil {
		t.Fatal(err)
	}
	pages := site.New(brief.Council, parts...)
	for _, clash := range pages.Clashes() {
		t.Errorf("%s: both %s and %s want this place", clash.First.Path, clash.First.From, clash.Second.From)
	}
	return pages
}

// making returns the page at a path, made anew.
func making(t testing.TB, s *site.Site, path string) string {
	t.Helper()
	var page bytes.Buffer
	if err := s.Make(&page, path); err != nil {
		t.Fatal(err)
	}
	return page.String()
}
