package main

import (
	"strings"

	"greffe/generator/compare"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// diffSections are the parts of a report, in order.
func diffSections() []string { return append(council.Folders(), "settings") }

// inShort counts what matters most: what comes and goes, then what it means,
// then what is merely changed.
func (a *app) inShort(p *proposal) []string {
	var said []string
	count := func(key string, n int) {
		if n > 0 {
			said = append(said, a.speaker().Say("diff.short-of."+key, "n", n))
		}
	}
	for _, how := range []compare.How{compare.Added, compare.Removed, compare.Renamed} {
		for _, collection := range council.Folders() {
			count(collection+"."+string(how), compare.Entries(p.entries, collection, how))
		}
	}
	for _, kind := range []string{"mandate-added", "mandate-ended", "vote", "recommendation-state", "published", "unpublished"} {
		count(kind, compare.Count(p.entries, kind))
	}
	count("redirected", len(p.redirected))
	count("vanished", len(p.vanished))
	for _, collection := range diffSections() {
		count(collection+".changed", compare.Entries(p.entries, collection, compare.Changed))
	}
	return said
}

// called is a document by its name, and what keeps the public from seeing it.
func (a *app) called(e *compare.Entry) string {
	label := a.speaker().Set(onOneLine(e.Label))
	if e.State != council.Published {
		label = a.speaker().Say("diff.draft", "label", label, "state", a.words.Say("choices.state."+e.State.String()))
	}
	return label
}

// howText is what becomes of a document, in a word.
func (a *app) howText(e *compare.Entry) string {
	return a.speaker().Say("diff."+string(e.How), "former", e.Former)
}

// sectionTitle is the heading of the part about a collection.
func (a *app) sectionTitle(collection string) string {
	if collection == "settings" {
		return a.speaker().Say("diff.settings.title")
	}
	return a.words.Say("kinds." + collection + ".title")
}

func of(entries []compare.Entry, collection string) []*compare.Entry {
	var found []*compare.Entry
	for i := range entries {
		if entries[i].Collection == collection {
			found = append(found, &entries[i])
		}
	}
	return found
}

// changeText says a change on one line.
func (a *app) changeText(change *compare.Change) string {
	return onOneLine(strings.TrimSpace(change.What(a.speaker())))
}

// sentence is what a finding says.
func (a *app) sentence(d diagnostic.Diagnostic) string {
	return onOneLine(a.words.Tell("diagnostics."+d.Rule, d.Args))
}
