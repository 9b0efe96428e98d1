// Package feed publishes what tells others that something is new, or where
// things are: the feeds of everything, of a section, of a theme, a body or a
// member, as Atom and as JSON Feed; the calendars; the site map.
//
// A feed holds content dates only: an entry was updated when its document was,
// never when the site was built, so that nobody is told twice of one thing. Its
// identifiers outlive a change of name: see [permanent].
//
// What there is to subscribe to, and in which forms, is [site.Feed]'s to say,
// since pages lead there. A document becomes an [entry] whatever its
// collection, or [event]s; each form is one file that encodes them:
//
//	site.Feed ─→ channel, entry ─→ atom.go, jsonfeed.go
//	         └─→ event ─────────→ calendar.go
//
// # How to add a form
//
// Declare it in package site, write its file with a function that lists its
// feeds, and add that function to the list of publishers. The site map comes
// last there, because it lists the others' pages.
package feed

import (
	"cmp"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// permanent is the id under which a document was first published: the first of
// its former ids, which an editor lists from the oldest on, or its own. A
// reader knows an entry, and a calendar an event, by nothing else.
func permanent(document council.Documented) string {
	if aliases := document.Common().Aliases; len(aliases) > 0 {
		return string(aliases[0])
	}
	return document.Key()
}

// polished is a text for people, with the typography of the council's language.
func polished(b *site.Brief, text string) string {
	return markdown.Typography(strings.TrimSpace(text), b.Words.Language)
}

// abstract is what a document says in short, the plain words first. Lines are
// those of the text, not those of the file; paragraphs stay.
func abstract(e *council.Entry) string {
	var paragraphs []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(cmp.Or(e.PlainSummary, e.Summary), "\r\n", "\n"), "\n\n") {
		paragraphs = append(paragraphs, strings.Join(strings.Fields(paragraph), " "))
	}
	return joined("\n\n", paragraphs...)
}

// joined are the texts that are not empty.
func joined(separator string, texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(text string) bool { return text == "" }), separator)
}
