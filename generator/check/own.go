package check

import (
	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// own makes a check of a rule that the council has ruled for itself. A breach
// warns, unless the council gave its rule another severity.
func own(rule conformity.Rule) Rule {
	return Rule{Name: rule.Name, Severity: diagnostic.Warning, Kinds: rule.Kinds, Judge: rule.Judge}
}

// judged turns the breaches of a rule into diagnostics, each under the name of
// its kind.
func judged(c *council.Council, verdicts []conformity.Verdict) diagnostic.List {
	var found diagnostic.List
	for i := range verdicts {
		for _, breach := range verdicts[i].Breaches {
			position := inSettings(c, breach.Path)
			if breach.Document != nil {
				position = at(breach.Document, breach.Path)
			}
			found.Add(diagnostic.Diagnostic{Position: position, Severity: breach.Severity, Rule: breach.Kind, Hint: breach.Kind, Args: breach.Args})
		}
	}
	return found
}

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

// ruleWithoutScope: a limit on the number of members that does not say of what,
// in a council that has several bodies.
var ruleWithoutScope = Rule{
	Name:     "rule-without-scope",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		for i, rule := range c.Settings.Rules.Size {
			if rule.Scope == "" && c.Bodies.Len() > 1 {
				report(inSettings(c, sizeAt(i)), "rule-without-scope", nil)
			}
		}
	},
}
