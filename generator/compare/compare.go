// Package compare says what a change of the content means: which documents
// come, go, change their name or their publication, and what of them is no
// longer the same, in the words of people and not in lines of text.
//
// Two councils are walked along the schema that their structs declare
// ([council.SchemaOf]), so that a field that is added to the model is compared
// without a line here. What matters most has sentences of its own: mandates,
// votes, attendance, the state of a recommendation, publication, addresses.
//
// A private field is only said to have changed. Its value is not looked into.
package compare

import (
	"io/fs"

	"greffe/generator/council"
	"greffe/generator/phrase"
)

// A Side is one of the two councils, with the folder that it was read from:
// attachments are compared by their bytes.
type Side struct {
	*council.Council
	Content fs.FS
}

// How an entry differs.
type How string

const (
	Added   How = "added"
	Removed How = "removed"
	Renamed How = "renamed" // its former id is an alias of the new one
	Changed How = "changed"
)

// An Entry is a document, or a file of the settings, that differs.
type Entry struct {
	How        How
	Collection string // "settings" for council.yaml and the lists beside it
	ID, Former string // Former: of one that was renamed
	Label      string
	File       string // where it is now, or was if it is removed
	State      council.State
	Changes    []Change
}

// A Change is one thing of an entry that is no longer the same. Kind tells
// those that have sentences of their own from fields.
type Change struct {
	Kind          string // its sentence is the catalogue's "diff.change.KIND"
	Field         string // its path: "mandates.0.end"
	Title         string // of the field and of what it is in, in words
	Before, After string // in words; empty: nothing, or not to be told
	Line          int    // in the file as it is now; 0: not there
	Args          []any  // of its sentence, besides title, before and after
}

// What says the change in a sentence.
func (c *Change) What(say phrase.Speaker) string {
	args := append([]any{"title", c.Title, "before", c.Before, "after", c.After}, c.Args...)
	return say.Say("diff.change."+c.Kind, args...)
}

// Councils lists what differs, collection after collection, in the order of the
// later council; what is removed comes last.
func Councils(before, after Side, say phrase.Speaker) []Entry {
	w := &walker{before: before, after: after, say: say, formerIDs: make(map[string]string)}
	for now := range after.Everything() {
		if was, former := w.formerly(now); was != nil {
			w.formerIDs[now.Collection()+"/"+former] = now.Key()
		}
	}
	w.documents()
	w.settings()
	return w.entries
}

type walker struct {
	before, after Side
	say           phrase.Speaker
	formerIDs     map[string]string // of documents that bear another id now: "opinions/2026-05"
	entries       []Entry
}

func (w *walker) documents() {
	for _, collection := range council.Folders() {
		seen := make(map[string]bool)
		for _, id := range w.after.IDs(collection) {
			now := w.after.Lookup(collection, id).(council.Documented)
			former := id
			was, _ := w.before.Lookup(collection, id).(council.Documented)
			if was == nil {
				was, former = w.formerly(now)
			}
			seen[former] = was != nil
			w.document(was, now)
		}
		for _, id := range w.before.IDs(collection) {
			if !seen[id] {
				w.document(w.before.Lookup(collection, id).(council.Documented), nil)
			}
		}
	}
}

// formerly is the document that has become this one under another id: it is no
// longer there, and its id is among the aliases.
func (w *walker) formerly(now council.Documented) (council.Documented, string) {
	for _, alias := range now.Common().Aliases {
		was, _ := w.before.Lookup(now.Collection(), string(alias)).(council.Documented)
		if was != nil && w.after.Lookup(now.Collection(), string(alias)) == nil {
			return was, string(alias)
		}
	}
	return nil, ""
}

// document compares a document with what it was; either may be nil.
func (w *walker) document(was, now council.Documented) {
	of := now
	if of == nil {
		of = was
	}
	e := Entry{How: Changed, Collection: of.Collection(), ID: of.Key(), Label: of.Label(), File: of.Common().File}
	switch {
	case was == nil && w.before.Unreadable(e.Collection, e.ID):
		e.State, e.Changes = w.after.State(now), []Change{{Kind: "readable"}}
	case now == nil && w.after.Unreadable(e.Collection, e.ID):
		e.State, e.Changes = w.before.State(was), []Change{{Kind: "unreadable"}}
	case was == nil:
		e.How, e.State = Added, w.after.State(now)
	case now == nil:
		e.How, e.State = Removed, w.before.State(was)
	default:
		e.State = w.after.State(now)
		if was.Key() != now.Key() {
			e.How, e.Former = Renamed, was.Key()
		}
		e.Changes = w.inside(was, now)
		if e.How == Changed && len(e.Changes) == 0 {
			return
		}
	}
	w.entries = append(w.entries, e)
}

// Count is how many changes of a kind there are in all.
func Count(entries []Entry, kind string) int {
	n := 0
	for i := range entries {
		for j := range entries[i].Changes {
			if entries[i].Changes[j].Kind == kind {
				n++
			}
		}
	}
	return n
}

// Entries is how many of a collection differ in a way.
func Entries(entries []Entry, collection string, how How) int {
	n := 0
	for i := range entries {
		if entries[i].Collection == collection && entries[i].How == how {
			n++
		}
	}
	return n
}
