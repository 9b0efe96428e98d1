package page

import (
	"cmp"
	"maps"
	"slices"
	"sync"

	"greffe/generator/council"
)

// A chronicle is all that happened, by year. It is gathered once for the pages
// of all years, and each year is put in order once for all its pages.
type chronicle struct {
	once   sync.Once
	reads  council.Reads
	events int
	years  map[int16]*annals
}

// The annals of a year are what happened in it.
type annals struct {
	once   sync.Once
	events []Event
}

// chronicle is that of the council, and what it was made from is noted.
func (v *View) chronicle() *chronicle {
	c := &v.publisher.chronicle
	c.once.Do(func() {
		c.years = make(map[int16]*annals)
		for date, event := range events(v.Council.Recording(&c.reads)) {
			year := c.years[date.Year]
			if year == nil {
				year = new(annals)
				c.years[date.Year] = year
			}
			year.events = append(year.events, event)
			c.events++
		}
	})
	v.Council.Note(&c.reads)
	return c
}

// in are the events of a year: by date, what is less precise first, then as the
// collections come.
func (c *chronicle) in(year int16) []Event {
	of := c.years[year]
	if of == nil {
		return nil
	}
	of.once.Do(func() {
		slices.SortStableFunc(of.events, func(a, b Event) int {
			return cmp.Or(cmp.Compare(a.Date.First(), b.Date.First()), cmp.Compare(b.Date.Last(), a.Date.Last()))
		})
	})
	return of.events
}

// all are the events of all years.
func (c *chronicle) all() []Event {
	var all []Event
	for _, year := range slices.Sorted(maps.Keys(c.years)) {
		all = append(all, c.in(year)...)
	}
	return all
}
