package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// danglingReference: a name that nobody bears. A document that is there but
// cannot be read has been reported already, and so has one that was withdrawn
// been declared: naming them is no second mistake.
var danglingReference = Rule{
	Name:     "dangling-reference",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		entry := document.Common()
		resolve(c, entry.File, entry.References, report)
	},
	Council: func(c *council.Council, report Reporter) {
		resolve(c, "council.yaml", c.Settings.References, report)
	},
}

func resolve(c *council.Council, file string, references []council.Reference, report Reporter) {
	for i := range references {
		reference := &references[i]
		if c.Resolves(reference) {
			continue
		}
		collections := reference.Collections()
		var known []string
		for _, collection := range collections {
			known = append(known, c.IDs(collection)...)
		}
		args := diagnostic.Args{"id": reference.ID, "collection": collections[0], "key": reference.Field.Key}
		hint := suggest(args, reference.ID, known)
		if former := c.FormerID(collections[0], reference.ID); former != "" {
			args["suggestion"], hint = former, "former-id"
		}
		at := diagnostic.Position{File: file, Line: reference.Line, Column: reference.Column}
		var fix *diagnostic.Fix
		if only := diagnostic.OneSlip(reference.ID, known); only != "" && hint == "did-you-mean" {
			fix = &diagnostic.Fix{Line: at.Line, Column: at.Column, Old: reference.ID, New: only}
		}
		report(at, hint, args, fix)
	}
}
