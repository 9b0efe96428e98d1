package feed

import (
	"fmt"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"greffe/generator/council"
)

// A span is the years that a calendar's events fall in.
type span struct {
	first, last int
	known       bool
}

func (s *span) add(moments ...council.Moment) {
	for _, m := range moments {
		if m.IsZero() {
			continue
		}
		year := int(m.Year)
		if !s.known {
			s.first, s.last, s.known = year, year, true
		}
		s.first, s.last = min(s.first, year), max(s.last, year)
	}
}

// A change is one of a zone's changes of time.
type change struct {
	name     string // CET, CEST
	summer   bool
	from, to int       // offsets, in seconds east of Greenwich
	wall     time.Time // the clock when it comes, before it is changed
}

// timezone describes a zone for the years of a calendar, from what the time
// zone database says of each of them. Changes that follow one rule, such as the
// last Sunday of March, are told as that rule; others one by one.
func timezone(zone *time.Location, first, last int) *ics.VTimezone {
	vtimezone := ics.NewTimezone(zone.String())
	var kinds []change
	onsets := make(map[change][]time.Time)
	for _, c := range changes(zone, first-1, last+1) {
		kind := change{name: c.name, summer: c.summer, from: c.from, to: c.to}
		if onsets[kind] == nil {
			kinds = append(kinds, kind)
		}
		onsets[kind] = append(onsets[kind], c.wall)
	}
	for _, kind := range kinds {
		base := ics.ComponentBase{}
		base.AddProperty("DTSTART", onsets[kind][0].Format(wallClock))
		base.AddProperty("TZOFFSETFROM", offset(kind.from))
		base.AddProperty("TZOFFSETTO", offset(kind.to))
		base.AddProperty("TZNAME", kind.name)
		if rule, ok := yearly(onsets[kind]); ok {
			base.AddProperty("RRULE", rule)
		} else if others := onsets[kind][1:]; len(others) > 0 {
			base.AddProperty("RDATE", listed(others))
		}
		if kind.summer {
			vtimezone.Components = append(vtimezone.Components, &ics.Daylight{ComponentBase: base})
		} else {
			vtimezone.Components = append(vtimezone.Components, &ics.Standard{ComponentBase: base})
		}
	}
	return vtimezone
}

const wallClock = "20060102T150405"

// changes are those of a zone from the time that is in force when the first
// year begins to the end of the last.
func changes(zone *time.Location, first, last int) []change {
	end := time.Date(last+1, 1, 1, 0, 0, 0, 0, zone)
	var found []change
	for t := time.Date(first, 1, 1, 0, 0, 0, 0, zone); t.Before(end); t = council.NextChange(t, end) {
		name, to := t.Zone()
		c := change{name: name, summer: t.IsDST(), from: to, to: to}
		if start := council.LatestChange(t); start.IsZero() {
			c.wall = time.Date(1970, 1, 1, 0, 0, 0, 0, time.UTC) // the zone never changed before
		} else {
			_, c.from = start.Add(-time.Second).Zone()
			c.wall = start.UTC().Add(time.Duration(c.from) * time.Second) // the clock just before the change
		}
		found = append(found, c)
	}
	return found
}

// yearly finds the rule of changes that come once a year, on the last weekday
// of a kind in one month.
func yearly(onsets []time.Time) (string, bool) {
	first := onsets[0]
	for i, onset := range onsets {
		lastOfMonth := onset.AddDate(0, 0, 7).Month() != onset.Month()
		same := onset.Month() == first.Month() && onset.Weekday() == first.Weekday() && onset.Year() == first.Year()+i
		if !lastOfMonth || !same {
			return "", false
		}
	}
	day := strings.ToUpper(first.Weekday().String()[:2])
	return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=-1%s", first.Month(), day), len(onsets) > 1
}

func listed(onsets []time.Time) string {
	texts := make([]string, len(onsets))
	for i, onset := range onsets {
		texts[i] = onset.Format(wallClock)
	}
	return strings.Join(texts, ",")
}

// offset is a difference to UTC as RFC 5545 writes it: +0100.
func offset(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	return fmt.Sprintf("%c%02d%02d", sign, seconds/3600, seconds/60%60)
}
