// Package phrase says the values of the model in words, as people read them:
// dates in full, words of closed lists by their labels, fields by their titles.
// It is for texts that are no page: a report in a terminal, a review comment, a
// calendar. The words stand in the catalogues that pages use.
package phrase

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/words"
)

// A Speaker says values in the language of its catalogue.
type Speaker struct{ *words.Catalogue }

// Say is the catalogue's sentence, with the typography of the language; its
// arguments may be values of the model.
func (s Speaker) Say(key string, args ...any) string {
	said := make([]any, len(args))
	for i, arg := range args {
		said[i] = arg
		if i%2 == 1 {
			said[i] = s.argument(arg)
		}
	}
	return s.Set(s.Catalogue.Say(key, said...))
}

// argument leaves numbers as they are: the plural is chosen by one.
func (s Speaker) argument(arg any) any {
	switch arg.(type) {
	case int, string:
		return arg
	}
	return s.Value(nil, arg)
}

// Set gives a text the typography of the language.
func (s Speaker) Set(text string) string { return markdown.Typography(text, s.Language) }

// Date is a date in full, no more precise than it is known: 12 mars 2026, mars
// 2026, 2026.
func (s Speaker) Date(date council.Date) string {
	switch {
	case date.IsZero():
		return s.Catalogue.Say("unknown")
	case date.Month == 0:
		return strconv.Itoa(int(date.Year))
	case date.Day == 0:
		return s.Catalogue.Say("dates.month", "month", s.month(date), "year", date.Year)
	}
	return s.Catalogue.Say("dates.date", "day", s.dayOfMonth(date), "month", s.month(date), "year", date.Year)
}

// Day is a date with its day of the week, if it is a day.
func (s Speaker) Day(date council.Date) string {
	if !date.IsDay() {
		return s.Date(date)
	}
	weekday := s.Catalogue.Say("dates.weekdays." + strconv.Itoa(int(date.Weekday())))
	return s.Catalogue.Say("dates.day", "weekday", weekday, "day", s.dayOfMonth(date), "month", s.month(date), "year", date.Year)
}

// Moment is a day with its time, if it is known: jeudi 12 mars 2026 à 18 h 30.
func (s Speaker) Moment(moment council.Moment) string {
	if !moment.Timed {
		return s.Day(moment.Date)
	}
	return s.Catalogue.Say("dates.at", "day", s.Day(moment.Date), "time", s.Clock(moment))
}

// Clock is the time of day alone: 18 h 30.
func (s Speaker) Clock(moment council.Moment) string {
	if moment.Minute == 0 {
		return s.Catalogue.Say("dates.hour", "hour", moment.Hour)
	}
	return s.Catalogue.Say("dates.time", "hour", moment.Hour, "minute", fmt.Sprintf("%02d", moment.Minute))
}

// On is a date after its preposition: le 12 mars 2026, en mars 2026.
func (s Speaker) On(date council.Date) string { return s.preposition("on", date) }

// Since is "depuis le 12 mars 2026".
func (s Speaker) Since(date council.Date) string { return s.preposition("since", date) }

// Until is "jusqu’au 12 mars 2026".
func (s Speaker) Until(date council.Date) string { return s.preposition("until", date) }

func (s Speaker) preposition(word string, date council.Date) string {
	if date.IsZero() {
		return ""
	}
	precision := ".period"
	if date.IsDay() {
		precision = ".day"
	}
	return s.Catalogue.Say("dates."+word+precision, "date", s.Date(date))
}

func (s Speaker) month(date council.Date) string {
	return s.Catalogue.Say("dates.months." + strconv.Itoa(int(date.Month)))
}

func (s Speaker) dayOfMonth(date council.Date) string {
	if date.Day == 1 {
		return s.Catalogue.Say("dates.first")
	}
	return strconv.Itoa(int(date.Day))
}

// Field is the title of a field of the model.
func (s Speaker) Field(field *council.Field) string {
	return s.Catalogue.Say("fields." + field.Owner + ".title")
}

// Word is a word of a closed list by its label.
func (s Speaker) Word(word council.Worded) string {
	return s.Choice(reflect.TypeOf(word), fmt.Sprint(word))
}

// Choice is a word of the closed list that a type declares.
func (s Speaker) Choice(list reflect.Type, word string) string {
	if word == "" {
		return ""
	}
	return s.Catalogue.Say("choices." + (&council.Value{Type: list}).Choices() + "." + word)
}

// Value is any value but a mapping; names are looked up in the council, which
// may be nil. A list is said with commas, what is left out as the empty text.
func (s Speaker) Value(c *council.Council, value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return value
	case council.Concealer:
		return "" // whatever it holds
	case council.Date:
		if value.IsZero() {
			return ""
		}
		return s.Date(value)
	case council.Moment:
		if value.IsZero() {
			return ""
		}
		return s.Moment(value)
	case council.Renewals:
		return s.renewals(value)
	case council.Entity:
		return value.Label()
	case council.Someone:
		return s.named(c, "members", string(value))
	case council.Actor:
		if said := s.named(c, "members", string(value)); said != string(value) {
			return said
		}
		return s.named(c, "organisations", string(value))
	case interface{ Collection() string }: // a reference
		return s.named(c, value.Collection(), fmt.Sprint(value))
	case council.Worded:
		return s.Word(value)
	case bool:
		if value {
			return s.Catalogue.Say("pages.yes")
		}
		return s.Catalogue.Say("pages.no")
	}
	return s.many(c, reflect.ValueOf(value))
}

func (s Speaker) many(c *council.Council, value reflect.Value) string {
	switch value.Kind() {
	case reflect.Pointer:
		if value.IsNil() {
			return ""
		}
		return s.Value(c, value.Elem().Interface())
	case reflect.Slice:
		items := make([]string, value.Len())
		for i := range items {
			items[i] = s.Value(c, value.Index(i).Interface())
		}
		return strings.Join(items, ", ")
	}
	return fmt.Sprint(value.Interface())
}

// named is what people call an entity, or its id if there is none.
func (s Speaker) named(c *council.Council, collection, id string) string {
	if c != nil && id != "" {
		if entity := c.Lookup(collection, id); entity != nil {
			return entity.Label()
		}
	}
	return id
}

func (s Speaker) renewals(r council.Renewals) string {
	switch {
	case !r.Stated:
		return ""
	case r.Unlimited:
		return s.Catalogue.Say("conformity.term.unlimited")
	case r.Number == 0:
		return s.Catalogue.Say("conformity.term.never")
	}
	return s.Catalogue.Say("conformity.term.renewals", "n", r.Number, "count", r.Number)
}
