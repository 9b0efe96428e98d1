package council

import (
	"slices"
	"strings"
)

// A Citation is one place where a document names another entity. It holds the
// document's id and not the document, which may have been edited since.
type Citation struct {
	Collection, ID string // of the document that cites
	Field          *Field // the key under which the name stands
	Path           string // of the value in its document, without indexes: "attendance.present"
}

// citations are all of them, by what is cited.
type citations map[Read][]Citation

// cite reads every document's references backwards.
func cite(c *Council) citations {
	cited := make(citations)
	for document := range c.Everything() {
		for key, citation := range citationsIn(document) {
			cited[key] = append(cited[key], citation)
		}
	}
	return cited
}

// citationsIn yields what a document cites, in the document's order.
func citationsIn(document Documented) func(yield func(Read, Citation) bool) {
	return func(yield func(Read, Citation) bool) {
		for i := range document.Common().References {
			reference := &document.Common().References[i]
			citation := Citation{document.Collection(), document.Key(), reference.Field, reference.Path}
			for _, collection := range reference.Collections() {
				if !yield(Read{collection, reference.ID, true}, citation) {
					return
				}
			}
		}
	}
}

// Collections are those in which the id may be found: one for a Ref, two for an
// actor.
func (r *Reference) Collections() []string {
	switch r.Field.Kind {
	case KindReference:
		return r.Field.refs
	case KindPerson:
		return inMembers
	case KindAgent:
		return inMembersAndOrganisations
	}
	return nil
}

var (
	inMembers                 = []string{"members"}
	inMembersAndOrganisations = []string{"members", "organisations"}
)

// Cited returns where an entity is cited, in no order.
func (c *Council) Cited(entity Entity) []Citation {
	key := Read{entity.Collection(), entity.Key(), true}
	c.reads.add(key)
	if edited, ok := c.recited[key]; ok {
		return edited
	}
	return c.cited[key]
}

// Citing returns the documents of type T that cite an entity, each once, in
// their collection's order. With paths, only those that cite it there:
// "rapporteurs", or "attendance" for all the lists of an attendance.
func Citing[T any](c *Council, entity Entity, paths ...string) []*T {
	collection := collectionOf[T](c)
	var found []*T
	last := ""
	for _, citation := range c.Cited(entity) {
		if citation.Collection != collection.Name() || citation.ID == last || !citation.within(paths) {
			continue
		}
		last = citation.ID
		if document := collection.Find(Ref[T](citation.ID)); document != nil {
			found = append(found, document)
		}
	}
	if collection.compare != nil {
		slices.SortFunc(found, collection.compare)
	}
	return slices.Compact(found)
}

// collectionOf is the council's collection of a type.
func collectionOf[T any](c *Council) *Collection[T] {
	return c.collections()[rank[nameOf[T]()]].(*Collection[T])
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
