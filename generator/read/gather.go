package read

import (
	"fmt"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A gathering puts what each file held together, and finds what only the whole
// folder can show: two documents of one id, an alias that is taken, a
// translation without its original.
type gathering struct {
	*Content
	documents    map[string]council.Documented // by "collection/id"
	translations map[string][]*council.Translation
	order        []string // of translations
}

func newGathering(content *Content) *gathering {
	return &gathering{
		Content:      content,
		documents:    make(map[string]council.Documented),
		translations: make(map[string][]*council.Translation),
	}
}

func (g *gathering) take(file source, result *parsed) {
	key := file.collection + "/" + file.id
	g.Found = append(g.Found, result.found...)
	switch {
	case result.translation != nil:
		if g.translations[key] == nil {
			g.order = append(g.order, key)
		}
		g.translations[key] = append(g.translations[key], result.translation)
	case result.document == nil:
		if file.language == "" {
			g.Broken[key] = true
		}
	case g.documents[key] != nil:
		g.report(diagnostic.Position{File: file.path}, "duplicate-document", "", diagnostic.Args{
			"id": file.id, "other": g.documents[key].Common().File,
		})
	default:
		g.documents[key] = result.document
		g.Documents = append(g.Documents, result.document)
	}
}

func (g *gathering) finish() {
	for _, key := range g.order {
		g.translate(key)
	}
	g.aliases()
}

// translate gives an original its translations. The original may be shared with
// an earlier council, so a copy of it bears them.
func (g *gathering) translate(key string) {
	original := g.documents[key]
	if original == nil {
		if !g.Broken[key] {
			for _, t := range g.translations[key] {
				g.report(diagnostic.Position{File: t.File}, "translation-without-original", "", diagnostic.Args{"id": key})
			}
		}
		return
	}
	translated := council.WithTranslations(original, g.oneEach(g.translations[key]))
	for i, document := range g.Documents {
		if document == original {
			g.Documents[i] = translated
		}
	}
	g.documents[key] = translated
}

// oneEach keeps the first translation into each language: pt-BR and pt-br are one.
func (g *gathering) oneEach(translations []*council.Translation) []*council.Translation {
	var kept []*council.Translation
	for _, t := range translations {
		same := slices.IndexFunc(kept, func(other *council.Translation) bool {
			return strings.EqualFold(string(other.Language), string(t.Language))
		})
		if same >= 0 {
			g.report(diagnostic.Position{File: t.File}, "duplicate-translation", "", diagnostic.Args{"other": kept[same].File})
			continue
		}
		kept = append(kept, t)
	}
	return kept
}

// aliases finds former ids that somebody else bears.
func (g *gathering) aliases() {
	taken := make(map[string]string)
	for _, document := range g.Documents {
		entry := document.Common()
		for i, alias := range entry.Aliases {
			key := document.Collection() + "/" + string(alias)
			line, column := entry.At(fmt.Sprintf("aliases.%d", i))
			at := diagnostic.Position{File: entry.File, Line: line, Column: column}
			other := taken[key]
			if owner := g.documents[key]; owner != nil {
				other = owner.Common().File
			}
			if other != "" {
				g.report(at, "alias-taken", "", diagnostic.Args{"id": string(alias), "other": other})
				continue
			}
			taken[key] = entry.File
		}
	}
}

func (g *gathering) report(at diagnostic.Position, rule, hint string, args diagnostic.Args) {
	g.Found.Add(diagnostic.Diagnostic{Position: at, Severity: diagnostic.Error, Rule: rule, Hint: hint, Args: args})
}
