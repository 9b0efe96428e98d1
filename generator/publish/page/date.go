package page

import (
	"fmt"
	"html/template"
	"strconv"

	"greffe/generator/council"
)

// Date is a date in full, no more precise than it is known: 12 mars 2026, mars
// 2026, 2026. An empty date is "not communicated".
func (v *View) Date(date council.Date) template.HTML {
	if v.rendering != nil {
		return v.time(date.String(), v.DateText(date)) // its words may be those of the document
	}
	if made, ok := v.publisher.dates.Load(date); ok {
		return made.(template.HTML)
	}
	made := v.time(date.String(), v.DateText(date))
	v.publisher.dates.Store(date, made)
	return made
}

// Day is a date with its day of the week: jeudi 12 mars 2026.
func (v *View) Day(date council.Date) template.HTML {
	return v.time(date.String(), v.dayText(date))
}

// Moment is a date with its day of the week and its time: jeudi 12 mars 2026 à
// 18 h 30.
func (v *View) Moment(moment council.Moment) template.HTML {
	return v.time(v.instant(moment), v.MomentText(moment))
}

// Clock is the time of day alone: 18 h 30.
func (v *View) Clock(moment council.Moment) template.HTML {
	return v.time(v.instant(moment), v.clockText(moment))
}

// instant is what a program reads: with the zone's offset if a time is known.
func (v *View) instant(moment council.Moment) string {
	if !moment.Timed {
		return moment.Date.String()
	}
	return moment.In(v.publisher.zone).Format("2006-01-02T15:04-07:00")
}

func (v *View) time(datetime, text string) template.HTML {
	if datetime == "" {
		return v.unknown()
	}
	return safe(`<time datetime="` + datetime + `">` + escape(text) + `</time>`)
}

// On is a date after its preposition: le 12 mars 2026, en mars 2026; nothing if
// it is empty.
func (v *View) On(date council.Date) template.HTML { return v.preposition("on", date) }

// OnMoment is [View.On] with the time of day, if it is known.
func (v *View) OnMoment(moment council.Moment) template.HTML {
	if !moment.Timed {
		return v.On(moment.Date)
	}
	return v.Say("dates.on.day", "date", v.Moment(moment))
}

// Since is "depuis le 12 mars 2026"; nothing if the date is empty.
func (v *View) Since(date council.Date) template.HTML { return v.preposition("since", date) }

// Until is "jusqu’au 12 mars 2026"; nothing if the date is empty.
func (v *View) Until(date council.Date) template.HTML { return v.preposition("until", date) }

// Span is from one date to another; an empty bound is left out.
func (v *View) Span(start, end council.Date) template.HTML {
	switch {
	case start.IsZero():
		return v.Until(end)
	case end.IsZero():
		return v.Since(start)
	case start == end:
		return v.On(start)
	}
	return v.preposition("from", start) + " " + v.preposition("to", end)
}

// preposition says a date after a word that depends on how precise the date is.
func (v *View) preposition(word string, date council.Date) template.HTML {
	if date.IsZero() {
		return ""
	}
	key := "dates." + word + ".period"
	if date.IsDay() {
		key = "dates." + word + ".day"
	}
	return v.Say(key, "date", v.Date(date))
}

// When is from one moment to another: jeudi 16 mai 2024, de 18 h 30 à 20 h.
func (v *View) When(start, end council.Moment) template.HTML {
	switch {
	case end.IsZero() || end == start:
		return v.Moment(start)
	case start.Date != end.Date:
		return v.Say("dates.from_moment", "start", v.Moment(start), "end", v.Moment(end))
	case start.Timed && end.Timed:
		return v.Say("dates.from_hour", "day", v.Day(start.Date), "start", v.Clock(start), "end", v.Clock(end))
	}
	return v.Moment(start)
}

// DateText is [View.Date] without marks, for titles and descriptions.
func (v *View) DateText(date council.Date) string {
	switch {
	case date.IsZero():
		return v.Unknown()
	case date.Month == 0:
		return strconv.Itoa(int(date.Year))
	case date.Day == 0:
		return v.T("dates.month", "month", v.month(date), "year", date.Year)
	}
	return v.T("dates.date", "day", v.dayOfMonth(date), "month", v.month(date), "year", date.Year)
}

func (v *View) dayText(date council.Date) string {
	if !date.IsDay() {
		return v.DateText(date)
	}
	weekday := v.T("dates.weekdays." + strconv.Itoa(int(date.Weekday())))
	return v.T("dates.day", "weekday", weekday, "day", v.dayOfMonth(date), "month", v.month(date), "year", date.Year)
}

// MomentText is [View.Moment] without marks.
func (v *View) MomentText(moment council.Moment) string {
	if !moment.Timed {
		return v.dayText(moment.Date)
	}
	return v.T("dates.at", "day", v.dayText(moment.Date), "time", v.clockText(moment))
}

func (v *View) clockText(moment council.Moment) string {
	if moment.Minute == 0 {
		return v.T("dates.hour", "hour", moment.Hour)
	}
	return v.T("dates.time", "hour", moment.Hour, "minute", fmt.Sprintf("%02d", moment.Minute))
}

func (v *View) month(date council.Date) string {
	return v.T("dates.months." + strconv.Itoa(int(date.Month)))
}

// dayOfMonth is the number of the day; French says "premier" for the first.
func (v *View) dayOfMonth(date council.Date) string {
	if date.Day == 1 {
		return v.T("dates.first")
	}
	return strconv.Itoa(int(date.Day))
}
