package check

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// ambiguousLink: the same words lead to two places on one page, and a list of
// links cannot tell them apart (RGAA 6.1).
var ambiguousLink = Rule{
	Name:     "ambiguous-link",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) {
			if len(t.Links) < 2 {
				return
			}
			first := make(map[string]*markdown.Link, len(t.Links))
			for i := range t.Links {
				link := &t.Links[i]
				if link.Image || link.Text == "" || isVague(link.Text, t.Language) {
					continue
				}
				words := council.Fold(link.Text)
				switch known := first[words]; {
				case known == nil:
					first[words] = link
				case known.Destination != link.Destination:
					report(link.Position, "tell-apart", diagnostic.Args{"text": excerpt(link.Text), "line": strconv.Itoa(known.Position.Line)})
				}
			}
		})
	},
}
