// Package due tells what awaits the secretary of a council, and on which days
// its site changes though nobody touches it.
//
// [List] is what is late, what is to be done and what comes: mandates that end,
// absences, minutes, follow-up, documents. [Changes] are the moments at which
// time alone makes the site another one: for whoever builds it on a schedule.
//
// Nothing here is for the public: an item names people and documents that no
// page shows. And nothing is judged here: what a council has ruled is judged by
// package conformity, as of today and as of the days to come; what an authority
// owes is asked of the documents themselves.
package due

import (
	"cmp"
	"slices"

	"greffe/generator/council"
)

// An Item is one thing to be done, or to know.
type Item struct {
	Kind     string             // its sentences are the catalogue's "due.KIND"
	On       council.Date       // until when, or when it happened; zero: not known
	Document council.Documented // what it is about; nil: council.yaml
	Path     string             // of the value
	Args     Args
}

// Args are what the sentences are about, by the names that they use. A value is
// said in words by whoever prints it.
type Args map[string]any

// Days is how many days are left until the item's date is over as of a moment;
// fewer than none if it is.
func (i *Item) Days(asOf council.Moment) int { return int(i.On.Last() - asOf.First()) }

// Late tells whether the item's date has gone by.
func (i *Item) Late(asOf council.Moment) bool { return i.Days(asOf) < 0 }

// List is what is late or to be done, whatever its age, and what comes in so
// many days; the oldest first.
func List(c *council.Council, within int) []Item {
	l := &lister{Council: c, today: c.AsOf.First()}
	l.horizon = l.today + council.Day(within)
	l.mandates()
	l.absences()
	l.sessions()
	l.advice()
	l.calls()
	l.papers()
	l.required()
	l.contacts()
	slices.SortStableFunc(l.items, func(a, b Item) int {
		return cmp.Or(cmp.Compare(a.On.Last(), b.On.Last()), cmp.Compare(a.Kind, b.Kind))
	})
	return l.items
}

type lister struct {
	*council.Council
	today, horizon council.Day
	items          []Item
}

// add notes an item that is known whatever its date. What is no longer
// published asks for nothing.
func (l *lister) add(i Item) {
	if i.Document != nil {
		switch l.State(i.Document) {
		case council.Expired, council.Withdrawn, council.Erased:
			return
		}
	}
	l.items = append(l.items, i)
}

// coming notes an item that is to be told only when its date is near.
func (l *lister) coming(i Item) {
	if !i.On.IsZero() && l.today <= i.On.Last() && i.On.Last() <= l.horizon {
		l.add(i)
	}
}

// until notes an item that is told when its date is near, then until it is
// done: under another name once it is late.
func (l *lister) until(i Item, late string) {
	if i.On.IsZero() || i.On.Last() > l.horizon {
		return
	}
	if i.On.Last() < l.today {
		i.Kind = late
	}
	l.add(i)
}
