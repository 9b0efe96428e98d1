package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// hearingAfterAdoption: somebody who was heard on a text that had been adopted.
var hearingAfterAdoption = Rule{
	Name:     "hearing-after-adoption",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		workshop, ok := document.(*council.Workshop)
		if !ok {
			return
		}
		for i := range workshop.Hearings {
			hearing := &workshop.Hearings[i]
			opinion := c.Opinions.Find(hearing.Opinion)
			if opinion != nil && !opinion.AdoptedOn.IsZero() && opinion.AdoptedOn.Before(hearing.On.Date) {
				report(at(document, fmt.Sprintf("hearings.%d.on", i)), "hearing-after-adoption", diagnostic.Args{
					"who": string(hearing.Who()), "on": hearing.On.String(), "opinion": opinion.Title, "adopted": opinion.AdoptedOn.String(),
				})
			}
		}
	},
}
