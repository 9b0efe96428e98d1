package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// beforeCreation: the launch of a council, or its call for candidates, before
// the act that creates it.
var beforeCreation = Rule{
	Name:     "before-creation",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		check := func(on council.Date, key string) {
			if created := founded(c); !created.IsZero() && on.Before(created) {
				report(at(document, key), "before-creation", diagnostic.Args{"on": on.String(), "created": created.String()})
			}
		}
		switch d := document.(type) {
		case *council.Session:
			if d.Kind == "launch" {
				check(d.Start.Date, "start")
			}
		case *council.News:
			if d.Kind == "call" {
				check(d.Date.Date, "date")
			}
		}
	},
}

// founded is the earliest date that the settings give for the council's birth.
func founded(c *council.Council) council.Date {
	first := c.Settings.Created
	for i := range c.Settings.FoundingActs {
		if on := c.Settings.FoundingActs[i].Date; !on.IsZero() && (first.IsZero() || on.First() < first.First()) {
			first = on
		}
	}
	return first
}
