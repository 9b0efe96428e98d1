package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A baseline is what was wrong on a day. What is in it is told apart from what
// is new, so that a council that comes with two hundred old mistakes can still
// refuse the next one.
type baseline struct {
	Version  int          `json:"version"`
	On       string       `json:"on"`
	Findings []oldFinding `json:"findings"`
}

// An oldFinding is known by its fingerprint; the rest is for people who read the
// file.
type oldFinding struct {
	Fingerprint string `json:"fingerprint"`
	Rule        string `json:"rule"`
	File        string `json:"file"`
	Message     string `json:"message"`
}

// A comparison is what is new and what was there already.
type comparison struct {
	fresh, old diagnostic.List
	since      string // the baseline's day; empty without one
	mended     int    // findings of the baseline that are no more
}

// compare parts what was found by the baseline; without a file yet, it writes
// one, and all of it is old.
func (a *app) compare(file string, found diagnostic.List, g *generator.Generator) (comparison, error) {
	if file == "" {
		return comparison{fresh: found}, nil
	}
	text, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		today := g.AsOf(council.Zone("").Location()).Date.String()
		if err := a.writeBaseline(file, today, found); err != nil {
			return comparison{}, err
		}
		fmt.Fprintln(a.stderr, a.words.Say("command.check.baseline-written", "n", len(found), "file", file))
		return comparison{old: found, since: today}, nil
	}
	if err != nil {
		return comparison{}, err
	}
	var known baseline
	if err := json.Unmarshal(text, &known); err != nil || known.Version != 1 {
		return comparison{}, a.use("command.use.bad-baseline", "file", file)
	}
	left := make(map[string]int, len(known.Findings))
	for _, finding := range known.Findings {
		left[finding.Fingerprint]++
	}
	c := comparison{since: known.On, mended: len(known.Findings)}
	for _, d := range found {
		// As many of one fingerprint are old as there were; one more is new.
		if print := fingerprint(d); left[print] > 0 {
			left[print]--
			c.old.Add(d)
			c.mended--
		} else {
			c.fresh.Add(d)
		}
	}
	return c, nil
}

func (a *app) writeBaseline(file, today string, found diagnostic.List) error {
	known := baseline{Version: 1, On: today, Findings: []oldFinding{}}
	for _, d := range found {
		known.Findings = append(known.Findings, oldFinding{fingerprint(d), d.Rule, d.File, a.words.Tell("diagnostics."+d.Rule, d.Args)})
	}
	return overwrite(file, func(w io.Writer) error { return encodeJSON(w, known) })
}

// fingerprint names a finding whatever the lines above it: by its rule, its
// file and what it is about, without what counts or points.
func fingerprint(d diagnostic.Diagnostic) string {
	sum := sha256.New()
	fmt.Fprintf(sum, "%s\x00%s", d.Rule, d.File)
	for _, name := range slices.Sorted(maps.Keys(d.Args)) {
		if !isVolatile(name) {
			fmt.Fprintf(sum, "\x00%s\x00%s", name, d.Args[name])
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:12])
}

func isVolatile(name string) bool {
	switch name {
	case "known", "suggestion", "n", "index", "other":
		return true
	}
	return strings.HasPrefix(name, "line") || strings.HasPrefix(name, "words")
}

// tellKnown lists what the baseline knew, a line each and apart.
func (a *app) tellKnown(known comparison) {
	if known.since == "" {
		return
	}
	paint := painter(a.stdout)
	if len(known.old) > 0 {
		fmt.Fprintln(a.stdout, a.words.Say("command.check.known", "date", known.since, "counts", a.counts(known.old)))
	}
	for i, d := range known.old {
		if i == mostShown {
			fmt.Fprintln(a.stdout, "    "+a.words.Say("command.more-found", "n", len(known.old)-mostShown))
			break
		}
		fmt.Fprintln(a.stdout, paint(dim, fmt.Sprintf("    %s: %s [%s]", a.where(d.Position), a.words.Tell("diagnostics."+d.Rule, d.Args), d.Rule)))
	}
	if known.mended > 0 {
		fmt.Fprintln(a.stdout, a.words.Say("command.check.mended", "n", known.mended))
	}
}
