package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unansweredMotion: a motion to which no answer is recorded, two months after
// it was handed over: the silence that the French administration may keep
// (code des relations entre le public et l'administration, article L. 231-4).
var unansweredMotion = Rule{
	Name:     "unanswered-motion",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if !motion(opinion) || len(opinion.Deliveries) == 0 || len(opinion.Responses) > 0 {
			return
		}
		last := opinion.AdoptedOn
		for i := range opinion.Deliveries {
			if on := opinion.Deliveries[i].On; !on.IsZero() && (last.IsZero() || on.First() > last.First()) {
				last = on
			}
		}
		if !last.IsZero() && last.AddMonths(2).Last() < c.AsOf.First() {
			report(at(opinion, "deliveries"), "unanswered-motion", diagnostic.Args{"on": last.String()})
		}
	}),
}
