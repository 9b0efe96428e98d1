package check

import (
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// elsewhere are the warnings that other packages give.
var elsewhere = []string{"cut-by-comment", "formula-like", "table-without-caption", "too-heavy", "unused-note"}

// WarningNames are all the names under which council.yaml may turn a warning
// off, sorted.
func WarningNames() []string {
	names := slices.Clone(elsewhere)
	for _, rule := range Rules {
		names = append(names, rule.Kinds...)
		if len(rule.Kinds) == 0 && rule.Severity == diagnostic.Warning {
			names = append(names, rule.Name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// Silence leaves out the warnings that council.yaml turns off. Errors stay,
// whatever it says, and so does information, which asks for nothing.
func Silence(c *council.Council, found diagnostic.List) diagnostic.List {
	off := make(map[string]bool)
	for _, setting := range c.Settings.Warnings {
		off[setting.Name] = off[setting.Name] || setting.Off
	}
	if len(off) == 0 {
		return found
	}
	var heard diagnostic.List // a list of its own: the reader keeps what it was given
	for _, d := range found {
		if d.Severity != diagnostic.Warning || !off[d.Rule] {
			heard.Add(d)
		}
	}
	return heard
}

// unknownWarning: a warning turned off that greffe does not give: a misspelt
// name would hide nothing, and errors are not for hiding. It is a function, as
// the names that it looks through are those of the list that it is in.
func unknownWarning(c *council.Council, report Reporter) {
	names := WarningNames()
	for i, setting := range c.Settings.Warnings {
		if slices.Contains(names, setting.Name) {
			continue
		}
		args := diagnostic.Args{"value": setting.Name}
		hint := suggest(args, setting.Name, names)
		if slices.Contains(markdown.Rules, setting.Name) || slices.ContainsFunc(Rules, func(r Rule) bool { return r.Name == setting.Name }) {
			hint = "warnings-only"
		}
		report(inSettings(c, fmt.Sprintf("warnings.%d.name", i)), hint, args)
	}
}
