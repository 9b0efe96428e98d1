package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// pictureTooLarge: a picture of more bytes or pixels than may be decoded: a scan
// at a hundred times what a page shows, or one that is made to fill the memory.
var pictureTooLarge = Rule{
	Name:     "picture-too-large",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachUnfit(c, document, picture.TooLarge, report)
	},
	Council: func(c *council.Council, report Reporter) { unfitLogo(c, picture.TooLarge, report) },
}
