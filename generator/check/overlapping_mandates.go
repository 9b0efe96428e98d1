package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// overlappingMandates: somebody who holds two seats of one body at once. A
// person has one; whoever changes role ends a mandate and begins another.
var overlappingMandates = Rule{
	Name:     "overlapping-mandates",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		eachPair(document, func(member *council.Member, before, after int) {
			a, b := &member.Mandates[before], &member.Mandates[after]
			if day, certain := together(a, b); certain {
				report(at(document, fmt.Sprintf("mandates.%d.start", after)), "overlapping-mandates", diagnostic.Args{
					"body": string(a.Body), "on": day.Date().String(), "end": a.End.String(),
				})
			}
		})
	},
}
