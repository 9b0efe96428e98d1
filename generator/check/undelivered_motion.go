package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// undeliveredMotion: a motion that was handed to nobody.
var undeliveredMotion = Rule{
	Name:     "undelivered-motion",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		if motion(opinion) && len(opinion.Deliveries) == 0 {
			report(at(opinion, "kind"), "undelivered-motion", nil)
		}
	}),
}
