package council

import (
	"slices"
	"strings"
)

// A Citation is one place where a document names another entity.
type Citation struct {
	*Citer
	Path string // of the value in its document, without indexes: "attendance.present"
}

// A Citer is the document that cites, by its id: the document itself may have
// been edited since.
type Citer struct{ Collection, ID string }

// citations are all of them, by what is cited.
type citations map[Read][]Citation

// cite reads every document's references backwards. They are counted first, so
// that those of a large council have just the room that they need.
func cite(c *Council) citations {
	counts, total := make(map[Read]int), 0
	for document := range c.Everything() {
		for key := range citationsIn(document) {
			counts[key]++
			total++
		}
	}
	room := make([]Citation, total)
	cited := make(citations, len(counts))
	for key, count := range counts {
		cited[key], room = room[:0:count], room[count:]
	}
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
		citer := &Citer{document.Collection(), document.Key()}
		for i := range document.Common().References {
			reference := &document.Common().References[i]
			for _, collection := range reference.Collections() {
				if !yield(Read{collection, reference.ID, true}, Citation{citer, reference.Path}) {
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
