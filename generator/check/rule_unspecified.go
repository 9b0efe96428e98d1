package check

import (
	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// ruleUnspecified: a rule that council.yaml declares without what would let
// greffe look after it. A text that does not say is no mistake.
var ruleUnspecified = Rule{
	Name:     "rule-unspecified",
	Severity: diagnostic.Information,
	Council: func(c *council.Council, report Reporter) {
		for _, rule := range []conformity.Rule{conformity.Size, conformity.Term, conformity.Renewals, conformity.Parity, conformity.Quorum, conformity.Referrals} {
			for _, verdict := range rule.Judge(c) {
				if verdict.State == conformity.Unspecified && verdict.Path != "" {
					report(inSettings(c, verdict.Path), "rule-unspecified-"+verdict.Rule, diagnostic.Args{"rule": verdict.Rule})
				}
			}
		}
	},
}
