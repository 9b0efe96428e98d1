package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// missingEndReason: a mandate that is over, and nobody said why.
var missingEndReason = Rule{
	Name:     "missing-end-reason",
	Severity: diagnostic.Information,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if !m.End.IsZero() && m.End.Last() < c.AsOf.First() && m.EndReason == "" {
				report(at(document, fmt.Sprintf("mandates.%d.end", i)), "missing-end-reason", diagnostic.Args{"end": m.End.String()})
			}
		}
	},
}
