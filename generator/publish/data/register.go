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

// A formerID is an id that a document had before.
type formerID struct {
	council.Documented
	id council.ID
}

func (f formerID) document() council.Documented { return f.Documented }

func redirects() *Table {
	t := tableOfAll("redirects", func(_ *view, d council.Documented) iter.Seq[formerID] {
		return func(yield func(formerID) bool) {
			for _, id := range once(d.Common().Aliases) {
				if !yield(formerID{d, id}) {
					return
				}
			}
		}
	})
	t.id(func(f formerID) string { return f.Collection() + "/" + string(f.id) })
	t.column("former_id", Text, func(_ *view, f formerID) Cell { return text(f.id) }).Required = true
	t.stands(formerID.document)
	t.from(func(_ *view, f formerID) origin { return within(f.Documented, "aliases") })
	return t.document(formerID.document)
}
