package check

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// animatedImage: an image that moves and that nobody can stop (RGAA 13.8).
var animatedImage = Rule{
	Name:     "animated-image",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		entry := document.Common()
		look := func(at diagnostic.Position, name council.FileName) {
			if file, ok := c.File(entry, name); ok && isAnimated(file) {
				report(at, "still-image", diagnostic.Args{"file": string(name)})
			}
		}
		if entry.Image != nil {
			look(at(document, "image.file"), entry.Image.File)
		}
		eachText(c, document, func(t text) {
			for _, link := range t.Links {
				if link.Image && !strings.Contains(link.Destination, ":") {
					look(link.Position, council.FileName(link.Destination))
				}
			}
		})
	},
}

func isAnimated(file council.File) bool {
	facts := file.Facts().Picture
	return facts != nil && facts.Animated
}
