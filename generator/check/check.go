// Package check finds what is wrong with a council's content.
//
// It never changes the content and never reads a file: everything it may look
// at is in the Council. A rule is one file of this package and one line of
// [Rules]; its sentences are the catalogue's "diagnostics.NAME" and "hints.…".
//
// Rules look at the whole council, drafts and confidential documents too: an
// editor wants to know before publication. Their messages are for the editor
// and never part of the site.
package check

import (
	"runtime"
	"slices"
	"sync"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A Rule is a name and what to look for, in each document or in the council as
// a whole.
type Rule struct {
	Name     string
	Severity diagnostic.Severity
	Document func(*council.Council, council.Documented, Reporter)
	Council  func(*council.Council, Reporter)
}

// A Reporter takes what a rule found: where, about what, and the name of the
// hint that says how to mend it.
type Reporter func(at diagnostic.Position, hint string, args diagnostic.Args)

// Rules are all the checks, in the order in which they run.
var Rules = []Rule{
	danglingReference,
	unknownScope,
	unknownMenuEntry,
	missingFile,
	brokenLink,
	unpublishedReference,
	contradictoryStatus,
	duplicatePart,
}

// Run applies every rule to the council.
func Run(c *council.Council) diagnostic.List {
	var found diagnostic.List
	documents := slices.Collect(c.Everything())
	results := make([]diagnostic.List, len(documents))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				results[i] = Document(c, documents[i])
			}
		})
	}
	for i := range documents {
		next <- i
	}
	close(next)
	workers.Wait()
	for _, result := range results {
		found = append(found, result...)
	}
	for _, rule := range Rules {
		if rule.Council != nil {
			rule.Council(c, reporter(rule, &found))
		}
	}
	found.Sort()
	return found
}

// Document applies the rules that look at one document.
func Document(c *council.Council, document council.Documented) diagnostic.List {
	var found diagnostic.List
	for _, rule := range Rules {
		if rule.Document != nil {
			rule.Document(c, document, reporter(rule, &found))
		}
	}
	// What package markdown found while it parsed the body.
	if text := document.Common().Body.Text(); text != nil {
		found = append(found, text.Problems...)
	}
	return found
}

func reporter(rule Rule, found *diagnostic.List) Reporter {
	return func(at diagnostic.Position, hint string, args diagnostic.Args) {
		found.Add(diagnostic.Diagnostic{Position: at, Severity: rule.Severity, Rule: rule.Name, Hint: hint, Args: args})
	}
}

// at is the position of a value in a document's file.
func at(document council.Documented, path string) diagnostic.Position {
	entry := document.Common()
	line, column := entry.At(path)
	return diagnostic.Position{File: entry.File, Line: line, Column: column}
}

// inSettings is the position of a value in council.yaml.
func inSettings(c *council.Council, path string) diagnostic.Position {
	line, column := c.Settings.At(path)
	return diagnostic.Position{File: "council.yaml", Line: line, Column: column}
}

// suggest fills in what a "did you mean" needs.
func suggest(args diagnostic.Args, word string, known []string) (hint string) {
	if args["suggestion"] = diagnostic.Nearest(word, known); args["suggestion"] != "" {
		return "did-you-mean"
	}
	return ""
}
