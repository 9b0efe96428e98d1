package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unpublishedReference: a published document names one that the public cannot
// see yet, or not any more. The site leaves the name out; nobody is blocked.
var unpublishedReference = Rule{
	Name:     "unpublished-reference",
	Severity: diagnostic.Information,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		if c.State(document) != council.Published {
			return
		}
		entry := document.Common()
		for i := range entry.References {
			reference := &entry.References[i]
			for _, collection := range reference.Collections() {
				other, ok := c.Lookup(collection, reference.ID).(council.Documented)
				if !ok || c.State(other) == council.Published {
					continue
				}
				report(diagnostic.Position{File: entry.File, Line: reference.Line, Column: reference.Column}, "", diagnostic.Args{
					"id": reference.ID, "key": reference.Field.Key, "state": c.State(other).String(),
				})
			}
		}
	},
}
