package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// emptyGroup: a working group in which nobody ever held a mandate.
var emptyGroup = Rule{
	Name:     "empty-group",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		inhabited := make(map[council.Ref[council.Body]]bool)
		for member := range c.Members.All() {
			for i := range member.Mandates {
				inhabited[member.Mandates[i].Body] = true
			}
		}
		i := 0
		for body := range c.Bodies.All() {
			if body.OfType == "working-group" && !inhabited[council.Ref[council.Body](body.ID)] {
				report(inSettings(c, fmt.Sprintf("bodies.%d.id", i)), "empty-group", diagnostic.Args{"body": body.Name})
			}
			i++
		}
	},
}
