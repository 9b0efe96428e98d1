package data

import (
	"iter"

	"greffe/generator/council"
)

func documentsIn(c *council.Council) *council.Collection[council.Document] { return &c.Documents }

func documentsTable() *Table {
	return documents(documentsIn).common(document).document(document)
}

// pages are free texts: where they stand in a menu is no fact.
func pages() *Table {
	return documents(func(c *council.Council) *council.Collection[council.Page] { return &c.Pages }, leave("menu", "order")).
		common(document).document(document)
}

func documentRecipients() *Table {
	return links("document_recipients", "document", "organisation", "sent_to", documentsIn,
		func(c *council.Council, d *council.Document) []*council.Organisation {
			return c.Organisations.Some(d.SentTo)
		})
}

// articles have an id of their own, and an address.
func articles() *Table {
	type row = part[council.Document, council.Article]
	t := entries("articles", documentsIn, func(d *council.Document) []council.Article { return d.Articles })
	t.id(func(a row) string { return a.whole.ID + "/" + string(a.part.ID) })
	t.refer("document", "documents", row.entity)
	t.fields(council.Article{}, func(a row) any { return a.part }, leave("id"))
	t.from(func(_ *view, a row) origin { return within(a.whole, item("articles", a.rank)) })
	return t.placed(
		func(v *view, a row) string { return v.addresses.Of(a.whole) + "#" + string(a.part.ID) },
		func(v *view, a row) council.Date { return a.whole.Modified(v.AsOf) },
	)
}

func visas() *Table {
	t := parts("visas", "document", "visas", documentsIn, func(d *council.Document) []council.Visa { return d.Visas }, rename("url", "text_url"))
	return t.document(part[council.Document, council.Visa].entire)
}

func operative() *Table {
	t := parts("operative", "document", "operative", documentsIn, func(d *council.Document) []council.OperativePart { return d.Operative })
	return t.document(part[council.Document, council.OperativePart].entire)
}

// name tells a document from all others, whatever their collections.
func name(d council.Documented) string { return d.Collection() + "/" + d.Key() }

// A bond ties a document, of whatever collection, to an entity that it names.
type bond[P any] struct {
	council.Documented
	to *P
}

func (l bond[P]) document() council.Documented { return l.Documented }

func (l bond[P]) entity() council.Entity { return any(l.to).(council.Entity) }

// bonds is the table of a list of references that documents of several
// collections have under a key.
func bonds[P any](table, target, key string, named func(*view, council.Documented) []*P) *Table {
	t := tableOfAll(table, func(v *view, d council.Documented) iter.Seq[bond[P]] {
		return func(yield func(bond[P]) bool) {
			for _, to := range once(named(v, d)) {
				if !yield(bond[P]{d, to}) {
					return
				}
			}
		}
	})
	t.id(func(l bond[P]) string { return name(l.Documented) + "/" + l.entity().Key() })
	t.stands(bond[P].document)
	t.refer(target, new(council.Collection[P]).Name(), bond[P].entity)
	t.from(func(_ *view, l bond[P]) origin { return within(l.Documented, key) })
	return t.document(bond[P].document)
}

// signatories are the organisations that signed an opinion or a piece of news.
func signatories() *Table {
	return bonds("signatories", "organisation", "signatories", func(v *view, d council.Documented) []*council.Organisation {
		switch d := d.(type) {
		case *council.Opinion:
			return v.Organisations.Some(d.Signatories)
		case *council.News:
			return v.Organisations.Some(d.Signatories)
		}
		return nil
	})
}

func documentThemes() *Table {
	return bonds("document_themes", "theme", "themes", func(v *view, d council.Documented) []*council.Theme {
		return v.Themes.Some(d.Common().Themes)
	})
}

func documentAxes() *Table {
	return bonds("document_axes", "axis", "axes", func(v *view, d council.Documented) []*council.Axis {
		return v.Axes.Some(d.Common().Axes)
	})
}
