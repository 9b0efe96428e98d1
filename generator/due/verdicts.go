package due

import (
	"slices"
	"sort"

	"greffe/generator/conformity"
	"greffe/generator/council"
)

// A breach with the rule that found it and the council that was judged, so that
// it can be asked on which day it appears.
type breach struct {
	conformity.Breach
	rule conformity.Rule
	of   *council.Council
}

// breaches are what a rule finds as of the council's moment, without what
// council.yaml turns off.
func (l *lister) breaches(rule conformity.Rule, c *council.Council) []breach {
	var found []breach
	for _, verdict := range rule.Judge(c) {
		for _, b := range verdict.Breaches {
			if !l.off(b.Kind) {
				found = append(found, breach{b, rule, c})
			}
		}
	}
	return found
}

func (l *lister) off(kind string) bool {
	return slices.ContainsFunc(l.Settings.Warnings, func(w council.WarningSetting) bool { return w.Name == kind && w.Off })
}

// standing are the breaches of a kind that are not over, and those that will
// have appeared by the end of the horizon if nothing is written until then.
func (l *lister) standing(rule conformity.Rule, c *council.Council, kind string) []breach {
	found := l.breaches(rule, c)
	for _, later := range l.breaches(rule, asOf(c, l.horizon+1)) {
		if !slices.ContainsFunc(found, later.same) {
			found = append(found, later)
		}
	}
	return slices.DeleteFunc(found, func(b breach) bool { return b.Kind != kind || !b.To.IsZero() })
}

// same tells whether two breaches are one, looked at on two days.
func (b breach) same(other breach) bool {
	return b.Kind == other.Kind && b.Document == other.Document && b.Path == other.Path && b.Args["period"] == other.Args["period"]
}

// lastDay is the last day on which the rule did not find the breach: the day
// until which it can be averted.
func (b breach) lastDay() council.Date {
	began := b.From.First()
	if b.From.IsZero() {
		began = b.of.Began().First()
	}
	days := int(b.of.AsOf.First() - began) // on the last of them it was found
	n := sort.Search(max(days, 0), func(n int) bool {
		for _, verdict := range b.rule.Judge(asOf(b.of, began+council.Day(n))) {
			for _, found := range verdict.Breaches {
				if (breach{Breach: found}).same(b) {
					return true
				}
			}
		}
		return false
	})
	return (began + council.Day(n) - 1).Date()
}

// asOf is the same council on another day.
func asOf(c *council.Council, day council.Day) *council.Council {
	return at(c, council.Moment{Date: day.Date(), Timed: true})
}

func at(c *council.Council, moment council.Moment) *council.Council {
	later := *c
	later.AsOf = moment
	return &later
}
