package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// workshopWithoutSession: a workshop that met nobody, six months after it began.
var workshopWithoutSession = Rule{
	Name:     "workshop-without-session",
	Severity: diagnostic.Information,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		workshop, ok := document.(*council.Workshop)
		if !ok || (workshop.Status != "launched" && workshop.Status != "working") || workshop.Start.IsZero() {
			return
		}
		if len(workshop.Sessions)+len(workshop.Meetings)+len(workshop.Hearings) == 0 && workshop.Start.AddMonths(6).Last() < c.AsOf.First() {
			report(at(document, "status"), "workshop-without-session", diagnostic.Args{"start": workshop.Start.String()})
		}
	},
}
