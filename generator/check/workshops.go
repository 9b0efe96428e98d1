package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// fruitlessWorkshop: a workshop that concluded without a text to show.
var fruitlessWorkshop = Rule{
	Name:     "fruitless-workshop",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		workshop, ok := document.(*council.Workshop)
		if ok && workshop.Status == "concluded" && len(council.Citing[council.Opinion](c, workshop)) == 0 {
			for i := range workshop.Hearings {
				if workshop.Hearings[i].Opinion != "" {
					return
				}
			}
			report(at(document, "status"), "fruitless-workshop", nil)
		}
	},
}

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

// missingConvocation: a plenary session that was held, and nobody wrote when it
// was called, in a council that has ruled how often it meets.
var missingConvocation = Rule{
	Name:     "missing-convocation",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if ok && c.Settings.Rules.Meetings != nil && session.Status == council.Held && session.Kind == "plenary" && session.ConvenedOn.IsZero() {
			report(at(document, "start"), "missing-convocation", diagnostic.Args{"start": session.Start.Date.String()})
		}
	},
}
