package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unclosedMandate: a mandate without an end, followed by another of the same
// person in the same body, or of another in the same single office. The end
// may be unknown rather than forgotten: nobody is accused.
var unclosedMandate = Rule{
	Name:     "unclosed-mandate",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		eachPair(document, func(member *council.Member, before, after int) {
			a, b := &member.Mandates[before], &member.Mandates[after]
			if unclosed(a, b) {
				report(at(document, fmt.Sprintf("mandates.%d.start", before)), "unclosed-mandate", diagnostic.Args{"next": b.Start.String(), "name": member.Name})
			}
		})
	},
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, _ bool) {
			for i := 1; i < len(holders); i++ {
				a, b := &holders[i-1], &holders[i]
				if a.Member != b.Member && unclosed(a.Mandate, b.Mandate) {
					report(at(a.Member, a.path("start")), "unclosed-mandate", diagnostic.Args{"next": b.Start.String(), "name": b.Member.Name})
				}
			}
		})
	},
}
