package generator

import (
	"strings"

	"greffe/generator/check"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
)

// read is the reader, with its memory of files that have not changed.
func (g *Generator) read() *read.Reader {
	if g.reader == nil {
		g.reader = &read.Reader{Folder: g.Content, Labels: g.labels, Named: g.named, Proof: check.NewProofreader(g.jargon).Read, Scratch: g.scratch}
	}
	return g.reader
}

// labels are the few words that a body's own HTML bears: the name of its
// footnotes, the way back from them.
func (g *Generator) labels(language string) markdown.Labels {
	catalogue, err := g.Words(language)
	if err != nil { // a document may be in a language that the site does not speak
		catalogue, err = g.Words("")
	}
	if err != nil {
		return markdown.Labels{}
	}
	return markdown.Labels{
		Tables: strings.Split(catalogue.Say("prose.tables"), ", "),
		Notes:  catalogue.Say("prose.notes"),
		Note:   catalogue.Say("prose.note"),
		Back:   catalogue.Say("prose.back"),
	}
}

// named tells whether a page can say that another is in a language.
func (g *Generator) named(language string) bool {
	catalogue, err := g.Words("")
	return err != nil || catalogue.Has("languages.names."+language)
}

// jargon lists the terms that a glossary in the language should explain.
func (g *Generator) jargon(language string) []string {
	catalogue, err := g.Words(language)
	if err != nil || !catalogue.Has("prose.jargon") {
		return nil
	}
	return strings.Split(strings.ToLower(catalogue.Say("prose.jargon")), ", ")
}

// Words is the catalogue of a language, French where it lacks a sentence; of
// French, if the language is empty.
func (g *Generator) Words(language string) (*words.Catalogue, error) {
	if language == "" {
		language = "fr"
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	if known := g.catalogues[language]; known != nil {
		return known, nil
	}
	catalogue, err := words.Load("fr", nil, g.Layouts...)
	if err == nil && language != "fr" {
		catalogue, err = words.Load(language, catalogue, g.Layouts...)
	}
	if err != nil {
		return nil, err
	}
	if g.catalogues == nil {
		g.catalogues = make(map[string]*words.Catalogue)
	}
	g.catalogues[language] = catalogue
	return catalogue, nil
}

// languages are the catalogues that describe the data: the council's own, then
// French and English.
func (g *Generator) languages(first *words.Catalogue) ([]*words.Catalogue, error) {
	all := []*words.Catalogue{first}
	for _, language := range []string{"fr", "en"} {
		if base, _, _ := strings.Cut(first.Language, "-"); base == language {
			continue
		}
		catalogue, err := g.Words(language)
		if err != nil {
			return nil, err
		}
		all = append(all, catalogue)
	}
	return all, nil
}

// clashesFound tells editors which two of their files want one address.
func clashesFound(clashes []site.Clash) diagnostic.List {
	var found diagnostic.List
	for _, clash := range clashes {
		file, other := clash.First.From, clash.Second.From
		if file == "" {
			file, other = other, file
		}
		found.Add(diagnostic.Diagnostic{
			Position: diagnostic.Position{File: file}, Severity: diagnostic.Error, Rule: "address-taken",
			Args: diagnostic.Args{"address": clash.First.Path, "other": other},
		})
	}
	return found
}
