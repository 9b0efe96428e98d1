package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unknownNotification: somebody who was drawn, and nobody wrote when they were
// told.
var unknownNotification = Rule{
	Name:     "unknown-notification",
	Severity: diagnostic.Information,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			if m := &member.Mandates[i]; m.Appointment == "drawn" && m.NotifiedOn.IsZero() {
				report(at(document, fmt.Sprintf("mandates.%d.appointment", i)), "unknown-notification", diagnostic.Args{"name": member.Name})
			}
		}
	},
}
