package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// endBeforeStart: something that ends before it begins. Two partial dates that
// could be in order are.
var endBeforeStart = Rule{
	Name:     "end-before-start",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		check := func(start, end council.Moment, where string) {
			if wrongOrder(start, end) {
				report(at(document, where), "end-before-start", diagnostic.Args{"start": start.String(), "end": end.String()})
			}
		}
		dates := func(start, end council.Date, list string, i int, key string) {
			if start.IsZero() || !end.Before(start) {
				return
			}
			if list != "" {
				key = fmt.Sprintf("%s.%d.%s", list, i, key)
			}
			check(council.Moment{Date: start}, council.Moment{Date: end}, key)
		}
		entry := document.Common()
		check(entry.PublishOn, entry.ExpireOn, "expire_on")
		switch d := document.(type) {
		case *council.Session:
			check(d.Start, d.End, "end")
		case *council.Workshop:
			dates(d.Start, d.End, "", 0, "end")
		case *council.Member:
			for i := range d.Mandates {
				dates(d.Mandates[i].Start, d.Mandates[i].End, "mandates", i, "end")
			}
			for i := range d.Offices {
				dates(d.Offices[i].Since, d.Offices[i].Until, "offices", i, "until")
			}
			for i := range d.Interests {
				dates(d.Interests[i].Since, d.Interests[i].Until, "interests", i, "until")
			}
		case *council.News:
			if d.Call != nil {
				dates(d.Call.OpensOn, d.Call.ClosesOn, "", 0, "call.closes_on")
			}
			if d.Speaker != nil {
				for i := range d.Speaker.Offices {
					dates(d.Speaker.Offices[i].Since, d.Speaker.Offices[i].Until, "speaker.offices", i, "until")
				}
			}
		}
	},
}

// wrongOrder tells whether an end is certainly before its start: by the day, or
// by the hour when both have one.
func wrongOrder(start, end council.Moment) bool {
	switch {
	case start.IsZero() || end.IsZero():
		return false
	case start.Timed && end.Timed:
		return end.Compare(start) < 0
	}
	return end.Before(start.Date)
}
