package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unansweredReferral: advice that an authority asked for and did not get in
// time.
var unansweredReferral = Rule{
	Name:     "unanswered-referral",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if !opinion.Awaited(c.AsOf) {
			return
		}
		if due := opinion.Referral.Due; !due.IsZero() && due.Last() < c.AsOf.First() {
			report(at(opinion, "referral.due"), "unanswered-referral", diagnostic.Args{"due": due.String()})
		}
	}),
}
