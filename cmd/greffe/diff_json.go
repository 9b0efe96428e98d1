package main

import (
	"greffe/generator/compare"
	"greffe/generator/diagnostic"
)

// A jsonProposal is the report for a program. Keys are only ever added.
type jsonProposal struct {
	Before     string           `json:"before"`
	After      string           `json:"after"`
	InShort    []string         `json:"in_short"`
	Entries    []jsonEntry      `json:"entries"`
	Redirected []jsonRedirected `json:"redirected"`
	Vanished   []jsonFinding    `json:"vanished"`
	Unsure     bool             `json:"vanished_unknown"` // the content has errors
	New        []jsonFinding    `json:"new_findings"`
	Mended     []jsonFinding    `json:"mended_findings"`
}

type jsonEntry struct {
	How        compare.How  `json:"how"`
	Collection string       `json:"collection"`
	ID         string       `json:"id"`
	Former     string       `json:"former_id,omitempty"`
	Label      string       `json:"label"`
	File       string       `json:"file"`
	State      string       `json:"state"`
	Changes    []jsonFields `json:"changes"`
}

type jsonFields struct {
	Kind   string `json:"kind"`
	Field  string `json:"field"`
	What   string `json:"what"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	Line   int    `json:"line,omitempty"`
}

type jsonRedirected struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

type jsonFinding struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Severity string `json:"severity"`
	Rule     string `json:"rule"`
	Message  string `json:"message"`
}

func (a *app) diffJSON(p *proposal) error {
	out := jsonProposal{
		Before: p.before, After: p.after, InShort: append([]string{}, a.inShort(p)...), Entries: []jsonEntry{}, Redirected: []jsonRedirected{},
		Vanished: a.jsonFindings(p.vanished), Unsure: p.unsure, New: a.jsonFindings(p.fresh), Mended: a.jsonFindings(p.mended),
	}
	for i := range p.entries {
		e := &p.entries[i]
		told := jsonEntry{e.How, e.Collection, e.ID, e.Former, e.Label, a.shown(e.File), e.State.String(), []jsonFields{}}
		for j := range e.Changes {
			c := &e.Changes[j]
			told.Changes = append(told.Changes, jsonFields{c.Kind, c.Field, a.changeText(c), c.Before, c.After, c.Line})
		}
		out.Entries = append(out.Entries, told)
	}
	for _, moved := range p.redirected {
		out.Redirected = append(out.Redirected, jsonRedirected{moved[0], moved[1]})
	}
	return a.writeJSON(out)
}

func (a *app) jsonFindings(found diagnostic.List) []jsonFinding {
	told := []jsonFinding{}
	for _, d := range found {
		told = append(told, jsonFinding{a.shown(d.File), d.Line, d.Severity.String(), d.Rule, a.words.Tell("diagnostics."+d.Rule, d.Args)})
	}
	return told
}
