package check

import (
	"cmp"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// outdatedTranslation: the original changed after the translation did, and both
// say when. Readers of the translation are told too.
var outdatedTranslation = Rule{
	Name:     "outdated-translation",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		entry := document.Common()
		for _, t := range entry.Translations {
			if t.Outdated(entry) {
				line, column := t.At("updated")
				report(diagnostic.Position{File: t.File, Line: line, Column: column}, "review-translation", diagnostic.Args{
					"original": entry.Updated.String(), "translation": t.Updated.String(),
				})
			}
		}
	},
}

// translationOfItself: the file's name says that it translates into the language
// in which the original is written.
var translationOfItself = Rule{
	Name:     "translation-of-itself",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		entry := document.Common()
		own := cmp.Or(entry.Lang, c.Settings.Language, "fr")
		for _, t := range entry.Translations {
			if t.Language == own {
				line, column := t.At("title")
				report(diagnostic.Position{File: t.File, Line: line, Column: column}, "other-language", diagnostic.Args{"language": string(own)})
			}
		}
	},
}
