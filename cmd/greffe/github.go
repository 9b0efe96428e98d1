package main

import (
	"bufio"
	"fmt"
	"strings"

	"greffe/generator/diagnostic"
)

// reportGitHub prints workflow commands, which GitHub and the forges that
// follow it show beside the lines of a proposal.
func (a *app) reportGitHub(found diagnostic.List) {
	w := bufio.NewWriter(a.stdout)
	defer w.Flush()
	for _, d := range found {
		level := [...]string{"notice", "warning", "error"}[d.Severity]
		properties := "file=" + property(a.shown(d.File))
		if d.Line > 0 {
			properties += fmt.Sprintf(",line=%d,col=%d", d.Line, max(d.Column, 1))
		}
		message := a.words.Tell("diagnostics."+d.Rule, d.Args)
		if d.Hint != "" {
			message += "\n→ " + a.words.Tell("hints."+d.Hint, d.Args)
		}
		fmt.Fprintf(w, "::%s %s,title=%s::%s\n", level, properties, property(d.Rule), commandData.Replace(message))
	}
}

// What a command's message and its properties may not hold as they are.
var (
	commandData     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	commandProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func property(text string) string { return commandProperty.Replace(text) }
