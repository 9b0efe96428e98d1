package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unaddressedRecommendation: a recommendation that is asked of nobody. Nobody
// will answer it, and it cannot be followed. A council's own programme or
// account, a text that was not adopted and a draft may leave it out.
var unaddressedRecommendation = Rule{
	Name:     "unaddressed-recommendation",
	Severity: diagnostic.Error,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		if opinion.Draft || !opinion.Followed() || opinion.Kind == "programme" || opinion.Kind == "activity-report" {
			return
		}
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Addressee == "" {
				report(at(opinion, fmt.Sprintf("recommendations.%d.id", i)), "unaddressed-recommendation", diagnostic.Args{"id": string(r.ID)})
			}
		}
	}),
}
