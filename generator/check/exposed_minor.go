package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// exposedMinor: a portrait, a district or a way to reach a member who is not of
// age.
var exposedMinor = Rule{
	Name:     "exposed-minor",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok || !member.Minor.ForChecks() {
			return
		}
		if member.Image != nil {
			report(at(document, "image"), "exposed-minor", diagnostic.Args{"key": "image"})
		}
		if member.District != "" {
			report(at(document, "district"), "exposed-minor", diagnostic.Args{"key": "district"})
		}
		if len(member.Links) > 0 {
			report(at(document, "links"), "exposed-minor", diagnostic.Args{"key": "links"})
		}
	},
}
