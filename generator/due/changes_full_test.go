//go:build full && !race

package due_test

import (
	"os"
	"testing"
)

// Every day is built and compared with the one before. To miss a day is the
// graver fault: a site that is built on the days that are told would be out of
// date.
func TestEachDayIsToldIfTheSiteChanges(t *testing.T) {
	for _, test := range []struct {
		content, from string
		days          int
	}{
		{"testdata/dated", "2025-11-15", 420},
		{"../../content", "2026-07-01", 215},
		{"../testdata/councils/le-num", "2018-02-20", 100},
		{"../testdata/councils/roubaix", "2025-04-20", 100},
	} {
		t.Run(test.content, func(t *testing.T) {
			t.Parallel()
			c := newCalendar(os.DirFS(test.content))
			told := c.told(t, test.from, test.days)
			before := c.build(t)
			for range test.days {
				c.day++
				now := c.build(t)
				switch changed := different(before, now); {
				case len(changed) > 0 && told[c.day] == nil:
					t.Errorf("%s is missed: %v", c.day.Date(), changed)
				case len(changed) == 0 && told[c.day] != nil:
					t.Errorf("%s changes nothing: %v", c.day.Date(), told[c.day])
				}
				before = now
			}
		})
	}
}
