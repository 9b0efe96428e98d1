package main

import (
	"net/url"
	"slices"
	"unicode/utf8"

	"greffe/generator"
	"greffe/generator/diagnostic"
)

// SARIF is how forges and editors exchange what checkers find (OASIS, Static
// Analysis Results Interchange Format 2.1.0). Only what greffe has to say is
// here.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Language   string        `json:"language"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version,omitempty"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID string `json:"id"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID        string            `json:"ruleId"`
	RuleIndex     int               `json:"ruleIndex"`
	Level         string            `json:"level"`
	Message       sarifText         `json:"message"`
	Locations     []sarifLocation   `json:"locations"`
	Fingerprints  map[string]string `json:"partialFingerprints"`
	BaselineState string            `json:"baselineState,omitempty"`
	Fixes         []sarifFix        `json:"fixes,omitempty"`
}

type sarifLocation struct {
	Physical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	} `json:"physicalLocation"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
	EndColumn   int `json:"endColumn,omitempty"`
}

type sarifFix struct {
	Description sarifText     `json:"description"`
	Changes     []sarifChange `json:"artifactChanges"`
}

type sarifChange struct {
	Artifact     sarifArtifact      `json:"artifactLocation"`
	Replacements []sarifReplacement `json:"replacements"`
}

type sarifReplacement struct {
	Deleted  sarifRegion `json:"deletedRegion"`
	Inserted sarifText   `json:"insertedContent"`
}

// reportSARIF prints one log.
func (a *app) reportSARIF(known comparison, g *generator.Generator) {
	run := sarifRun{Language: a.words.Language, ColumnKind: "unicodeCodePoints", Results: []sarifResult{}}
	run.Tool.Driver = sarifDriver{Name: "greffe", Version: versionName(), Rules: rulesOf(known)}
	fits := a.fitting(known.fresh, g)
	for _, part := range []struct {
		found diagnostic.List
		state string
	}{{known.fresh, "new"}, {known.old, "unchanged"}} {
		if known.since == "" {
			part.state = ""
		}
		for _, d := range part.found {
			run.Results = append(run.Results, a.sarifResult(d, part.state, run.Tool.Driver.Rules, fits))
		}
	}
	_ = a.writeJSON(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

func rulesOf(known comparison) []sarifRule {
	var names []string
	for _, found := range []diagnostic.List{known.fresh, known.old} {
		for _, d := range found {
			names = append(names, d.Rule)
		}
	}
	slices.Sort(names)
	rules := []sarifRule{}
	for _, name := range slices.Compact(names) {
		rules = append(rules, sarifRule{name})
	}
	return rules
}

// fitting gives each fix its exact column, by the file as it is.
func (a *app) fitting(found diagnostic.List, g *generator.Generator) map[*diagnostic.Fix]int {
	columns := make(map[*diagnostic.Fix]int)
	all, err := mendings(g.Content, found)
	if err != nil {
		return columns
	}
	for _, m := range all {
		for _, e := range m.edits {
			columns[e.fix] = e.column
		}
	}
	return columns
}

func (a *app) sarifResult(d diagnostic.Diagnostic, state string, rules []sarifRule, fits map[*diagnostic.Fix]int) sarifResult {
	message := a.words.Tell("diagnostics."+d.Rule, d.Args)
	hint := ""
	if d.Hint != "" {
		hint = a.words.Tell("hints."+d.Hint, d.Args)
		message += "\n→ " + hint
	}
	var location sarifLocation
	file := sarifArtifact{(&url.URL{Path: a.shown(d.File)}).EscapedPath()}
	location.Physical.Artifact = file
	if d.Line > 0 {
		location.Physical.Region = &sarifRegion{StartLine: d.Line, StartColumn: max(d.Column, 1)}
	}
	result := sarifResult{
		RuleID: d.Rule, RuleIndex: slices.Index(rules, sarifRule{d.Rule}),
		Level:   [...]string{"note", "warning", "error"}[d.Severity],
		Message: sarifText{message}, Locations: []sarifLocation{location},
		Fingerprints: map[string]string{"greffe/v1": fingerprint(d)}, BaselineState: state,
	}
	if column, ok := fits[d.Fix]; ok && d.Fix != nil {
		result.Fixes = []sarifFix{{sarifText{hint}, []sarifChange{{file, []sarifReplacement{{
			sarifRegion{d.Fix.Line, column, column + utf8.RuneCountInString(d.Fix.Old)}, sarifText{d.Fix.New},
		}}}}}}
	}
	return result
}
