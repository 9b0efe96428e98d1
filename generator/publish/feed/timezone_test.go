package feed

import (
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
)

// What a calendar says of a zone agrees with the time zone database on every
// day of its years.
func TestTimezoneAgreesWithTheDatabase(t *testing.T) {
	for _, test := range []struct {
		zone        string
		first, last int
		rules       int // yearly rules among its parts
	}{
		{"Europe/Paris", 2018, 2026, 2},
		{"Europe/Paris", 1994, 1997, 1}, // October's rule was September's before 1996
		{"Europe/Paris", 2024, 2024, 2},
		{"America/Martinique", 2020, 2024, 0},
		{"Pacific/Noumea", 1995, 1998, 0},
		{"UTC", 2024, 2024, 0},
	} {
		zone, err := time.LoadLocation(test.zone)
		if err != nil {
			t.Fatal(err)
		}
		parts := timezone(zone, test.first, test.last).Components
		offsets, rules := make(map[time.Time]string), 0
		for _, part := range parts {
			p := part.(interface {
				GetProperty(ics.ComponentProperty) *ics.IANAProperty
			})
			onsets := []string{p.GetProperty("DTSTART").Value}
			if list := p.GetProperty("RDATE"); list != nil {
				onsets = append(onsets, strings.Split(list.Value, ",")...)
			}
			for _, text := range onsets {
				offsets[wall(t, text)] = p.GetProperty("TZOFFSETTO").Value
			}
			if p.GetProperty("RRULE") != nil {
				rules++
				for onset := wall(t, onsets[0]); onset.Year() <= test.last+1; {
					offsets[onset] = p.GetProperty("TZOFFSETTO").Value
					next := time.Date(onset.Year()+1, onset.Month()+1, 0, onset.Hour(), 0, 0, 0, time.UTC)
					onset = next.AddDate(0, 0, -int(next.Weekday())) // the last Sunday
				}
			}
		}
		if rules != test.rules {
			t.Errorf("%s %d–%d has %d rules, want %d", test.zone, test.first, test.last, rules, test.rules)
		}
		for day := time.Date(test.first, 1, 1, 12, 0, 0, 0, zone); day.Year() <= test.last; day = day.AddDate(0, 0, 1) {
			var latest time.Time
			clock := time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, time.UTC)
			for onset := range offsets {
				if !onset.After(clock) && onset.After(latest) {
					latest = onset
				}
			}
			if _, seconds := day.Zone(); offsets[latest] != offset(seconds) {
				t.Fatalf("%s on %s: %q, want %s", test.zone, day.Format(time.DateOnly), offsets[latest], offset(seconds))
			}
		}
	}
}

func wall(t *testing.T, text string) time.Time {
	t.Helper()
	onset, err := time.Parse(wallClock, text)
	if err != nil {
		t.Fatal(err)
	}
	return onset
}
