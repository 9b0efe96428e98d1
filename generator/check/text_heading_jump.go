package check

import (
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// headingJump: a heading two levels below the one before it. Screen readers make
// a plan of the page out of headings, and the plan has a hole (RGAA 9.1).
var headingJump = Rule{
	Name:     "heading-jump",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachText(c, document, func(t text) {
			before := 1 // the page's title
			for _, heading := range t.Headings {
				if heading.Level > before+1 {
					report(heading.Position, "heading-level", diagnostic.Args{
						"text": excerpt(heading.Text), "level": strconv.Itoa(heading.Level), "marks": strings.Repeat("#", before+1),
					})
				}
				before = heading.Level
			}
		})
	},
}
