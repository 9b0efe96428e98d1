package data

import (
	"iter"
	"slices"
	"strconv"

	"greffe/generator/council"
)

func organisationsIn(c *council.Council) *council.Collection[council.Organisation] {
	return &c.Organisations
}

func isSelf(o *council.Organisation) bool {
	return council.Ref[council.Organisation](o.ID) == council.Self
}

// statedAt is where an organisation is declared: the council itself, in its
// settings.
func statedAt(v *view, o *council.Organisation, inSettings, path string) origin {
	if isSelf(o) {
		return settled(v, inSettings)
	}
	return origin{"organisations.yaml", &o.Places, path}
}

func organisations() *Table {
	t := listed(organisationsIn, rename("url", "website"))
	t.from(func(v *view, o *council.Organisation) origin { return statedAt(v, o, "name", "id") })
	return t.entity(key)
}

// altNames are those of the council too.
func altNames() *Table {
	t := tableOf("alt_names", organisationsIn, func(v *view, o *council.Organisation) iter.Seq[part[council.Organisation, council.AltName]] {
		return func(yield func(part[council.Organisation, council.AltName]) bool) {
			names := o.AltNames
			if isSelf(o) {
				names = v.Settings.AltNames
			}
			for i := range names {
				if !yield(part[council.Organisation, council.AltName]{o, &names[i], i + 1}) {
					return
				}
			}
		}
	})
	t.id(part[council.Organisation, council.AltName].name)
	t.refer("organisation", "organisations", part[council.Organisation, council.AltName].entity)
	t.fields(council.AltName{}, func(p part[council.Organisation, council.AltName]) any { return p.part })
	t.from(func(v *view, p part[council.Organisation, council.AltName]) origin {
		path := item("alt_names", p.rank)
		return statedAt(v, p.whole, path, path)
	})
	return t.entity(part[council.Organisation, council.AltName].entity)
}

func partners() *Table {
	t := newTable("partners", func(v *view) iter.Seq[*council.Organisation] {
		return slices.Values(once(v.Organisations.Some(v.Settings.Partners)))
	})
	t.id(func(o *council.Organisation) string { return o.Key() })
	t.refer("organisation", "organisations", func(o *council.Organisation) council.Entity { return o })
	t.from(func(v *view, _ *council.Organisation) origin { return settled(v, "partners") })
	return t.entity(key)
}

// A setting is an entry of a list of council.yaml, and its rank.
type setting[P any] struct {
	part *P
	rank int
}

// settingsList starts the table of a list of council.yaml, whose entries have their
// rank for an id.
func settingsList[P any](name, key string, list func(*council.Settings) []P, options ...option) *builder[setting[P]] {
	t := newTable(name, func(v *view) iter.Seq[setting[P]] {
		return func(yield func(setting[P]) bool) {
			entries := list(v.Settings)
			for i := range entries {
				if !yield(setting[P]{&entries[i], i + 1}) {
					return
				}
			}
		}
	})
	t.id(func(s setting[P]) string { return strconv.Itoa(s.rank) })
	t.fields(new(P), func(s setting[P]) any { return s.part }, options...)
	return t.from(func(v *view, s setting[P]) origin { return settled(v, item(key, s.rank)) })
}

func home[P any](t *builder[setting[P]]) *Table {
	return t.placed(
		func(v *view, _ setting[P]) string { return v.addresses.Home() },
		func(*view, setting[P]) council.Date { return council.Date{} },
	)
}

func foundingActs() *Table {
	return home(settingsList("founding_acts", "founding_acts",
		func(s *council.Settings) []council.FoundingAct { return s.FoundingActs }, rename("url", "text_url")))
}

func relations() *Table {
	return home(settingsList("relations", "relations", func(s *council.Settings) []council.Relation { return s.Relations }))
}

func accounts() *Table {
	return home(settingsList("social_accounts", "social",
		func(s *council.Settings) []council.Account { return s.Social }, rename("url", "account_url")))
}

// gaps are what the sources contradict or leave out, which the conformity page
// tells.
func gaps() *Table {
	return settingsList("gaps", "gaps", func(s *council.Settings) []council.Gap { return s.Gaps }).section("conformity")
}
