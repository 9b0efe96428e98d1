package data

import (
	"iter"
	"slices"

	"greffe/generator/council"
)

// listed starts the table of a list that the settings or organisations.yaml
// declare.
func listed[T any](in func(*council.Council) *council.Collection[T], options ...option) *builder[*T] {
	entity := func(row *T) council.Entity { return any(row).(council.Entity) }
	name := new(council.Collection[T]).Name()
	t := tableOf(name, in, func(_ *view, row *T) iter.Seq[*T] { return single(row) })
	t.id(func(row *T) string { return entity(row).Key() })
	t.fields(new(T), func(row *T) any { return row }, append(options, leave("id"))...)
	t.from(func(v *view, row *T) origin { return settled(v, item(name, rankOf(in(v.Council), row))) })
	return t
}

// rankOf is the place of an entry in its list, which is as short as people
// write it.
func rankOf[T any](list *council.Collection[T], of *T) int {
	rank := 0
	for entry := range list.All() {
		if rank++; entry == of {
			break
		}
	}
	return rank
}

func key[T any](row *T) council.Entity { return any(row).(council.Entity) }

func bodiesIn(c *council.Council) *council.Collection[council.Body] { return &c.Bodies }

func bodies() *Table { return listed(bodiesIn).entity(key) }

func themes() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Theme] { return &c.Themes }).entity(key)
}

func axes() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Axis] { return &c.Axes }).entity(key)
}

func series() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Series] { return &c.Series }).entity(key)
}

// Those that have no page of their own are told by the composition.

func roles() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Role] { return &c.Roles }).section("composition")
}

func colleges() *Table {
	return listed(func(c *council.Council) *council.Collection[council.College] { return &c.Colleges }).section("composition")
}

func categories() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Category] { return &c.Categories }).section("composition")
}

func districts() *Table {
	return listed(func(c *council.Council) *council.Collection[council.District] { return &c.Districts }).section("composition")
}

func profiles() *Table {
	return listed(func(c *council.Council) *council.Collection[council.Profile] { return &c.Profiles }).section("composition")
}

// councilTable has one row: the settings that are facts.
func councilTable() *Table {
	t := newTable("council", func(v *view) iter.Seq[*council.Settings] { return slices.Values([]*council.Settings{v.Settings}) })
	t.id(func(*council.Settings) string { return string(council.Self) })
	t.fields(council.Settings{}, func(s *council.Settings) any { return s }, leave(
		"rules", "warnings", "gaps", // conformity
		"data", "legal", "privacy", "accessibility", "appearance", "menu", "cms", // of the site, not of the council
	))
	t.from(func(v *view, _ *council.Settings) origin { return settled(v, "") })
	return t.placed(
		func(v *view, _ *council.Settings) string { return v.addresses.Home() },
		func(*view, *council.Settings) council.Date { return council.Date{} },
	)
}

// glossary has the term itself, folded, for an id: a new term changes no other
// one's.
func glossary() *Table {
	t := newTable("glossary", func(v *view) iter.Seq[*council.Term] {
		return func(yield func(*council.Term) bool) {
			for i := range v.Glossary {
				if !yield(&v.Glossary[i]) {
					return
				}
			}
		}
	})
	t.id(func(term *council.Term) string { return council.Slug(term.Term) })
	t.fields(council.Term{}, func(term *council.Term) any { return term })
	t.from(func(_ *view, term *council.Term) origin { return origin{"glossary.yaml", &term.Places, "term"} })
	return t.section("glossary")
}
