package check

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// adoptedInMinority: a text that is called adopted, or was before another
// superseded it, with more voices against than for. A tie may have been settled
// by whoever presided.
var adoptedInMinority = Rule{
	Name:     "adopted-in-minority",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		opinion, ok := document.(*council.Opinion)
		if !ok || !opinion.Followed() || opinion.Vote == nil || opinion.Vote.For == nil || opinion.Vote.Against == nil {
			return
		}
		if *opinion.Vote.Against > *opinion.Vote.For {
			report(at(document, "vote"), "adopted-in-minority", diagnostic.Args{
				"n": strconv.Itoa(*opinion.Vote.Against), "for": strconv.Itoa(*opinion.Vote.For),
			})
		}
	},
}
