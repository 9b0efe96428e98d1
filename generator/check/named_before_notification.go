package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// namedBeforeNotification: somebody who was drawn, shown to the public before
// being told. Time only ever mends it.
var namedBeforeNotification = Rule{
	Name:     "named-before-notification",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok || member.Draft || member.Confidential {
			return
		}
		shown := c.AsOf.Date
		if !member.PublishOn.IsZero() {
			shown = member.PublishOn.Date
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.Appointment == "drawn" && !m.NotifiedOn.IsZero() && shown.Before(m.NotifiedOn) && makesKnown(member, i) {
				report(at(document, fmt.Sprintf("mandates.%d.notified_on", i)), "named-before-notification", diagnostic.Args{"on": m.NotifiedOn.String(), "shown": shown.String()})
			}
		}
	},
}

// makesKnown tells whether a mandate makes the member known: nobody who sits already
// is revealed by another draw.
func makesKnown(member *council.Member, mandate int) bool {
	for i := range member.Mandates {
		if i != mandate && member.Mandates[i].Start.First() < member.Mandates[mandate].Start.First() {
			return false
		}
	}
	return true
}
