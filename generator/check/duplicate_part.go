package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// duplicatePart: two recommendations of an opinion, or two articles of a
// document, with one id. Both would have the same address.
var duplicatePart = Rule{
	Name:     "duplicate-part",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		seen := make(map[council.ID]bool)
		part := func(list string, i int, id council.ID) {
			if id != "" && seen[id] {
				report(at(document, fmt.Sprintf("%s.%d.id", list, i)), "", diagnostic.Args{"id": string(id)})
			}
			seen[id] = true
		}
		switch d := document.(type) {
		case *council.Opinion:
			for i := range d.Recommendations {
				part("recommendations", i, d.Recommendations[i].ID)
			}
		case *council.Document:
			for i := range d.Articles {
				part("articles", i, d.Articles[i].ID)
			}
		}
	},
}
