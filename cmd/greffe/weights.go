package main

import (
	"fmt"
	"strings"

	"greffe/generator"
)

// heaviestShown is how many files --weights prints.
const heaviestShown = 10

// weighing is what the flags ask for. A build that warnings stop is stopped by a
// page that is too heavy, whether or not weights are to be printed.
func (a *app) weighing() generator.Weights {
	switch {
	case a.flags.strict:
		return generator.Limited
	case a.flags.weights:
		return generator.Weighed
	}
	return generator.Unweighed
}

// tellWeights prints the files that take most of what they may, and warns of
// those past it.
func (a *app) tellWeights(desk *desk) {
	a.report(desk.generator.TooHeavy, desk.generator)
	if !a.flags.weights || a.flags.quiet {
		return
	}
	heaviest := desk.generator.Heaviest
	fmt.Fprintln(a.stdout, a.words.Say("command.weights.heaviest"))
	for _, file := range heaviest[:min(heaviestShown, len(heaviest))] {
		fmt.Fprintln(a.stdout, a.words.Say("command.weights.file", "weight", fmt.Sprintf("%6s", a.tenths(file.Weight)), "limit", file.Limit/1000, "path", file.Path))
	}
}

// tenths writes bytes in kilobytes, with one decimal as the language does.
func (a *app) tenths(bytes int) string {
	return strings.Replace(fmt.Sprintf("%.1f", float64(bytes)/1000), ".", a.words.Say("command.decimal"), 1)
}
