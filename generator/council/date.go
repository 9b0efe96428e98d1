package council

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A Date is a day, a month or a year, as precise as it was written (ISO 8601
// without its times: 2018, 2018-03, 2018-03-29) and never padded. The zero Date
// is "not communicated".
type Date struct {
	Year       int16
	Month, Day uint8 // 0: not stated
}

// A Day counts days since 1 January 1970.
type Day int32

// Day returns the date of a day.
func (d Day) Date() Date {
	t := time.Unix(int64(d)*86400, 0).UTC()
	return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

// IsZero tells whether no date is known.
func (d Date) IsZero() bool { return d == Date{} }

// IsDay tells whether the date is a day, not a month or a year.
func (d Date) IsDay() bool { return d.Day != 0 }

// First is the first day that the date may mean.
func (d Date) First() Day {
	month, day := max(d.Month, 1), max(d.Day, 1)
	// Package time would do, ten times slower, and a roster asks for every
	// mandate's bounds. A year that begins in March has its leap day last, and
	// eras of 400 years are alike (the Gregorian calendar's own cycle).
	year, shifted := int(d.Year), int(month)-3
	if shifted < 0 {
		year, shifted = year-1, shifted+12
	}
	era := year / 400
	if year < 0 {
		era = (year - 399) / 400
	}
	ofEra := year - era*400
	return Day(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + (153*shifted+2)/5 + int(day) - 1 - 719468)
}

// Last is the last day that the date may mean: ends are inclusive, so what is
// due in 2025 is late after 2025-12-31.
func (d Date) Last() Day {
	switch {
	case d.IsZero():
		return 0
	case d.Month == 0:
		return Date{d.Year, 12, 31}.First()
	case d.Day == 0:
		return Day(time.Date(int(d.Year), time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Unix() / 86400)
	}
	return d.First()
}

// Before tells whether the date is certainly before the other.
func (d Date) Before(other Date) bool { return d.Last() < other.First() }

// Weekday is the day of the week of a date that is a day.
func (d Date) Weekday() time.Weekday {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC).Weekday()
}

// AddYears returns the same day so many years later; 29 February becomes 1
// March in a year that has none, as French law counts a term from day to day.
func (d Date) AddYears(years int) Date {
	if d.Day == 0 {
		return Date{d.Year + int16(years), d.Month, 0}
	}
	t := time.Date(int(d.Year)+years, time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
	return Date{int16(t.Year()), uint8(t.Month()), uint8(t.Day())}
}

// String is the date as ISO 8601 writes it, no more precise than it is known.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return string(d.appendISO(make([]byte, 0, 10)))
}

func (d Date) appendISO(b []byte) []byte {
	digits := func(n, width int) {
		for place := width - 1; place >= 0; place-- {
			power := 1
			for range place {
				power *= 10
			}
			b = append(b, byte('0'+n/power%10))
		}
	}
	digits(int(d.Year), 4)
	b = append(b, '-')
	digits(int(d.Month), 2)
	b = append(b, '-')
	digits(int(d.Day), 2)
	return b
}

// Set reads a date as an editor wrote it.
func (d *Date) Set(text string) error {
	date, ok := parseDate(text)
	if !ok {
		return misdated("bad-date", text, "date-form")
	}
	*d = date
	return nil
}

// slashed is how people write a date by hand: 20/03/2025, 20.3.2025.
var slashed = regexp.MustCompile(`^([0-9]{1,2})([./-])([0-9]{1,2})([./-])([0-9]{4})$`)

// misdated says what is wrong with a date that cannot be read: how many days its
// month has, or what was meant, the day before the month. That is asked, not said:
// an American would mean otherwise.
func misdated(rule, text, hint string) *Invalid {
	args := map[string]string{"value": text}
	iso := text
	if found := slashed.FindStringSubmatch(text); found != nil && found[2] == found[4] {
		iso = fmt.Sprintf("%s-%02s-%02s", found[5], found[3], found[1])
	}
	if _, ok := parseDate(iso); ok {
		args["suggestion"] = iso
		return &Invalid{Rule: rule, Args: args, Hint: "did-you-mean"}
	}
	if len(iso) == len("2006-01-02") {
		if month, ok := parseDate(iso[:len("2006-01")]); ok && iso[len("2006-01")] == '-' {
			if day, ok := digitsOnly(iso[len("2006-01-"):]); ok && day > 0 {
				args["month"], args["n"] = month.String(), strconv.Itoa(int(month.Last().Date().Day))
				return &Invalid{Rule: rule, Args: args, Hint: "days-of-month"}
			}
		}
	}
	return &Invalid{Rule: rule, Args: args, Hint: hint}
}

func parseDate(text string) (Date, bool) {
	parts := strings.Split(text, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return Date{}, false
	}
	var numbers [3]int
	for i, part := range parts {
		if i > 0 && len(part) != 2 {
			return Date{}, false
		}
		n, ok := digitsOnly(part)
		if !ok || n == 0 {
			return Date{}, false
		}
		numbers[i] = n
	}
	date := Date{int16(numbers[0]), uint8(numbers[1]), uint8(numbers[2])}
	if date.Month > 12 || (date.Month == 0 && date.Day != 0) || (date.Day != 0 && date.First().Date() != date) {
		return Date{}, false
	}
	return date, true
}

// digitsOnly reads an unsigned number; strconv would take a sign too.
func digitsOnly(text string) (int, bool) {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
