package due

import (
	"slices"

	"greffe/generator/conformity"
	"greffe/generator/council"
)

// rules tells when the page on conformity says something else of a rule.
//
// A verdict changes only on a day on which something that is dated begins or
// ends, a term is over, or a period of the calendar is: on all those days the
// public council is judged as a build would, and compared with the day before.
func (t *teller) rules() {
	var before []shown
	var public *council.Council
	var made council.Moment
	moments := []council.Moment{t.after}
	for _, day := range t.days() {
		moments = append(moments, council.Moment{Date: day.Date()})
	}
	for _, moment := range moments {
		if public == nil || slices.ContainsFunc(t.shown, func(at council.Moment) bool { return at.Compare(made) > 0 && at.Compare(moment) <= 0 }) {
			public, made = at(t.Council, moment).Public(false), moment
		}
		now := judged(at(public, moment))
		if before != nil && !slices.EqualFunc(now, before, shown.equal) {
			t.tell("conformity", moment, nil)
		}
		before = now
	}
}

// days are those on which a verdict may change, in order.
func (t *teller) days() []council.Day {
	var days []council.Day
	note := func(dates ...council.Date) {
		for _, date := range dates {
			if !date.IsZero() {
				days = append(days, date.First(), date.First()+1, date.Last(), date.Last()+1)
			}
		}
	}
	for document := range t.Everything() {
		note(document.Common().Stated...)
		member, ok := document.(*council.Member)
		if !ok {
			continue
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			note(m.Start, m.End)
			if term := t.Settings.Rules.Term; term != nil && !m.Start.IsZero() {
				note(m.Start.First().Date().AddYears(term.Years), m.Start.Last().Date().AddYears(term.Years))
			}
		}
	}
	for body := range t.Bodies.All() {
		for i := range body.Parity {
			note(body.Parity[i].On)
		}
	}
	if began := t.Began(); !began.IsZero() {
		note(began.AddMonths(6))
	}
	for _, at := range t.shown {
		days = append(days, at.First(), at.First()+1)
	}
	for first := (council.Date{Year: t.after.Year, Month: 1, Day: 1}); first.First() <= t.until.First(); first = first.AddMonths(1) {
		days = append(days, first.First())
	}
	slices.Sort(days)
	days = slices.Compact(days)
	return slices.DeleteFunc(days, func(day council.Day) bool { return day <= t.after.First() || day > t.until.First() })
}

// shown is what the site shows of a verdict.
type shown struct {
	rule, scope, path string
	state             conformity.State
	since             council.Date
	when              []conformity.Lapse
}

func (s shown) equal(other shown) bool {
	return s.rule == other.rule && s.scope == other.scope && s.path == other.path &&
		s.state == other.state && s.since == other.since && slices.Equal(s.when, other.when)
}

func judged(c *council.Council) []shown {
	var all []shown
	for _, v := range conformity.Evaluate(c) {
		all = append(all, shown{rule: v.Rule, scope: v.Scope, path: v.Path, state: v.State, since: v.Since, when: v.Lapses()})
	}
	return all
}
