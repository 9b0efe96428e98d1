package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/diagnostic"
)

// A checking is what check was asked to do with what it finds.
type checking struct {
	format      string
	fix, dryRun bool
	baseline    string
}

func (a *app) checkCommand() *cobra.Command {
	var asked checking
	command := &cobra.Command{
		Use: "check", Short: a.words.Say("command.check.short"), Example: indent(a.words.Say("command.check.example")),
		RunE: func(*cobra.Command, []string) error { return a.check(asked) },
	}
	a.comparing(command)
	f := command.Flags()
	f.StringVar(&asked.format, "format", "text", a.words.Say("command.flag.format"))
	f.BoolVar(&asked.fix, "fix", false, a.words.Say("command.flag.fix"))
	f.BoolVar(&asked.dryRun, "dry-run", false, a.words.Say("command.flag.dry-run"))
	f.StringVar(&asked.baseline, "baseline", "", a.words.Say("command.flag.baseline"))
	return command
}

var formats = []string{"text", "json", "github", "sarif"}

// check looks at everything that a build would, the addresses of the site too,
// and writes nothing but the fixes that it was asked for.
func (a *app) check(asked checking) error {
	if !slices.Contains(formats, asked.format) {
		return a.use("command.use.bad-format", "value", asked.format, "known", strings.Join(formats, ", "))
	}
	if (asked.fix || asked.dryRun) && asked.format != "text" {
		return a.use("command.use.fix-format")
	}
	g, found, err := a.lookAt()
	if err != nil {
		return err
	}
	if asked.dryRun {
		return a.showFixes(found)
	}
	if asked.fix {
		if g, found, err = a.mendAll(g, found); err != nil {
			return err
		}
	}
	known, err := a.compare(asked.baseline, found, g)
	if err != nil {
		return err
	}
	a.tellAll(asked.format, known, g)
	if known.fresh.HasErrors() {
		return generator.ErrContent
	}
	if a.flags.strict && known.fresh.Count(diagnostic.Warning) > 0 {
		return errStrict
	}
	return nil
}

// mendAll makes fixes until none is left: one may uncover another, or have
// touched it. It returns what is found afterwards.
func (a *app) mendAll(g *generator.Generator, found diagnostic.List) (*generator.Generator, diagnostic.List, error) {
	const most = 10 // rounds; two fixes that undo each other must not go on for ever
	total := 0
	for range most {
		fixed, err := a.applyFixes(found)
		if err != nil {
			return nil, nil, err
		}
		if fixed == 0 {
			break
		}
		total += fixed
		if g, found, err = a.lookAt(); err != nil {
			return nil, nil, err
		}
	}
	fmt.Fprintln(a.stdout, a.words.Say("command.check.fixed-count", "n", total))
	return g, found, nil
}

// lookAt reads and checks the content anew. That it has errors is no failure
// here.
func (a *app) lookAt() (*generator.Generator, diagnostic.List, error) {
	g, err := a.generator()
	if err != nil {
		return nil, nil, err
	}
	_, found, err := g.Site()
	if err != nil && !errors.Is(err, generator.ErrContent) {
		return nil, nil, err
	}
	return g, found.List(), nil
}

func (a *app) tellAll(format string, known comparison, g *generator.Generator) {
	switch format {
	case "json":
		a.reportJSON(known)
	case "github":
		a.reportGitHub(known.fresh)
	case "sarif":
		a.reportSARIF(known, g)
	default:
		a.tellKnown(known)
		a.reportAll(known.fresh, g)
		a.sumUpCheck(known)
	}
}

// sumUpCheck prints the last lines: how much there is, and what can be mended
// without thinking.
func (a *app) sumUpCheck(known comparison) {
	fixes := 0
	for _, d := range known.fresh {
		if d.Fix != nil {
			fixes++
		}
	}
	if fixes > 0 {
		fmt.Fprintln(a.stdout, a.words.Say("command.check.fixes", "n", fixes))
	}
	if len(known.fresh) == 0 {
		key := "command.check.nothing"
		if len(known.old) > 0 {
			key = "command.check.nothing-new"
		}
		fmt.Fprintln(a.stdout, a.words.Say(key))
		return
	}
	fmt.Fprintln(a.stdout, a.counts(known.fresh))
}

// counts says how many errors, warnings and pieces of information there are.
func (a *app) counts(found diagnostic.List) string {
	return a.words.Say("command.found",
		"errors", a.words.Say("command.errors", "n", found.Count(diagnostic.Error)),
		"warnings", a.words.Say("command.warning-count", "n", found.Count(diagnostic.Warning)),
		"informations", a.words.Say("command.information-count", "n", found.Count(diagnostic.Information)))
}
