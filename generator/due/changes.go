package due

import (
	"cmp"
	"iter"
	"slices"
	"time"

	"greffe/generator/council"
)

// A Change is a moment from which the site is another one, though nobody touched
// it. It bears a time only if it comes in the course of a day.
type Change struct {
	At       council.Moment
	Kind     string             // its sentence is the catalogue's "due.change.KIND"
	Document council.Documented // what changes; nil: the whole council
}

// Changes are the moments after the council's own, until the end of a day, at
// which time alone changes the site; in order. The day's own date, which pages
// on the composition bear ("au 20 novembre 2026"), is not one of them.
//
// Building the site at each of them, or each night, is enough for it never to
// be out of date.
func Changes(c *council.Council, until council.Day) []Change {
	t := &teller{Council: c, after: c.AsOf, until: council.Moment{Date: until.Date(), Timed: true, Hour: 23, Minute: 59}}
	for document := range c.Everything() {
		t.visibility(document)
		t.dates(document)
		switch d := document.(type) {
		case *council.Member:
			t.member(d)
		case *council.Session:
			if d.Status != council.Held {
				t.tell("session-passes", over(d.Start), d)
			}
		case *council.Opinion:
			t.opinion(d)
		case *council.News:
			if d.Call != nil {
				t.first("call-opens", d.Call.OpensOn, d)
				t.ended("call-closes", d.Call.ClosesOn, d)
			}
		}
	}
	t.settings()
	t.rules()
	slices.SortStableFunc(t.changes, func(a, b Change) int {
		return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.Kind, b.Kind))
	})
	return t.changes
}

// Next is the first change as of the council's moment; the zero Change if none
// comes within two years. There is one each New Year at the latest, for a
// council that has members.
func Next(c *council.Council) Change {
	today := c.AsOf.First()
	for _, days := range []council.Day{31, 366, 732} {
		if changes := Changes(c, today+days); len(changes) > 0 {
			return changes[0]
		}
	}
	return Change{}
}

// ByDay parts changes, which are in order, into those of each day.
func ByDay(changes []Change) iter.Seq[[]Change] {
	return func(yield func([]Change) bool) {
		for from, to := 0, 1; to <= len(changes); to++ {
			if to == len(changes) || changes[to].At.Date != changes[from].At.Date {
				if !yield(changes[from:to]) {
					return
				}
				from = to
			}
		}
	}
}

type teller struct {
	*council.Council
	after, until council.Moment
	changes      []Change
	shown        []council.Moment // when the public council becomes another one
}

// within tells whether a moment is among those that were asked for.
func (t *teller) within(at council.Moment) bool {
	return at.Compare(t.after) > 0 && at.Compare(t.until) <= 0
}

// tell notes a change of a document that is public then, or was just before.
func (t *teller) tell(kind string, moment council.Moment, document council.Documented) {
	if !t.within(moment) {
		return
	}
	if document != nil && !t.public(document, moment) && !t.public(document, minutes(moment, -1)) {
		return
	}
	t.changes = append(t.changes, Change{moment, kind, document})
}

func (t *teller) public(document council.Documented, moment council.Moment) bool {
	return at(t.Council, moment).State(document) == council.Published
}

// first tells of the first day that a date may mean.
func (t *teller) first(kind string, date council.Date, document council.Documented) {
	if !date.IsZero() {
		t.tell(kind, council.Moment{Date: date.First().Date()}, document)
	}
}

// ended tells of the day after the last that a date may mean.
func (t *teller) ended(kind string, date council.Date, document council.Documented) {
	if !date.IsZero() {
		t.tell(kind, council.Moment{Date: (date.Last() + 1).Date()}, document)
	}
}

// visibility tells when the public sees a document, and when it no longer does.
func (t *teller) visibility(document council.Documented) {
	entry := document.Common()
	from := len(t.changes)
	if publish := entry.PublishOn; !publish.IsZero() {
		if !publish.Timed {
			publish.Date = publish.First().Date()
		}
		t.tell("published", publish, document)
	}
	if !entry.ExpireOn.IsZero() {
		t.tell("expires", over(entry.ExpireOn), document)
	}
	for i := range t.Withdrawals {
		w := &t.Withdrawals[i]
		if string(w.ID) == document.Key() && string(w.Of) == document.Collection() {
			t.first("withdrawn", w.On, document)
		}
	}
	for _, change := range t.changes[from:] {
		t.shown = append(t.shown, change.At)
	}
}

// dates tells when a date that a document states is reached: its last change is
// then dated of that day, and the catalogue's period runs to it.
func (t *teller) dates(document council.Documented) {
	for _, date := range document.Common().Stated {
		t.first("dated", date, document)
		if !date.IsDay() && !date.IsZero() {
			t.tell("dated", council.Moment{Date: date.Last().Date()}, document)
		}
	}
}

func (t *teller) member(member *council.Member) {
	for i := range member.Mandates {
		m := &member.Mandates[i]
		t.first("mandate-starts", m.Start, member)
		t.first("mandate-ends", m.End, member) // pages say "prendra fin" until then
		t.ended("mandate-over", m.End, member)
	}
}

func (t *teller) opinion(opinion *council.Opinion) {
	if !opinion.Followed() {
		return
	}
	for i := range opinion.Recommendations {
		if r := &opinion.Recommendations[i]; !r.State().Closed() {
			t.ended("recommendation-late", r.Due, opinion)
		}
	}
}

// settings tells of what council.yaml dates, and of New Year: the current year
// has a page of its own.
func (t *teller) settings() {
	if contact := t.Settings.Contact; contact != nil {
		t.ended("contact-over", contact.Until, nil)
	}
	if contact := t.Settings.PressContact; contact != nil && t.hasPressReleases() {
		t.ended("contact-over", contact.Until, nil)
	}
	if a := t.Settings.Accessibility; a != nil && a.Audit != nil && !a.Audit.On.IsZero() {
		t.ended("audit-over", a.Audit.On.AddYears(3), nil)
	}
	for i := range t.Withdrawals {
		if w := &t.Withdrawals[i]; t.Lookup(string(w.Of), string(w.ID)) == nil {
			t.first("withdrawn", w.On, nil) // its file is gone already
		}
	}
	for year := t.after.Year + 1; year <= t.until.Year; year++ {
		t.tell("new-year", council.Moment{Date: council.Date{Year: year, Month: 1, Day: 1}}, nil)
	}
}

// hasPressReleases tells whether a page gives the press contact.
func (t *teller) hasPressReleases() bool {
	for news := range t.News.All() {
		if news.Kind == "press-release" {
			return true
		}
	}
	return false
}

// over is the first minute at which a moment has wholly gone by.
func over(moment council.Moment) council.Moment {
	if moment.Timed {
		return minutes(moment, 1)
	}
	return council.Moment{Date: (moment.Last() + 1).Date()}
}

// minutes is the moment so many minutes later.
func minutes(moment council.Moment, n int) council.Moment {
	return council.MomentOf(moment.In(time.UTC).Add(time.Duration(n) * time.Minute))
}
