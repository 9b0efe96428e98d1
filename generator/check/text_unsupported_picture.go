package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// unsupportedPicture: a picture in a format that not all browsers show, or of
// which what it says of its maker cannot be left out (RGESN 2024, 5.1).
var unsupportedPicture = Rule{
	Name:     "unsupported-picture",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachUnfit(c, document, picture.Unsupported, report)
	},
	Council: func(c *council.Council, report Reporter) { unfitLogo(c, picture.Unsupported, report) },
}
