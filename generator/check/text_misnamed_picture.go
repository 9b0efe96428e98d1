package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// misnamedPicture: a picture whose name says another format: a server would
// announce it as what it is not.
var misnamedPicture = Rule{
	Name:     "misnamed-picture",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachUnfit(c, document, picture.Misnamed, report)
	},
	Council: func(c *council.Council, report Reporter) { unfitLogo(c, picture.Misnamed, report) },
}
