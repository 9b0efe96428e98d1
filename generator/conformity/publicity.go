package conformity

import (
	"fmt"

	"greffe/generator/council"
)

// Publicity: what of the council's life is public. Its subject is free text;
// nothing in the content can show whether it holds.
var Publicity = Rule{
	Name: "publicity",
	Judge: func(c *council.Council) []Verdict {
		rules := c.Settings.Rules.Publicity
		if len(rules) == 0 {
			return []Verdict{unspecified("publicity", "", "")}
		}
		var verdicts []Verdict
		for i := range rules {
			verdicts = append(verdicts, Verdict{
				Rule: "publicity", Scope: rules[i].Subject, Source: rules[i].Source,
				Path: fmt.Sprintf("rules.publicity.%d", i), State: Undetermined,
			})
		}
		return verdicts
	},
}
