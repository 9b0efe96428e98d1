package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// unreadablePicture: a picture that is cut short or damaged, or that is none.
var unreadablePicture = Rule{
	Name:     "unreadable-picture",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachUnfit(c, document, picture.Unreadable, report)
	},
	Council: func(c *council.Council, report Reporter) { unfitLogo(c, picture.Unreadable, report) },
}
