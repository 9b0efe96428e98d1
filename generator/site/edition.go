package site

import (
	"cmp"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/words"
)

// An Edition is what the site has in another language: the documents that were
// translated into it, a home page that lists them, and their feeds. It is no
// mirror of the site: what was not translated is in the site's language only.
type Edition struct {
	Language  council.Language
	Words     *words.Catalogue // the site's, if greffe does not speak the language
	Addresses *Addresses
}

// Editions are those of a public council: one for each language into which some
// document was translated, by their codes.
func Editions(c *council.Council, site *words.Catalogue, addresses *Addresses, speak func(language string) (*words.Catalogue, error)) ([]Edition, error) {
	var editions []Edition
	for _, language := range languages(c) {
		catalogue, err := speak(string(language))
		if err != nil {
			return nil, err
		}
		if !catalogue.Speaks() {
			catalogue = site
		}
		editions = append(editions, Edition{language, catalogue, addresses.In(language, catalogue)})
	}
	return editions, nil
}

// languages are those into which documents were translated.
func languages(c *council.Council) []council.Language {
	var found []council.Language
	for document := range c.Everything() {
		for _, t := range document.Common().Translations {
			if !slices.ContainsFunc(found, func(l council.Language) bool { return strings.EqualFold(string(l), string(t.Language)) }) {
				found = append(found, t.Language)
			}
		}
	}
	slices.Sort(found)
	return found
}

// Address is where the edition has an entity; "" if it does not.
func (e *Edition) Address(entity council.Entity) string {
	if document, ok := entity.(council.Documented); ok && document.Common().Translation(e.Language) != nil {
		return e.Addresses.Of(entity)
	}
	return ""
}

// A Version is a page in one of the languages in which it can be read.
type Version struct {
	Language council.Language
	Address  string
	Original bool
}

// Versions are those of an entity's page, the original first; none if it was
// not translated.
func (b *Brief) Versions(entity council.Entity) []Version {
	document, ok := entity.(council.Documented)
	if !ok || len(document.Common().Translations) == 0 {
		return nil
	}
	versions := []Version{{b.LanguageOf(document), b.Addresses.Of(entity), true}}
	for i := range b.Editions {
		if address := b.Editions[i].Address(entity); address != "" {
			versions = append(versions, Version{b.Editions[i].Language, address, false})
		}
	}
	return versions
}

// Homes are the versions of the home page; none if nothing was translated.
func (b *Brief) Homes() []Version {
	if len(b.Editions) == 0 {
		return nil
	}
	versions := []Version{{council.Language(b.Words.Language), b.Addresses.Home(), true}}
	for _, edition := range b.Editions {
		versions = append(versions, Version{edition.Language, edition.Addresses.Home(), false})
	}
	return versions
}

// LanguageOf is the language in which a document was written.
func (b *Brief) LanguageOf(document council.Documented) council.Language {
	return cmp.Or(document.Common().Lang, council.Language(b.Words.Language))
}
