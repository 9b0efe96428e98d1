package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// activeSVG: a drawing that holds a script, moves, or asks for another file: on a
// site, it would act in its name.
var activeSVG = Rule{
	Name:     "active-svg",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachUnfit(c, document, picture.Active, report)
	},
	Council: func(c *council.Council, report Reporter) { unfitLogo(c, picture.Active, report) },
}
