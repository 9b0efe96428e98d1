package data

import (
	"iter"
	"slices"

	"greffe/generator/council"
)

func newsIn(c *council.Council) *council.Collection[council.News] { return &c.News }

func news() *Table {
	return documents(newsIn, leave("call")).common(document).document(document)
}

func quotes() *Table {
	t := parts("quotes", "news", "quotes", newsIn, func(n *council.News) []council.Quote { return n.Quotes })
	return t.document(part[council.News, council.Quote].entire)
}

func commitments() *Table {
	t := parts("commitments", "news", "commitments", newsIn, func(n *council.News) []council.Commitment { return n.Commitments })
	return t.document(part[council.News, council.Commitment].entire)
}

// An advance is one update of a commitment.
type advance struct {
	part[council.News, council.Commitment]
	update *council.Update
	step   int
}

func advancesOf(_ *view, n *council.News) iter.Seq[advance] {
	return func(yield func(advance) bool) {
		for i := range n.Commitments {
			c := &n.Commitments[i]
			for j := range c.Updates {
				if !yield(advance{part[council.News, council.Commitment]{n, c, i + 1}, &c.Updates[j], j + 1}) {
					return
				}
			}
		}
	}
}

func commitmentUpdates() *Table {
	t := tableOf("commitment_updates", newsIn, advancesOf)
	t.id(func(a advance) string { return rankIn(a.name(), a.step) })
	id := t.column("commitment_id", Text, func(_ *view, a advance) Cell { return text(a.name()) })
	id.Refers, id.Required = "commitments", true
	t.column("commitment_text", Text, func(_ *view, a advance) Cell { return text(a.part.part.Text) })
	t.refer("news", "news", func(a advance) council.Entity { return a.whole })
	t.fields(council.Update{}, func(a advance) any { return a.update })
	t.from(func(_ *view, a advance) origin {
		return within(a.whole, item(item("commitments", a.rank)+".updates", a.step))
	})
	return t.document(func(a advance) council.Documented { return a.whole })
}

// speakerOffices are what somebody who is interviewed holds elsewhere.
func speakerOffices() *Table {
	t := parts("speaker_offices", "news", "speaker.offices", newsIn, func(n *council.News) []council.Office {
		if n.Speaker == nil {
			return nil
		}
		return n.Speaker.Offices
	})
	return t.document(part[council.News, council.Office].entire)
}

// calls are the news that ask people to come forward.
func calls() *Table {
	t := tableOf("calls", newsIn, func(_ *view, n *council.News) iter.Seq[*council.News] {
		if n.Call == nil {
			return slices.Values([]*council.News(nil))
		}
		return single(n)
	})
	t.id(func(n *council.News) string { return n.ID })
	t.refer("news", "news", func(n *council.News) council.Entity { return n })
	t.fields(council.Call{}, func(n *council.News) any { return n.Call })
	t.column("open", Boolean, func(v *view, n *council.News) Cell { return boolean(n.Call.Open(v.AsOf)) })
	t.from(func(_ *view, n *council.News) origin { return within(n, "call") })
	return t.document(document)
}
