package data

import (
	"iter"

	"greffe/generator/council"
)

// A request is a recommendation of an opinion, and its rank there.
type request struct {
	council.FollowedUp
	rank int
}

func (r request) address(v *view) string { return v.addresses.Recommendation(r.FollowedUp) }

// asked yields the recommendations of an opinion, also of one that was rejected
// or withdrawn: the table says which are followed.
func asked(_ *view, opinion *council.Opinion) iter.Seq[request] {
	return func(yield func(request) bool) {
		for i := range opinion.Recommendations {
			if !yield(request{council.FollowedUp{Opinion: opinion, Recommendation: &opinion.Recommendations[i]}, i + 1}) {
				return
			}
		}
	}
}

func recommendations() *Table {
	t := tableOf("recommendations", opinionsIn, asked)
	t.id(request.Key)
	t.refer("opinion", "opinions", func(r request) council.Entity { return r.Opinion })
	t.fields(council.Recommendation{}, func(r request) any { return r.Recommendation }, leave("id"))
	t.column("followed", Boolean, func(_ *view, r request) Cell { return boolean(r.Opinion.Followed()) })
	t.column("state", Text, func(_ *view, r request) Cell {
		if !r.Opinion.Followed() {
			return unknown
		}
		return text(r.State())
	}).Words = council.Proposed.Words()
	t.column("late", Boolean, func(v *view, r request) Cell {
		if !r.Opinion.Followed() {
			return unknown
		}
		return boolean(r.Late(v.AsOf))
	})
	t.from(func(_ *view, r request) origin { return within(r.Opinion, item("recommendations", r.rank)) })
	return t.placed(
		func(v *view, r request) string { return r.address(v) },
		func(v *view, r request) council.Date { return r.Opinion.Modified(v.AsOf) },
	)
}

// A progress is one update of a recommendation.
type progress struct {
	request
	update *council.Update
	step   int
}

func progressOf(v *view, opinion *council.Opinion) iter.Seq[progress] {
	return func(yield func(progress) bool) {
		for r := range asked(v, opinion) {
			for i := range r.Updates {
				if !yield(progress{r, &r.Updates[i], i + 1}) {
					return
				}
			}
		}
	}
}

func recommendationUpdates() *Table {
	t := tableOf("recommendation_updates", opinionsIn, progressOf)
	t.id(func(p progress) string { return rankIn(p.Key(), p.step) })
	id := t.column("recommendation_id", Text, func(_ *view, p progress) Cell { return text(p.Key()) })
	id.Refers, id.Required = "recommendations", true
	t.column("recommendation_text", Text, func(_ *view, p progress) Cell { return text(p.Text) })
	t.refer("opinion", "opinions", func(p progress) council.Entity { return p.Opinion })
	t.fields(council.Update{}, func(p progress) any { return p.update })
	t.from(func(_ *view, p progress) origin {
		return within(p.Opinion, item(item("recommendations", p.rank)+".updates", p.step))
	})
	return t.placed(
		func(v *view, p progress) string { return p.address(v) },
		func(v *view, p progress) council.Date { return p.Opinion.Modified(v.AsOf) },
	)
}
