package check

import (
	"cmp"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// A text is one body of a document, in one language: its own, or a
// translation's.
type text struct {
	*markdown.Text
	File     string
	Language string // its base: "fr"
}

// eachText visits the bodies of a document that have been read.
func eachText(c *council.Council, document council.Documented, visit func(text)) {
	entry := document.Common()
	if body := entry.Body; body != nil {
		visit(text{body, entry.File, languageOf(c, entry)})
	}
	for _, t := range entry.Translations {
		if body := t.Body; body != nil {
			visit(text{body, t.File, baseOf(t.Language)})
		}
	}
}

// languageOf is the language in which a document is written.
func languageOf(c *council.Council, entry *council.Entry) string {
	return baseOf(cmp.Or(entry.Lang, c.Settings.Language, "fr"))
}

func baseOf(language council.Language) string {
	base, _, _ := strings.Cut(strings.ToLower(string(language)), "-")
	return base
}

// inFile is the position of a file as a whole.
func inFile(file string) diagnostic.Position { return diagnostic.Position{File: file} }
