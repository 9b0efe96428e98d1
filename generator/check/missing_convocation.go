package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
