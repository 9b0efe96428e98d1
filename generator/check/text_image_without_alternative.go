package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// imageWithoutAlternative: the image of a header that says nothing to who does
// not see it, and is not said to be decorative (RGAA 1.1). In a body it is an
// error, of Markdown.
var imageWithoutAlternative = Rule{
	Name:     "image-without-alternative",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		if image := document.Common().Image; image != nil && image.Alt == "" && !image.Decorative {
			report(at(document, "image"), "add-alternative", diagnostic.Args{"file": string(image.File)})
		}
	},
}
