package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// lateRecommendation: a recommendation that was due and is not closed. It is the
// addressee's lateness, for the register to show.
var lateRecommendation = Rule{
	Name:     "late-recommendation",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if !opinion.Followed() {
			return
		}
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Late(c.AsOf) {
				report(at(opinion, fmt.Sprintf("recommendations.%d.due", i)), "late-recommendation", diagnostic.Args{"id": string(r.ID), "due": r.Due.String()})
			}
		}
	}),
}
