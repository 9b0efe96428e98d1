package feed

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
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

// A calendar is the same whether the system describes its zones, year by year,
// or Go does, by a rule for the years to come.
func TestTimezoneIsTheSameFromEverySource(t *testing.T) {
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	archive, err := zip.OpenReader(filepath.Join(strings.TrimSpace(string(root)), "lib", "time", "zoneinfo.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	compared := 0
	for _, name := range []string{
		"Europe/Paris", "Europe/London", "America/Martinique", "America/Miquelon", "America/Cayenne",
		"Indian/Reunion", "Pacific/Noumea", "Pacific/Tahiti", "Australia/Sydney", "America/New_York",
	} {
		data, err := fs.ReadFile(archive, name)
		if err != nil {
			t.Fatal(err)
		}
		ruled, err := time.LoadLocationFromTZData(name, data)
		if err != nil {
			t.Fatal(err)
		}
		system, err := os.ReadFile(filepath.Join("/usr/share/zoneinfo", name))
		if errors.Is(err, fs.ErrNotExist) {
			continue // TestTimezoneAgreesWithTheDatabase speaks for this system
		}
		listed, err := time.LoadLocationFromTZData(name, system)
		if err != nil {
			t.Fatal(err)
		}
		for _, years := range [][2]int{{2016, 2026}, {2020, 2020}, {2024, 2024}, {2034, 2041}} {
			a := timezone(ruled, years[0], years[1]).Serialize(&ics.SerializationConfiguration{MaxLength: 75, NewLine: "\n"})
			b := timezone(listed, years[0], years[1]).Serialize(&ics.SerializationConfiguration{MaxLength: 75, NewLine: "\n"})
			if a != b {
				t.Errorf("%s %d–%d by rule:\n%s\nby year:\n%s", name, years[0], years[1], a, b)
			}
			compared++
		}
	}
	t.Log(compared, "descriptions compared")
}

func wall(t *testing.T, text string) time.Time {
	t.Helper()
	onset, err := time.Parse(wallClock, text)
	if err != nil {
		t.Fatal(err)
	}
	return onset
}
