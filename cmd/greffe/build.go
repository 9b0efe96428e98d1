package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/diagnostic"
	"greffe/generator/write"
)

func (a *app) buildCommand() *cobra.Command {
	command := &cobra.Command{
		Use: "build", Short: a.words.Say("command.build.short"), Example: indent(a.words.Say("command.build.example")),
		RunE: func(command *cobra.Command, _ []string) error { return a.build(command.Context()) },
	}
	a.writing(command)
	command.Flags().BoolVar(&a.flags.compress, "compress", false, a.words.Say("command.flag.compress"))
	command.Flags().BoolVar(&a.flags.weights, "weights", false, a.words.Say("command.weights.flag"))
	command.Flags().StringVar(&a.flags.zip, "zip", "", a.words.Say("portable.flag"))
	return command
}

func (a *app) build(ctx context.Context) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := a.checkZIP(); err != nil {
		return err
	}
	a.remember()
	desk, err := a.openDesk(func(g *generator.Generator) {
		g.Weights = a.weighing()
		if own, err := os.UserCacheDir(); err == nil {
			g.Seal(filepath.Join(own, "greffe", "seals"))
			g.Spare(filepath.Join(own, "greffe"))
		}
	})
	if err != nil {
		return err
	}
	stopProfile, err := a.profile()
	if err != nil {
		return err
	}
	defer stopProfile()
	debug.SetGCPercent(batchGC)
	return a.make(ctx, desk)
}

// A build is short, and what it holds it holds to the end: collecting garbage
// less often makes 10,000 documents in a twentieth less time, with a third more
// memory. Above so many files, memory is dearer than time.
const (
	batchGC   = 300
	manyFiles = 40_000
)

// make makes the site as it is now, writes it, and says how it went.
func (a *app) make(ctx context.Context, desk *desk) error {
	started := time.Now()
	s, found, err := desk.site()
	warnings := found.List().Count(diagnostic.Warning)
	if err == nil && a.flags.strict && warnings > 0 {
		err = errStrict
	}
	desk.report(found)
	if err != nil {
		a.stopped(found.List(), err)
		return err
	}
	if len(s.Files()) > manyFiles {
		debug.SetGCPercent(100)
	}
	bar := a.progress()
	summary, err := desk.generator.Write(ctx, a.flags.out, s, write.Options{
		Sources: a.sources(), Progress: bar.set,
		Waiting: func(pid int) { fmt.Fprintln(a.stderr, a.words.Say("command.waiting", "pid", pid)) },
	})
	bar.finish()
	if breach := (*generator.BreachError)(nil); errors.As(err, &breach) {
		desk.report(diagnostic.NewFindings(breach.Found))
		a.stopped(breach.Found, err)
	}
	if err != nil {
		return err
	}
	a.tellWeights(desk)
	a.sumUp(s.Paths(), warnings+desk.generator.TooHeavy.Count(diagnostic.Warning), summary, time.Since(started))
	return a.keepZIP(s)
}

// stopped says that nothing was written.
func (a *app) stopped(found diagnostic.List, err error) {
	switch {
	case err == errStrict:
		fmt.Fprintln(a.stderr, a.words.Say("command.strict", "warnings", a.words.Say("command.warning-count", "n", found.Count(diagnostic.Warning))))
	case found.HasErrors():
		fmt.Fprintln(a.stderr, a.words.Say("command.stopped", "errors", a.words.Say("command.errors", "n", found.Count(diagnostic.Error))))
	}
}

// sumUp prints the last line: what was made, in how long, and where it is.
func (a *app) sumUp(paths []string, warnings int, summary write.Summary, took time.Duration) {
	if a.flags.quiet {
		return
	}
	pages, data := 0, 0
	for _, path := range paths {
		switch {
		case strings.HasSuffix(path, ".html"):
			pages++
		case strings.HasPrefix(path, "data/"):
			data++
		}
	}
	warned := ""
	if warnings > 0 {
		warned = a.words.Say("command.warnings", "n", warnings)
	}
	key := "command.summary"
	if summary.Written == 0 && summary.Removed == 0 {
		key = "command.unchanged"
	}
	fmt.Fprintln(a.stdout, a.words.Say(key,
		"pages", a.counted("command.pages", pages),
		"data", a.counted("command.data", data),
		"time", a.words.Say("command.time", "n", a.tenths(took.Seconds())),
		"warnings", warned, "folder", slashed(a.flags.out)))
}

// tenths writes a number with one decimal, as the language does.
func (a *app) tenths(n float64) string {
	return strings.Replace(fmt.Sprintf("%.1f", n), ".", a.words.Say("command.decimal"), 1)
}

// counted says how many, in the singular or the plural of the number, whose
// digits are grouped by three as the language does.
func (a *app) counted(key string, n int) string {
	digits, grouped := fmt.Sprint(n), ""
	for len(digits) > 3 {
		grouped = a.words.Say("command.thousands") + digits[len(digits)-3:] + grouped
		digits = digits[:len(digits)-3]
	}
	return strings.Replace(a.words.Say(key, "n", n), fmt.Sprint(n), digits+grouped, 1)
}

func (a *app) profile() (stop func(), err error) {
	if a.flags.cpuProfile == "" {
		return func() {}, nil
	}
	file, err := os.Create(a.flags.cpuProfile)
	if err != nil {
		return nil, err
	}
	if err := pprof.StartCPUProfile(file); err != nil {
		return nil, err
	}
	return func() { pprof.StopCPUProfile(); _ = file.Close() }, nil
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimRight(text, "\n"), "\n", "\n  ")
}
