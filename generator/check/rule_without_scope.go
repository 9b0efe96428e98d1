package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// ruleWithoutScope: a limit on the number of members that does not say of what,
// in a council that has several bodies.
var ruleWithoutScope = Rule{
	Name:     "rule-without-scope",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		for i, rule := range c.Settings.Rules.Size {
			if rule.Scope == "" && c.Bodies.Len() > 1 {
				report(inSettings(c, fmt.Sprintf("rules.size.%d", i)), "rule-without-scope", nil)
			}
		}
	},
}
