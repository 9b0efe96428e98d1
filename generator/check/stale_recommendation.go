package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// staleRecommendation: an open recommendation of which nobody has written for a
// year.
var staleRecommendation = Rule{
	Name:     "stale-recommendation",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if opinion.Status != "adopted" {
			return
		}
		for i := range opinion.Recommendations {
			r := &opinion.Recommendations[i]
			if last := lastSign(opinion.AdoptedOn, r.Updates); !r.State().Closed() && stale(c, last) {
				report(at(opinion, fmt.Sprintf("recommendations.%d.id", i)), "stale-follow-up", diagnostic.Args{"id": string(r.ID), "on": last.String()})
			}
		}
	}),
}
