package data

import (
	"cmp"
	"iter"
	"slices"

	"greffe/generator/council"
)

// withdrawals are the documents that were public and no longer are, the latest
// first. What was erased leaves nothing, not even a row here.
func withdrawals() *Table {
	t := newTable("withdrawals", func(v *view) iter.Seq[*council.Withdrawal] {
		var kept []*council.Withdrawal
		for i := range v.Withdrawals {
			if w := &v.Withdrawals[i]; !w.Erase {
				kept = append(kept, w)
			}
		}
		slices.SortFunc(kept, func(a, b *council.Withdrawal) int {
			return cmp.Or(cmp.Compare(b.On.First(), a.On.First()), cmp.Compare(a.Of, b.Of), cmp.Compare(a.ID, b.ID))
		})
		return slices.Values(kept)
	})
	t.id(func(w *council.Withdrawal) string { return string(w.Of) + "/" + string(w.ID) })
	t.column("withdrawn_id", Text, func(_ *view, w *council.Withdrawal) Cell { return text(w.ID) }).Required = true
	t.fields(council.Withdrawal{}, func(w *council.Withdrawal) any { return w }, leave("id", "erase"))
	why := t.column("kind", Text, func(_ *view, w *council.Withdrawal) Cell {
		if w.Expired {
			return text("expired")
		}
		return text("withdrawn")
	})
	why.Words, why.Required = []string{"withdrawn", "expired"}, true
	// One that expired is declared by its own file, which is not public.
	t.from(func(_ *view, w *council.Withdrawal) origin {
		if w.Expired {
			return origin{}
		}
		return origin{"withdrawals.yaml", &w.Places, "id"}
	})
	return t.placed(
		func(v *view, w *council.Withdrawal) string { return v.addresses.Document(string(w.Of), string(w.ID)) },
		func(_ *view, w *council.Withdrawal) council.Date { return w.On },
	)
}

// A former is an id that a document had before.
type former struct {
	council.Documented
	id council.ID
}

func (f former) document() council.Documented { return f.Documented }

func redirects() *Table {
	t := tableOfAll("redirects", func(_ *view, d council.Documented) iter.Seq[former] {
		return func(yield func(former) bool) {
			for _, id := range once(d.Common().Aliases) {
				if !yield(former{d, id}) {
					return
				}
			}
		}
	})
	t.id(func(f former) string { return f.Collection() + "/" + string(f.id) })
	t.column("former_id", Text, func(_ *view, f former) Cell { return text(f.id) }).Required = true
	t.stands(former.document)
	t.from(func(_ *view, f former) origin { return within(f.Documented, "aliases") })
	return t.document(former.document)
}

// A revision is an id that came, changed or went since a former publication.
type revision struct {
	table, id, change string
}

// changes are those since a former publication; without one to compare with
// there are none, and the table is a header.
func changes() *Table {
	t := newTable("changes", func(*view) iter.Seq[revision] { return slices.Values([]revision(nil)) })
	t.id(func(r revision) string { return r.table + "/" + r.id })
	t.column("table", Text, func(_ *view, r revision) Cell { return text(r.table) }).Required = true
	t.column("row_id", Text, func(_ *view, r revision) Cell { return text(r.id) }).Required = true
	how := t.column("change", Text, func(_ *view, r revision) Cell { return text(r.change) })
	how.Words, how.Required = []string{"added", "changed", "removed"}, true
	return t.section("data")
}
