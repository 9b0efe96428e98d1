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
