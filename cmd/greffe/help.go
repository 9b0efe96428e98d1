package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// speak gives the command library's own sentences the language of the messages.
func (a *app) speak(root *cobra.Command) {
	say := a.words.Say
	root.SetUsageFunc(func(command *cobra.Command) error {
		_, err := io.WriteString(command.OutOrStderr(), a.usage(command))
		return err
	})
	root.SetFlagErrorFunc(a.misflagged)
	root.SetHelpCommand(&cobra.Command{
		Use: "help", Hidden: true, Args: cobra.ArbitraryArgs, // for who types it: --help is what is told of
		RunE: func(_ *cobra.Command, args []string) error {
			of, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return a.misused(root, "command.use.unknown-command", "value", strings.Join(args, " "))
			}
			return of.Help()
		},
	})
	root.InitDefaultCompletionCmd()
	for _, command := range append(root.Commands(), root) {
		command.Flags().BoolP("help", "h", false, say("command.flag.help"))
		command.DisableFlagsInUseLine = true
		if command.Args == nil && command.Name() != "completion" {
			command.Args = a.noArguments
		}
		if command.Name() == "completion" {
			command.Short = say("command.completion")
		}
	}
}

// misflagged says what is wrong with a flag.
func (a *app) misflagged(command *cobra.Command, err error) error {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		bad     *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		return a.misused(command, "command.use.no-flag", "flag", dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &bare):
		return a.misused(command, "command.use.bare-flag", "flag", dashed(bare.GetSpecifiedName()))
	case errors.As(err, &bad):
		return a.misused(command, "command.use.bad-flag", "flag", dashed(bad.GetFlag().Name), "value", bad.GetValue())
	}
	return a.misused(command, "command.use.unknown-flag", "detail", err)
}

// dashed is a flag as people type it.
func dashed(name string) string {
	if utf8.RuneCountInString(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// usage says how a command is called.
func (a *app) usage(command *cobra.Command) string {
	var b strings.Builder
	part := func(title, text string) {
		if text != "" {
			fmt.Fprintf(&b, "\n%s\n%s\n", a.words.Say(title), text)
		}
	}
	fmt.Fprintf(&b, "%s\n  %s\n", a.words.Say("command.usage"), command.UseLine())
	var commands []string
	for _, child := range command.Commands() {
		if child.IsAvailableCommand() {
			commands = append(commands, fmt.Sprintf("  %-*s %s", child.NamePadding(), child.Name(), child.Short))
		}
	}
	part("command.commands", strings.Join(commands, "\n"))
	part("command.examples", command.Example)
	part("command.flags", a.flagUsages(command.LocalFlags()))
	part("command.common-flags", a.flagUsages(command.InheritedFlags()))
	if len(commands) > 0 {
		fmt.Fprintf(&b, "\n%s\n", a.words.Say("command.more", "command", "greffe"))
	}
	return b.String()
}

// flagUsages lists flags with the kind of value that each takes, in the
// language of the messages; the library's own list is in English.
func (a *app) flagUsages(flags *pflag.FlagSet) string {
	var names, meanings []string
	widest := 0
	flags.VisitAll(func(f *pflag.Flag) {
		name := "  --" + f.Name
		if key := "command.value." + f.Name; a.words.Has(key) {
			name += " " + a.words.Say(key)
		}
		meaning := f.Usage
		if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "[]" {
			meaning += " " + a.words.Say("command.default", "value", f.DefValue)
		}
		names, meanings = append(names, name), append(meanings, meaning)
		widest = max(widest, len([]rune(name)))
	})
	var b strings.Builder
	for i, name := range names {
		fmt.Fprintf(&b, "%s%s   %s\n", name, strings.Repeat(" ", widest-len([]rune(name))), meanings[i])
	}
	return strings.TrimRight(b.String(), "\n")
}
