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
		referral := opinion.Referral
		if referral == nil || referral.Origin != "authority" || referral.Due.IsZero() || referral.Due.Last() >= c.AsOf.First() {
			return
		}
		if opinion.AdoptedOn.IsZero() || opinion.AdoptedOn.First() > c.AsOf.First() {
			report(at(opinion, "referral.due"), "unanswered-referral", diagnostic.Args{"due": referral.Due.String()})
		}
	}),
}
