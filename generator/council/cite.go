package council

import (
	"slices"
	"strings"
)

// A Citation is one place where a document names another entity.
type Citation struct {
	By    Documented
	Field *Field // the key under which the name stands
	Path  string // of the value in its document: "attendance.present.3"
}

// citations are all of them, by what is cited.
type citations map[Read][]Citation

// cite reads every document's references backwards. The order is that of
// [Council.Everything], then of the document, so that what is made from it is
// the same at each build.
func cite(c *Council) citations {
	cited := make(citations)
	for document := range c.Everything() {
		for _, reference := range document.Common().References {
			for _, collection := range reference.Collections() {
				key := Read{collection, reference.ID, true}
				cited[key] = append(cited[key], Citation{By: document, Field: reference.Field, Path: reference.Path})
			}
		}
	}
	return cited
}

// Collections are those in which the id may be found: one for a Ref, two for an
// actor.
func (r *Reference) Collections() []string {
	switch r.Field.Kind {
	case KindReference:
		return []string{r.Field.Refs}
	case KindPerson:
		return []string{"members"}
	case KindAgent:
		return []string{"members", "organisations"}
	}
	return nil
}

// Cited returns where an entity is cited, in reading order.
func (c *Council) Cited(entity Entity) []Citation {
	c.reads.noteCited(entity.Collection(), entity.Key())
	return c.cited[Read{entity.Collection(), entity.Key(), true}]
}

// Citing returns the documents of type T that cite an entity, each once, in
// their collection's order. With paths, only those that cite it there:
// "rapporteurs", or "attendance" for all the lists of an attendance.
func Citing[T any](c *Council, entity Entity, paths ...string) []*T {
	var found []*T
	var last any
	for _, citation := range c.Cited(entity) {
		document, ok := any(citation.By).(*T)
		if !ok || any(citation.By) == last || !citation.within(paths) {
			continue
		}
		last = citation.By
		c.reads.note(citation.By.Collection(), citation.By.Key())
		found = append(found, document)
	}
	return found
}

func (c *Citation) within(paths []string) bool {
	if len(paths) == 0 {
		return true
	}
	return slices.ContainsFunc(paths, func(path string) bool {
		rest, ok := strings.CutPrefix(c.Path, path)
		return ok && (rest == "" || rest[0] == '.')
	})
}
