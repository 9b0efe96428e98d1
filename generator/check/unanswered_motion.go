package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unansweredMotion: a motion to which no answer is recorded, two months after
// it was handed over: the silence that the French administration may keep.
var unansweredMotion = Rule{
	Name:     "unanswered-motion",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if until := opinion.AnswerExpected(); motion(opinion) && !until.IsZero() && until.Last() < c.AsOf.First() {
			report(at(opinion, "deliveries"), "unanswered-motion", diagnostic.Args{"on": opinion.LastDelivery().String()})
		}
	}),
}
