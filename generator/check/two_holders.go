package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// twoHolders: two people at once in an office of which there is one in a body.
var twoHolders = Rule{
	Name:     "two-holders",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, _ bool) {
			// The holder, of those before, who stays the longest is the one whom
			// the next meets, if any.
			for i, stays := 1, 0; i < len(holders); i++ {
				a, b := &holders[stays], &holders[i]
				if day, certain := together(a.Mandate, b.Mandate); certain && a.Member != b.Member {
					report(at(b.Member, b.path("start")), "two-holders", diagnostic.Args{
						"office": office, "name": b.Member.Name, "other": a.Member.Name, "on": day.Date().String(), "end": a.End.String(),
					})
				}
				_, aLast := a.Perhaps()
				if _, bLast := b.Perhaps(); a.End.IsZero() || bLast > aLast {
					stays = i
				}
			}
		})
	},
}
