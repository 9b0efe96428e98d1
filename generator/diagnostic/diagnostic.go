// Package diagnostic says what is wrong with a council's content: where, what,
// and how to mend it.
//
// A diagnostic is a value. Whoever reads or checks content returns a [List]
// and goes on, so that an editor is told everything at once; the command, the
// browser's overlay and the forges' annotations all print the same values.
// No sentence stands here: a diagnostic names its rule and what it was about,
// and a catalogue of words ([greffe/generator/words]) turns both into French,
// English or any other language.
//
// A failure of the machine (a full disk, a missing permission) is not a
// diagnostic but an ordinary error.
package diagnostic

import (
	"cmp"
	"slices"
)

// A Severity says what a diagnostic stops.
type Severity uint8

const (
	// Information is worth knowing; nothing needs mending.
	Information Severity = iota
	// Warning should be mended; it stops a build only when asked to (--strict).
	Warning
	// Error stops the build: nothing is written and the old site stays.
	Error
)

var severities = [...]string{"information", "warning", "error"}

// String is the severity's stable English name, as machines read it.
func (s Severity) String() string { return severities[s] }

// A Position is a place in a content file. Lines and columns count from 1,
// columns in characters; 0 means the whole file.
type Position struct {
	File   string // slash-separated, relative to the content folder
	Line   int
	Column int
}

// Args are what a message is about, by the names its sentence uses. A private
// value never goes in.
type Args map[string]string

// A Diagnostic is one thing that is wrong, or worth knowing.
type Diagnostic struct {
	Position
	Severity Severity
	// Rule is the stable English name of what was broken; its sentence is the
	// catalogue's "diagnostics.<rule>".
	Rule string
	Args Args
	// Hint names the sentence that says how to mend it, the catalogue's
	// "hints.<hint>"; empty when there is none. It shares Args.
	Hint string
	// Fix mends it; nil when nothing is certain.
	Fix *Fix
}

// A List is what was found so far.
type List []Diagnostic

// Add appends one diagnostic.
func (l *List) Add(d Diagnostic) { *l = append(*l, d) }

// Count returns how many diagnostics have the severity.
func (l List) Count(severity Severity) int {
	n := 0
	for _, d := range l {
		if d.Severity == severity {
			n++
		}
	}
	return n
}

// HasErrors tells whether the content must not be published.
func (l List) HasErrors() bool { return l.Count(Error) > 0 }

// Sort puts the list in reading order: file, line, column, then rule. Two
// equal diagnostics become one.
func (l *List) Sort() {
	slices.SortStableFunc(*l, func(a, b Diagnostic) int {
		return cmp.Or(
			cmp.Compare(a.File, b.File),
			cmp.Compare(a.Line, b.Line),
			cmp.Compare(a.Column, b.Column),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Rule, b.Rule),
		)
	})
	*l = slices.CompactFunc(*l, func(a, b Diagnostic) bool {
		return a.Position == b.Position && a.Rule == b.Rule && a.Hint == b.Hint && equal(a.Args, b.Args)
	})
}

func equal(a, b Args) bool {
	if len(a) != len(b) {
		return false
	}
	for k, v := range a {
		if w, ok := b[k]; !ok || v != w {
			return false
		}
	}
	return true
}
