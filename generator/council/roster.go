package council

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// A Seat is a mandate with its holder.
type Seat struct {
	Member *Member
	*Mandate
}

// Roster lists who holds a mandate in a body on a day, by name. Who sits in a
// circle or a group sits in its parent too; each person is listed once, under
// the mandate that comes first in their file. The empty ref is every body.
func (c *Council) Roster(body Ref[Body], day Day) []Seat {
	return slices.Collect(c.seated(body, day))
}

// seated yields what Roster lists.
func (c *Council) seated(body Ref[Body], day Day) iter.Seq[Seat] {
	c.reads.note("members", wholeCollection)
	return func(yield func(Seat) bool) {
		var last *Member
		for _, t := range c.sitting()[body] {
			if t.first <= day && day <= t.last && t.Member != last {
				if last = t.Member; !yield(t.Seat) {
					return
				}
			}
		}
	}
}

// A tenure is a seat with its bounds as days.
type tenure struct {
	Seat
	first, last Day
}

// sittings lists, for each body, every mandate that was ever held in it or in
// one of its parts, by member; under the empty ref, all of them. It is asked
// when somebody wants a roster: most pages do not, and an edit waits for one.
func (c *Council) sittings() map[Ref[Body]][]tenure {
	sitting := make(map[Ref[Body]][]tenure)
	for _, member := range c.Members.items {
		for i := range member.Mandates {
			mandate := &member.Mandates[i]
			t := tenure{Seat{member, mandate}, math.MinInt32, math.MaxInt32}
			if !mandate.Start.IsZero() {
				t.first = mandate.Start.First()
			}
			if !mandate.End.IsZero() {
				t.last = mandate.End.Last()
			}
			sitting[""] = append(sitting[""], t)
			for _, body := range c.ancestry(mandate.Body) {
				sitting[body] = append(sitting[body], t)
			}
		}
	}
	return sitting
}

// ancestry is a body, its parent, its parent's parent, and so on.
func (c *Council) ancestry(body Ref[Body]) []Ref[Body] {
	var line []Ref[Body]
	for body != "" && len(line) < 16 { // a body that contains itself is an error elsewhere, not a hang here
		line = append(line, body)
		declared := c.Bodies.Find(body)
		if declared == nil {
			break
		}
		body = declared.Parent
	}
	return line
}

// Within tells whether a body is another or one of its parts, however deep. The
// empty ref is the whole council.
func (c *Council) Within(part, whole Ref[Body]) bool {
	return whole == "" || slices.Contains(c.ancestry(part), whole)
}

// Holders lists who holds a role on a day, by name.
func (c *Council) Holders(role Ref[Role], day Day) []Seat {
	var seats []Seat
	for member := range c.Members.All() {
		for i := range member.Mandates {
			if mandate := &member.Mandates[i]; mandate.Role == role && mandate.On(day) {
				seats = append(seats, Seat{member, mandate})
			}
		}
	}
	return seats
}

// Sits tells whether the member holds a mandate anywhere on a day.
func (m *Member) Sits(day Day) bool {
	for i := range m.Mandates {
		if m.Mandates[i].On(day) {
			return true
		}
	}
	return false
}

// MandateOn is the member's mandate on a day, or nil.
func (m *Member) MandateOn(day Day) *Mandate {
	for i := range m.Mandates {
		if m.Mandates[i].On(day) {
			return &m.Mandates[i]
		}
	}
	return nil
}

// LastMandate is the mandate that started last, or nil.
func (m *Member) LastMandate() *Mandate {
	var last *Mandate
	for i := range m.Mandates {
		if last == nil || cmp.Compare(m.Mandates[i].Start.First(), last.Start.First()) > 0 {
			last = &m.Mandates[i]
		}
	}
	return last
}
