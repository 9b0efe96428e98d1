package check

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// wrongWeekday: a day of the week that the date beside it does not fall on, in
// any text of a front matter: "vendredi 10 novembre 2018", which was a Saturday.
// One of the two is wrong, and people will come on the wrong day. Without its
// year, a date is the document's own if it has the same day and month; else it
// cannot be told.
var wrongWeekday = Rule{
	Name:     "wrong-weekday",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		council.EachText(document, func(text string, path func() string) {
			if !namesWeekday(text) {
				return
			}
			for _, found := range datedDay.FindAllStringSubmatch(text, -1) {
				weekday, date, ok := readDay(found, document)
				if ok && date.Weekday() != weekday {
					report(at(document, path()), "wrong-weekday", diagnostic.Args{
						"text": found[0], "weekday": strings.ToLower(found[1] + found[5]), "date": date.String(),
						"right": weekdays[french(found)][date.Weekday()],
					})
				}
			}
		})
	},
}

// namesWeekday is quick, and wrong only by saying yes too often.
func namesWeekday(text string) bool {
	for i := 0; i+3 < len(text); i++ {
		if text[i]|0x20 != 'd' { // lunDi, mercreDi, Dimanche, monDay
			continue
		}
		switch text[i+1] | 0x20 {
		case 'a':
			if text[i+2]|0x20 == 'y' {
				return true
			}
		case 'i':
			if next := text[i+2]; next == ' ' || next >= 0x80 || next|0x20 == 'm' {
				return true
			}
		}
	}
	return false
}

// datedDay is a weekday before its date, as French and English write it.
var datedDay = regexp.MustCompile(`(?i)\b(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[ \x{a0}\x{202f}]+(?:le[ \x{a0}])?(\d{1,2})(?:er)?[ \x{a0}\x{202f}]+(janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre)(?:[ \x{a0}\x{202f}]+(\d{4}))?` +
	`|\b(monday|tuesday|wednesday|thursday|friday|saturday|sunday),?[ \x{a0}]+(?:the[ ])?(?:(\d{1,2})(?:st|nd|rd|th)?(?:[ ]of)?[ \x{a0}]+)?(january|february|march|april|may|june|july|august|september|october|november|december)(?:[ \x{a0}]+(\d{1,2})(?:st|nd|rd|th)?\b)?(?:,?[ \x{a0}]+(\d{4}))?`)

// weekdays are the days of the week from Sunday, in French and in English. They
// are words to recognise, not to show, but for the one that is right.
var weekdays = map[bool][]string{
	true:  {"dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"},
	false: {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
}

var monthNames = map[bool][]string{
	true:  {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"},
	false: {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
}

func french(found []string) bool { return found[1] != "" }

func readDay(found []string, document council.Documented) (weekday time.Weekday, date council.Date, ok bool) {
	day, month, year := found[2], found[3], found[4]
	if !french(found) {
		day, month, year = found[6]+found[8], found[7], found[9]
	}
	weekday = time.Weekday(indexFold(weekdays[french(found)], found[1]+found[5]))
	d, err := strconv.Atoi(day)
	if err != nil {
		return 0, date, false
	}
	date = council.Date{Month: uint8(indexFold(monthNames[french(found)], month) + 1), Day: uint8(d)}
	if y, err := strconv.Atoi(year); err == nil {
		date.Year = int16(y)
	} else if own := ownDate(document); own.Month == date.Month && own.Day == date.Day {
		date.Year = own.Year
	} else {
		return 0, date, false
	}
	return weekday, date, d > 0 && d < 32 && date.First().Date() == date
}

func indexFold(names []string, name string) int {
	for i := range names {
		if strings.EqualFold(names[i], name) || council.Fold(names[i]) == council.Fold(name) {
			return i
		}
	}
	return -1
}

// ownDate is the day of a document's own event, if it has one.
func ownDate(document council.Documented) council.Date {
	switch d := document.(type) {
	case *council.Session:
		return d.Start.Date
	case *council.News:
		return d.Date.Date
	case *council.Opinion:
		return d.AdoptedOn
	case *council.Document:
		return d.Dated()
	}
	return council.Date{}
}
