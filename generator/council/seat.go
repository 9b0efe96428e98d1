package council

import "math"

// Seats lists every mandate that was ever held in a body or in its circles, by
// the holder's name. What is held in a working group or in a bureau is no seat
// in the body above: a group may take people from outside, and a bureau is made
// of people who sit already. The empty ref is the council as a whole.
func (c *Council) Seats(body Ref[Body]) []Seat {
	var seats []Seat
	within := make(map[Ref[Body]]bool)
	for member := range c.Members.All() {
		for i := range member.Mandates {
			mandate := &member.Mandates[i]
			is, known := within[mandate.Body]
			if !known {
				is = c.SeatedIn(mandate.Body, body)
				within[mandate.Body] = is
			}
			if is {
				seats = append(seats, Seat{member, mandate})
			}
		}
	}
	return seats
}

// SeatedIn tells whether a mandate held in one body is a seat in another.
func (c *Council) SeatedIn(held, body Ref[Body]) bool {
	for _, part := range c.ancestry(held) {
		if part == body {
			return true
		}
		if declared := c.Bodies.Find(part); declared == nil || !declared.Sits() {
			return false
		}
	}
	return body == ""
}

// Sits tells whether the body is the council or one of its circles, not a group
// or a bureau that works for it.
func (b *Body) Sits() bool { return b.OfType == "council" || b.OfType == "circle" }

// OfCouncil tells whether the session is one of the council or of its circles.
func (c *Council) OfCouncil(session *Session) bool {
	if session.OfBody == "" {
		return true
	}
	body := c.Bodies.Find(session.OfBody)
	return body != nil && body.Sits()
}

// Forever and Never bound what has no known end or beginning.
const (
	Never   Day = math.MinInt32
	Forever Day = math.MaxInt32
)

// Surely are the first and the last day between which the mandate was held
// whatever its partial dates mean; false if there is no such day. An end that
// is left out is open.
func (m *Mandate) Surely() (first, last Day, ok bool) {
	last = Forever
	if !m.End.IsZero() {
		last = m.End.First()
	}
	first = last
	if !m.Start.IsZero() {
		first = m.Start.Last()
	}
	return first, last, first <= last && first != Forever
}

// Perhaps are the first and the last day on which the mandate may have been
// held: those of [Mandate.On].
func (m *Mandate) Perhaps() (first, last Day) {
	first, last = Never, Forever
	if !m.Start.IsZero() {
		first = m.Start.First()
	}
	if !m.End.IsZero() {
		last = m.End.Last()
	}
	return first, last
}

// Began is the date from which the council exists, as well as it is known: that
// of its creation, of the first act that founds it, or of the first session
// that it held.
func (c *Council) Began() Date {
	if !c.Settings.Created.IsZero() {
		return c.Settings.Created
	}
	var first Date
	earlier := func(date Date) {
		if !date.IsZero() && (first.IsZero() || date.First() < first.First()) {
			first = date
		}
	}
	for i := range c.Settings.FoundingActs {
		earlier(c.Settings.FoundingActs[i].Date)
	}
	if first.IsZero() {
		for session := range c.Sessions.All() {
			if session.Status == Held {
				earlier(session.Start.Date)
			}
		}
	}
	return first
}

// AddMonths returns the same day so many months later, or the last day of a
// month that is too short.
func (d Date) AddMonths(months int) Date {
	if d.Month == 0 {
		d.Month, d.Day = 1, 1 // the first day that it may mean
	}
	month := int(d.Month) - 1 + months
	later := Date{d.Year + int16(month/12), uint8(month%12 + 1), 0}
	if month < 0 {
		later = Date{d.Year + int16((month-11)/12), uint8(((month%12)+12)%12 + 1), 0}
	}
	if d.Day == 0 {
		return later
	}
	later.Day = min(d.Day, later.Last().Date().Day)
	return later
}
