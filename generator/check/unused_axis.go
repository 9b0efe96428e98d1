package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unusedAxis: a direction that the council set for itself, under which nothing
// stands.
var unusedAxis = Rule{
	Name:     "unused-axis",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		i := 0
		for axis := range c.Axes.All() {
			if len(c.Cited(axis)) == 0 {
				report(inSettings(c, fmt.Sprintf("axes.%d.id", i)), "unused-axis", diagnostic.Args{"axis": axis.Name})
			}
			i++
		}
	},
}
