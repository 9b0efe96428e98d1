package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// speak gives the command library's own sentences the language of the messages.
func (a *app) speak(root *cobra.Command) {
	say := a.words.Say
	cobra.AddTemplateFunc("flags", a.flagUsages)
	root.SetUsageTemplate(say("command.usage") + `
  {{.UseLine}}{{if .HasAvailableSubCommands}}

` + say("command.commands") + `{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

` + say("command.examples") + `
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

` + say("command.flags") + `
{{flags .LocalFlags}}{{end}}{{if .HasAvailableInheritedFlags}}

` + say("command.common-flags") + `
{{flags .InheritedFlags}}{{end}}{{if .HasAvailableSubCommands}}

` + say("command.more", "command", "greffe") + `{{end}}
`)
	root.SetFlagErrorFunc(func(command *cobra.Command, err error) error {
		return &useError{say("command.use.unknown-flag", "detail", err) + "\n" + say("command.use.see-help", "command", command.CommandPath())}
	})
	root.SetHelpCommand(&cobra.Command{Use: "no-help", Hidden: true})
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
