package council

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Moment is a date, with a time of day if one is known, local to the
// council's time zone.
type Moment struct {
	Date
	Timed        bool // false: the time is not communicated
	Hour, Minute uint8
}

// MomentOf is the moment in the time's own zone, to the minute.
func MomentOf(t time.Time) Moment {
	return Moment{
		Date:  Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())},
		Timed: true, Hour: uint8(t.Hour()), Minute: uint8(t.Minute()),
	}
}

// In is the instant in a zone; a moment without a time is the first instant
// that it may mean.
func (m Moment) In(zone *time.Location) time.Time {
	return time.Date(int(m.Year), time.Month(max(m.Month, 1)), int(max(m.Day, 1)), int(m.Hour), int(m.Minute), 0, 0, zone)
}

// Compare orders moments by their first instant.
func (m Moment) Compare(other Moment) int {
	return m.minutes() - other.minutes()
}

// Reached tells whether the moment has come as of another: a date from its
// first minute, a month from its first day.
func (m Moment) Reached(asOf Moment) bool { return m.Compare(asOf) <= 0 }

// Over tells whether the moment has wholly gone by: a date is over when its
// last day is.
func (m Moment) Over(asOf Moment) bool {
	if m.Timed {
		return m.Compare(asOf) < 0
	}
	return m.Last() < asOf.First()
}

func (m Moment) minutes() int {
	return int(m.First())*24*60 + int(m.Hour)*60 + int(m.Minute)
}

// String is the moment in ISO 8601, without a zone.
func (m Moment) String() string {
	if !m.Timed {
		return m.Date.String()
	}
	return fmt.Sprintf("%sT%02d:%02d", m.Date, m.Hour, m.Minute)
}

// timeOfDay is how editors write times: 17:00, 17h, 17h30, 17 h 30.
var timeOfDay = regexp.MustCompile(`^([0-9]{1,2})(?::([0-9]{2})(?::00)?|[ \x{a0}\x{202f}]?[hH](?:[ \x{a0}\x{202f}]?([0-9]{2}))?)$`)

// Set reads a date and, if there is one, a local time, as an editor wrote them.
func (m *Moment) Set(text string) error {
	moment, ok := ParseMoment(text)
	if !ok {
		return misdated("bad-moment", text, "moment-form")
	}
	*m = moment
	return nil
}

// ParseMoment reads 2018-11-10, 2018-11-10T17:00, 2018-11-10 17h30 or
// 2018-11-10 17 h 30. A time needs a whole date.
func ParseMoment(text string) (Moment, bool) {
	day, clock := text, ""
	if i := strings.IndexAny(text, "T "); i >= 0 {
		day, clock = text[:i], strings.TrimSpace(text[i+1:])
	}
	date, ok := parseDate(day)
	if !ok || clock == "" {
		return Moment{Date: date}, ok && len(day) == len(text)
	}
	found := timeOfDay.FindStringSubmatch(clock)
	if found == nil || !date.IsDay() {
		return Moment{}, false
	}
	hour, _ := strconv.Atoi(found[1])
	minute, _ := strconv.Atoi(found[2] + found[3])
	if hour > 23 || minute > 59 {
		return Moment{}, false
	}
	return Moment{Date: date, Timed: true, Hour: uint8(hour), Minute: uint8(minute)}, true
}
