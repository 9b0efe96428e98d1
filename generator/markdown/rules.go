package markdown

import (
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// Rules are the names of all that Parse may report. The catalogues of words
// have a sentence for each.
var Rules = []string{
	// Refused before the parser sees them; nothing else is then reported.
	"text-too-long",
	"line-too-long",
	"invalid-encoding",
	"control-character",
	"nesting-too-deep",
	"too-many-marks",
	"too-many-references",
	"table-too-large",
	"unreadable-markdown",

	"raw-html",
	"heading-level-one",
	"empty-heading",
	"bad-anchor",
	"duplicate-anchor",
	"bad-language",
	"unknown-attribute",
	"dangerous-address",
	"missing-alternative",
	"empty-header-cell",
	"table-without-caption", // a warning
	"unknown-note",
	"unused-note", // a warning
}

// report notes an error at an offset of the source.
func (r *renderer) report(offset int, rule string, args diagnostic.Args) {
	r.add(diagnostic.Error, offset, rule, args)
}

// warn notes a warning at an offset of the source.
func (r *renderer) warn(offset int, rule string, args diagnostic.Args) {
	r.add(diagnostic.Warning, offset, rule, args)
}

// most bounds what one text may report: nobody mends the thousandth mistake first.
const most = 500

func (r *renderer) add(severity diagnostic.Severity, offset int, rule string, args diagnostic.Args) {
	if len(r.text.Problems) >= most {
		return
	}
	r.text.Problems.Add(diagnostic.Diagnostic{
		Position: r.lines.position(offset),
		Severity: severity,
		Rule:     rule,
		Hint:     rule, // each of these rules has one way to be mended
		Args:     args,
	})
}

// excerpt is enough of a passage to recognise it in a message.
func excerpt(passage []byte) string {
	const most = 60
	n := 0
	for i, c := range string(passage[:min(len(passage), utf8.UTFMax*most)]) {
		if n == most || c == '\n' {
			return string(passage[:i]) + "…"
		}
		n++
	}
	return string(passage)
}
