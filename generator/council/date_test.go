package council

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func TestDatesStayAsPreciseAsTheyWereWritten(t *testing.T) {
	for text, want := range map[string]struct{ first, last string }{
		"2018":       {"2018-01-01", "2018-12-31"},
		"2018-03":    {"2018-03-01", "2018-03-31"},
		"2024-02":    {"2024-02-01", "2024-02-29"},
		"2018-03-29": {"2018-03-29", "2018-03-29"},
	} {
		var date Date
		if err := date.Set(text); err != nil {
			t.Fatal(text, err)
		}
		if date.String() != text {
			t.Errorf("%s is written %s", text, date)
		}
		if first, last := date.First().Date().String(), date.Last().Date().String(); first != want.first || last != want.last {
			t.Errorf("%s means %s to %s, want %s to %s", text, first, last, want.first, want.last)
		}
	}
}

func TestWhatIsNoDateIsRefused(t *testing.T) {
	for _, text := range []string{"", "18", "2018-3", "2018-13", "2018-00", "2018-02-30", "2018-03-29-01", "+018", "2018-0 ", "０２０１"} {
		if err := new(Date).Set(text); err == nil {
			t.Errorf("%q was taken for a date", text)
		}
	}
}

// Whoever wrote a date by hand is told how it is written here; whoever mistook
// the length of a month is told that.
func TestWhatIsNoDateIsMended(t *testing.T) {
	for text, want := range map[string]string{
		"20/03/2025": "did-you-mean 2025-03-20 ", "3.4.2025": "did-you-mean 2025-04-03 ", "29-02-2024": "did-you-mean 2024-02-29 ",
		"31/02/2026": "days-of-month  2026-02 28", "2024-02-30": "days-of-month  2024-02 29", "2026-04-31": "days-of-month  2026-04 30",
		"2026-13-01": "form  ", "2026-02-00": "form  ", "20/03.2025": "form  ", "20/13/2025": "form  ", "demain": "form  ", "2026-02-3": "form  ",
	} {
		is := misdated("bad-date", text, "form")
		if got := is.Hint + " " + is.Args["suggestion"] + " " + strings.TrimSpace(is.Args["month"]+" "+is.Args["n"]); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if less := fmt.Sprint(*is.Concealed()); strings.ContainsAny(less, "0123456789") {
			t.Errorf("of a private %s it is said: %s", text, less)
		}
	}
}

func TestMomentsAreReadInEveryFormThatEditorsWrite(t *testing.T) {
	for text, want := range map[string]string{
		"2018-11-10":                   "2018-11-10",
		"2018-11":                      "2018-11",
		"2018-11-10T17:00":             "2018-11-10T17:00",
		"2018-11-10T17:00:00":          "2018-11-10T17:00",
		"2018-11-10 17:00":             "2018-11-10T17:00",
		"2018-11-10 17h":               "2018-11-10T17:00",
		"2018-11-10 17h30":             "2018-11-10T17:30",
		"2018-11-10 17 h 30":           "2018-11-10T17:30",
		"2018-11-10 9h05":              "2018-11-10T09:05",
		"2018-11-10 17\u202fh\u202f30": "2018-11-10T17:30",
	} {
		moment, ok := ParseMoment(text)
		if !ok || moment.String() != want {
			t.Errorf("%q is read as %q (%v), want %q", text, moment, ok, want)
		}
	}
	for _, text := range []string{"2018-11 17h", "2018-11-10 24h", "2018-11-10 17h60", "2018-11-10 ", "2018-11-10T", "17h", "2018-11-10 17:00:30"} {
		if moment, ok := ParseMoment(text); ok {
			t.Errorf("%q is read as %q", text, moment)
		}
	}
}

func TestDueInAYearIsLateAfterItsLastDay(t *testing.T) {
	r := Recommendation{Due: Date{Year: 2025}}
	for text, want := range map[string]bool{"2025-12-31T23:59": false, "2026-01-01": true} {
		asOf, _ := ParseMoment(text)
		if r.Late(asOf) != want {
			t.Errorf("due in 2025, as of %s: late is %v", text, !want)
		}
	}
}

func TestTermsEndOnTheirDay(t *testing.T) {
	for text, want := range map[string]string{"2024-02-29": "2027-03-01", "2024-04-01": "2027-04-01", "2024-04": "2027-04", "2024": "2027"} {
		var date Date
		if err := date.Set(text); err != nil {
			t.Fatal(err)
		}
		if got := date.AddYears(3).String(); got != want {
			t.Errorf("three years after %s is %s, want %s", text, got, want)
		}
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	for day := Day(-200_000); day < 200_000; day += 13 {
		date := day.Date()
		want := Day(time.Date(int(date.Year), time.Month(date.Month), int(date.Day), 0, 0, 0, 0, time.UTC).Unix() / 86400)
		if date.First() != want || want != day {
			t.Fatalf("%s is day %d, want %d", date, date.First(), want)
		}
	}
}
