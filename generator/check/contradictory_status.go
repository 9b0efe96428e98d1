package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// contradictoryStatus: a recommendation whose status is not that of its latest
// update. One of the two is out of date, and readers would see both.
var contradictoryStatus = Rule{
	Name:     "contradictory-status",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		opinion, ok := document.(*council.Opinion)
		if !ok {
			return
		}
		for i := range opinion.Recommendations {
			recommendation := &opinion.Recommendations[i]
			last := recommendation.LastUpdate()
			if recommendation.Status == "" || last == nil || recommendation.Status == last.Status {
				continue
			}
			report(at(document, fmt.Sprintf("recommendations.%d.status", i)), "status-of-update", diagnostic.Args{
				"id": string(recommendation.ID), "status": string(recommendation.Status),
				"last": string(last.Status), "on": last.On.String(),
			})
		}
	},
}
