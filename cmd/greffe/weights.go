package main

import (
	"fmt"

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
		fmt.Fprintln(a.stdout, a.words.Say("command.weights.file", "weight", fmt.Sprintf("%6s", a.tenths(float64(file.Weight)/1000)), "limit", file.Limit/1000, "path", file.Path))
	}
}
