package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// lostDocument: a document whose name ends in .txt. It may be a transcript for
// all that its name says, so it is looked into, if no document names it.
var lostDocument = Rule{
	Name:     "lost-document",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		lost := unlinked(c, isPlainText)
		for _, name := range slices.Sorted(maps.Keys(lost)) {
			if lost[name].Facts().Document {
				report(inFile(name), "rename-document", diagnostic.Args{"file": path.Base(name), "suggestion": asDocument(name)})
			}
		}
	},
}

func isPlainText(name string) bool { return strings.EqualFold(path.Ext(name), ".txt") }

func asDocument(name string) string {
	return strings.TrimSuffix(path.Base(name), path.Ext(name)) + ".md"
}
