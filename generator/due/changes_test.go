package due_test

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/due"
)

// A calendar builds a council's site as of one day after the other.
type calendar struct {
	*generator.Generator
	day council.Day
}

func newCalendar(content fs.FS) *calendar {
	c := new(calendar)
	c.Generator = &generator.Generator{
		Content: content,
		Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		Only: []string{"data/csv", "feed/atom", "feed/calendar", "page"},
		AsOf: func(*time.Location) council.Moment { return c.midnight() },
	}
	return c
}

func (c *calendar) midnight() council.Moment { return council.Moment{Date: c.day.Date(), Timed: true} }

// todays is where pages and tables bear the day on which they were made, and the
// number of people that day, which their rows say too.
var todays = []*regexp.Regexp{
	regexp.MustCompile(`<caption id="(Roster|By-[a-z]+)">[^<]*</caption>`),
	regexp.MustCompile(`<h2 id="Roster">.*?</h2>`),
}

// build is the site of the day, each file by its sum.
func (c *calendar) build(t *testing.T) map[string][32]byte {
	t.Helper()
	c.Afresh()
	s, found, err := c.Site()
	if err != nil {
		t.Fatalf("%s: %v: %v", c.day.Date(), err, found.List())
	}
	sums := make(map[string][32]byte)
	for _, path := range s.Paths() {
		var text bytes.Buffer
		if err := s.Make(&text, path); err != nil {
			t.Fatal(err)
		}
		sums[path] = sha256.Sum256(c.dateless(path, text.Bytes()))
	}
	return sums
}

// dateless takes the day's own date out of the files that bear it, and nothing
// else: the pages on the composition, and the table whose rows were counted on a
// day, with its page.
func (c *calendar) dateless(path string, text []byte) []byte {
	if !strings.Contains(path, "composition") {
		return text
	}
	for _, where := range todays {
		text = where.ReplaceAll(text, nil)
	}
	if strings.HasPrefix(path, "data/") || strings.HasPrefix(path, "donnees/") {
		text = bytes.ReplaceAll(text, []byte(c.day.Date().String()), nil)
	}
	return text
}

// Whatever is dated in a council, the site changes on the days that are told,
// and between two of them it does not.
func TestTheSiteChangesOnTheDaysThatAreTold(t *testing.T) {
	for _, test := range []struct {
		name, content, from string
		days                int
	}{
		{"every kind of date", "testdata/dated", "2025-12-20", 120},
		{"demonstration", "../../content", "2026-10-05", 30},
		{"le-num", "../testdata/councils/le-num", "2018-02-20", 400},
		{"cnnum", "../testdata/councils/cnnum", "2018-08-01", 400},
		{"seine-saint-denis", "../testdata/councils/seine-saint-denis", "2015-10-01", 400},
		{"roubaix", "../testdata/councils/roubaix", "2025-04-01", 400},
		{"villes-internet", "../testdata/councils/villes-internet", "2022-07-01", 400},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			c := newCalendar(os.DirFS(test.content))
			told := c.told(t, test.from, test.days)
			last := date(t, test.from).First() + council.Day(test.days)
			before := c.build(t) // as of the first day, or of the last day that changed the site
			for _, day := range append(slices.Sorted(maps.Keys(told)), last+1) {
				c.day = day - 1
				eve := c.build(t)
				if changed := different(before, eve); len(changed) > 0 {
					t.Errorf("a change before %s is missed: %v", day.Date(), changed)
				}
				if day > last {
					break
				}
				c.day = day
				if before = c.build(t); len(different(eve, before)) == 0 {
					t.Errorf("%s changes nothing: %v", day.Date(), told[day])
				}
			}
		})
	}
}

// told are the days on which a site that is built at midnight is another one,
// and why.
func (c *calendar) told(t *testing.T, from string, days int) map[council.Day][]string {
	t.Helper()
	c.day = date(t, from).First()
	whole, _, err := c.Council()
	if err != nil {
		t.Fatal(err)
	}
	told := make(map[council.Day][]string)
	for _, change := range due.Changes(whole, c.day+council.Day(days)) {
		day := change.At.First()
		if change.At.Hour+change.At.Minute > 0 {
			day++ // midnight comes after it the next day
		}
		told[day] = append(told[day], change.Kind)
	}
	return told
}

func different(before, now map[string][32]byte) []string {
	var changed []string
	for path := range now {
		if now[path] != before[path] {
			changed = append(changed, path)
		}
	}
	for path := range before {
		if _, there := now[path]; !there {
			changed = append(changed, path)
		}
	}
	slices.Sort(changed)
	return changed
}

func date(t testing.TB, text string) council.Date {
	t.Helper()
	var d council.Date
	if err := d.Set(text); err != nil {
		t.Fatal(err)
	}
	return d
}
