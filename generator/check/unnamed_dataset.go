package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unnamedDataset: a recommendation to open data that does not say which.
var unnamedDataset = Rule{
	Name:     "unnamed-dataset",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Kind == "open-data" && r.Dataset == "" {
				report(at(opinion, fmt.Sprintf("recommendations.%d.kind", i)), "unnamed-dataset", diagnostic.Args{"id": string(r.ID)})
			}
		}
	}),
}
