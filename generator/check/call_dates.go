package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// callDates: a call that closes before it is issued, or whose draw takes place
// while candidates may still come forward. The closing day is open until its
// end.
var callDates = Rule{
	Name:     "call-dates",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		news, ok := document.(*council.News)
		if !ok || news.Call == nil || news.Call.ClosesOn.IsZero() {
			return
		}
		closes := news.Call.ClosesOn
		if closes.Before(news.Date.Date) {
			report(at(document, "call.closes_on"), "call-closes", diagnostic.Args{"closes": closes.String(), "date": news.Date.Date.String()})
		}
		if draw := c.Sessions.Find(news.Call.Draw); draw != nil && draw.Start.Last() <= closes.First() {
			report(at(document, "call.draw"), "call-draw", diagnostic.Args{"closes": closes.String(), "date": draw.Start.Date.String()})
		}
	},
}
