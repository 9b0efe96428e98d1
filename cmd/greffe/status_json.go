package main

import (
	"greffe/generator/council"
	"greffe/generator/due"
)

// A jsonOutlook is the list for a program. Keys are only ever added.
type jsonOutlook struct {
	Private    bool         `json:"private"` // never to be published
	Notice     string       `json:"notice"`
	Council    string       `json:"council"`
	AsOf       string       `json:"as_of"`
	Days       int          `json:"within_days"`
	NextChange *jsonChange  `json:"next_change"` // null: none is known within two years
	Items      []jsonDue    `json:"items"`
	Changes    []jsonChange `json:"changes"`
}

type jsonDue struct {
	Kind       string `json:"kind"`
	What       string `json:"what"`
	Todo       string `json:"todo"`
	On         string `json:"on"` // as precise as it is known; empty: not known
	Days       *int   `json:"days"`
	Late       bool   `json:"late"`
	Subject    string `json:"subject"`
	Collection string `json:"collection,omitempty"`
	ID         string `json:"id,omitempty"`
	File       string `json:"file"`
	Line       int    `json:"line"`
	Column     int    `json:"column"`
}

type jsonChange struct {
	At         string `json:"at"` // a day, from its first minute, or a local time
	Kind       string `json:"kind"`
	What       string `json:"what"`
	Collection string `json:"collection,omitempty"`
	ID         string `json:"id,omitempty"`
}

func (a *app) statusJSON(o *outlook) error {
	say := a.speaker()
	out := jsonOutlook{
		Private: true, Notice: say.Say("status.private"), Council: o.Settings.Name, AsOf: o.AsOf.String(), Days: o.days,
		Items: []jsonDue{}, Changes: []jsonChange{},
	}
	if !o.next.At.IsZero() {
		next := a.jsonChange(&o.next)
		out.NextChange = &next
	}
	for i := range o.items {
		item := &o.items[i]
		file, line, column := item.Position(o.Council)
		told := jsonDue{
			Kind: item.Kind, What: item.What(say), Todo: item.Todo(say), On: item.On.String(),
			Subject: item.Subject(say), File: a.shown(file), Line: line, Column: column,
		}
		if !item.On.IsZero() {
			days := item.Days(o.AsOf)
			told.Days, told.Late = &days, days < 0
		}
		told.Collection, told.ID = named(item.Document)
		out.Items = append(out.Items, told)
	}
	for i := range o.changes {
		out.Changes = append(out.Changes, a.jsonChange(&o.changes[i]))
	}
	return a.writeJSON(out)
}

func (a *app) jsonChange(change *due.Change) jsonChange {
	told := jsonChange{At: change.At.String(), Kind: change.Kind, What: change.What(a.speaker())}
	told.Collection, told.ID = named(change.Document)
	return told
}

func named(document council.Documented) (collection, id string) {
	if document == nil {
		return "", ""
	}
	return document.Collection(), document.Key()
}
