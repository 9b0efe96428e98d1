package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/write"
)

const (
	exitDone    = 0
	exitContent = 1 // the content has errors; nothing was written
	exitUse     = 2 // wrong use of the command
	exitMachine = 3 // disk, permission, port
)

// A useError is a wrong use of the command, in the reader's language.
type useError struct{ text string }

func (e *useError) Error() string { return e.text }

func (a *app) use(key string, args ...any) error { return &useError{a.words.Say(key, args...)} }

// misused is a wrong use that the command's own help would have prevented.
func (a *app) misused(command *cobra.Command, key string, args ...any) error {
	return &useError{a.words.Say(key, args...) + "\n" + a.words.Say("command.use.see-help", "command", command.CommandPath())}
}

// errStrict says that warnings stopped the command, as --strict asks.
var errStrict = errors.New("warnings, and --strict")

// fail says what stopped the command and returns its exit code.
func (a *app) fail(err error) int {
	say := func(text string) { fmt.Fprintf(a.stderr, "greffe: %s\n", strings.TrimRight(text, "\n")) }
	var (
		use       *useError
		notOurs   *write.NotOursError
		partial   *write.PartialError
		forbidden *write.ForbiddenError
		place     *write.PathError
		clash     *write.ClashError
		busy      *write.BusyError
		network   *net.OpError
	)
	switch {
	case errors.Is(err, generator.ErrContent), errors.Is(err, errStrict):
		return exitContent // the diagnostics have said it all
	case errors.Is(err, generator.ErrEmpty):
		fmt.Fprint(a.stderr, a.words.Say("command.fail.no-content", "folder", a.flags.content), "\n")
		return exitUse
	case errors.As(err, &use):
		say(use.text)
		return exitUse
	case errors.Is(err, context.Canceled):
		say(a.words.Say("command.interrupted"))
	case errors.As(err, &notOurs):
		say(a.words.Say("command.fail.not-ours", "folder", notOurs.Dir))
		return exitUse
	case errors.As(err, &partial):
		say(a.words.Say("command.fail.partial", "folder", partial.Dir))
		return exitUse
	case errors.As(err, &forbidden):
		say(a.words.Say("command.fail.forbidden", "folder", forbidden.Dir, "reason", a.words.Say("command.forbidden."+forbidden.Because)))
		return exitUse
	case errors.As(err, &place):
		say(a.words.Say("command.fail.path", "path", place.Path))
		return exitContent
	case errors.As(err, &clash):
		say(a.words.Say("command.fail.clash", "a", clash.A, "b", clash.B))
		return exitContent
	case errors.As(err, &busy):
		say(a.words.Say("command.fail.busy", "folder", busy.Dir, "pid", busy.PID))
	case errors.Is(err, syscall.ENOSPC):
		say(a.words.Say("command.fail.full"))
	case errors.Is(err, fs.ErrPermission):
		say(a.words.Say("command.fail.permission", "detail", err))
	case errors.As(err, &network) && errors.Is(err, syscall.EADDRINUSE):
		port := 0
		if address, ok := network.Addr.(*net.TCPAddr); ok {
			port = address.Port
		}
		say(a.words.Say("command.fail.port", "port", port, "next", port+1))
	default:
		say(a.words.Say("command.fail.machine", "detail", err))
	}
	return exitMachine
}

// noArguments refuses words that are not flags: a folder that was meant for
// --content would otherwise be ignored in silence.
func (a *app) noArguments(command *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	key := "command.use.arguments"
	if !command.HasParent() {
		key = "command.use.unknown-command"
	}
	return a.misused(command, key, "value", args[0])
}
