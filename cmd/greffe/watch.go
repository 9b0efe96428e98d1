package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"greffe/generator"
)

func (a *app) watchCommand() *cobra.Command {
	var poll bool
	command := &cobra.Command{
		Use: "watch", Short: a.words.Say("command.watch.short"), Example: indent(a.words.Say("command.watch.example")),
		RunE: func(command *cobra.Command, _ []string) error { return a.watch(command.Context(), poll) },
	}
	a.writing(command)
	command.Flags().BoolVar(&poll, "poll", false, a.words.Say("command.flag.poll"))
	return command
}

// watch makes the site, whole, and then again at each change, file by file,
// until it is interrupted, which is how it is meant to end.
func (a *app) watch(ctx context.Context, poll bool) error {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	a.remember()
	desk, err := a.openDesk(func(g *generator.Generator) { g.Again = true })
	if err != nil {
		return err
	}
	stopProfile, err := a.profile()
	if err != nil {
		return err
	}
	defer stopProfile()
	changes, err := desk.changes(ctx, poll)
	if err != nil {
		return err
	}
	err = a.make(ctx, desk)
	if err != nil && ctx.Err() == nil && !errors.Is(err, generator.ErrContent) && !errors.Is(err, errStrict) {
		return err
	}
	a.tell("command.watch.ready", "folder", a.flags.content)
	clock := time.NewTicker(clockEvery)
	defer clock.Stop()
	for {
		select {
		case change, open := <-changes:
			if !open {
				a.tell("command.serve.stopped")
				return nil
			}
			desk.take(change)
		case <-clock.C:
			if !desk.turned() {
				continue
			}
		}
		if err := a.make(ctx, desk); err != nil && ctx.Err() == nil {
			a.fail(err)
		}
	}
}

// tell says a sentence that is no result.
func (a *app) tell(key string, args ...any) {
	if !a.flags.quiet {
		fmt.Fprintln(a.stdout, a.words.Say(key, args...))
	}
}
