package check

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// bareAddress: a web address that is its link's own text. A voice spells it
// letter by letter (RGAA 6.1).
var bareAddress = Rule{
	Name:     "bare-address",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) {
			for _, link := range t.Links {
				if link.Image {
					continue
				}
				for _, start := range []string{"https://", "http://", "www."} {
					if strings.HasPrefix(link.Text, start) {
						report(link.Position, "name-target", diagnostic.Args{"text": excerpt(link.Text)})
						break
					}
				}
			}
		})
	},
}
