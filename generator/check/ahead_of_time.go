package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// aheadOfTime: a session that was held, or a text that was adopted, on a day
// that has not come: one of the two is wrong, and readers would take the site's
// word for it. Not so of what is prepared before its day and hidden until then.
var aheadOfTime = Rule{
	Name:     "ahead-of-time",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		var on council.Moment
		key, value, hint := "adopted_on", "", "adopted-to-come"
		switch d := document.(type) {
		case *council.Session:
			if d.Status == council.Held {
				on, key, value, hint = d.Start, "status", string(d.Status), "held-to-come"
			}
		case *council.Opinion:
			on.Date = d.AdoptedOn
		case *council.Document:
			on.Date = d.AdoptedOn
		}
		if on.IsZero() || on.Reached(c.AsOf) || on.Date == c.AsOf.Date && !c.AsOf.Timed || c.State(document) != council.Published {
			return
		}
		if value == "" {
			value = on.String()
		}
		report(at(document, key), hint, diagnostic.Args{"key": key, "value": value, "on": on.String()})
	},
}
