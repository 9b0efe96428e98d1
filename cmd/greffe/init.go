package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator/council"
	"greffe/generator/draft"
)

func (a *app) initCommand() *cobra.Command {
	var start draft.Start
	command := &cobra.Command{
		Use: "init " + a.words.Say("command.value.out"), Short: a.words.Say("kit.init.short"), Long: a.words.Say("kit.init.long"), Example: indent(a.words.Say("kit.init.example")),
		Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error { return a.init(start, args) },
	}
	f := command.Flags()
	f.StringVar(&start.Preset, "preset", "", a.words.Say("kit.init.preset"))
	f.StringVar(&start.Name, "name", "", a.words.Say("kit.init.ask.name"))
	f.StringVar(&start.ShortName, "short-name", "", a.words.Say("kit.init.ask.short-name"))
	f.StringVar(&start.Territory, "territory", "", a.words.Say("kit.init.ask.territory"))
	f.StringVar(&start.Territory, "commune", "", a.words.Say("kit.init.commune"))
	f.StringVar(&start.Code, "code", "", a.words.Say("kit.init.ask.code"))
	f.StringVar(&start.Authority, "authority", "", a.words.Say("kit.init.ask.authority"))
	return command
}

// init starts a council's folder from one of the structures that greffe knows.
func (a *app) init(start draft.Start, args []string) error {
	if len(args) != 1 {
		return a.use("kit.init.use.folder")
	}
	dir := args[0]
	if err := a.requireEmpty(dir); err != nil {
		return err
	}
	start.BaseURL = a.flags.baseURL
	if onTerminal(os.Stdin) {
		if err := a.askFor(&start, os.Stdin); err != nil {
			return err
		}
	}
	if err := a.checkStart(start); err != nil {
		return err
	}
	files, err := draft.Council(start)
	if err != nil {
		return err
	}
	if err := a.writeAll(dir, files); err != nil {
		return err
	}
	for _, file := range files {
		fmt.Fprintln(a.stdout, filepath.ToSlash(filepath.Join(dir, filepath.FromSlash(file.Name))))
	}
	fmt.Fprint(a.stdout, "\n"+a.words.Say("kit.init.next", "folder", slashed(dir)), "\n")
	return nil
}

// requireEmpty refuses a folder where something stands already; what git keeps
// there does not count.
func (a *app) requireEmpty(dir string) error {
	entries, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if info, stat := os.Stat(dir); stat == nil && !info.IsDir() {
		return a.use("kit.init.use.file", "folder", dir)
	}
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.Name() != ".git" {
			return a.use("kit.init.use.not-empty", "folder", dir, "found", entry.Name())
		}
	}
	return nil
}

// checkStart refuses a start that would not make valid content.
func (a *app) checkStart(start draft.Start) error {
	if start.Preset == "" {
		return a.use("kit.init.use.no-preset", "known", strings.Join(draft.Presets(), ", "))
	}
	if !slices.Contains(draft.Presets(), start.Preset) {
		return a.use("kit.init.use.preset", "value", start.Preset, "known", strings.Join(draft.Presets(), ", "))
	}
	given := answers(&start)
	for _, name := range draft.Needs(start.Preset) {
		if council.Slug(*given[name]) == "" {
			return a.use("kit.init.use.missing", "flag", "--"+name, "meaning", a.words.Say("kit.init.ask."+name))
		}
	}
	for _, name := range []string{"name", "short-name", "territory", "authority"} {
		if strings.ContainsAny((*given[name] + " ")[:1], "=@+-") {
			return a.use("kit.init.use.formula", "value", *given[name])
		}
	}
	if start.BaseURL != "" && new(council.URL).Set(start.BaseURL) != nil {
		return a.use("command.use.bad-base-url", "value", start.BaseURL)
	}
	return nil
}

// answers are the parts of a start that people give, by the names of the flags.
func answers(start *draft.Start) map[string]*string {
	return map[string]*string{
		"preset": &start.Preset, "name": &start.Name, "short-name": &start.ShortName,
		"territory": &start.Territory, "code": &start.Code, "authority": &start.Authority,
	}
}

// askFor asks on the terminal for what no flag has given and the structure
// needs.
func (a *app) askFor(start *draft.Start, from io.Reader) error {
	given, lines := answers(start), bufio.NewScanner(from)
	ask := func(name, question string) {
		for *given[name] == "" {
			fmt.Fprint(a.stderr, question+" ")
			if !lines.Scan() {
				return
			}
			*given[name] = strings.TrimSpace(lines.Text())
		}
	}
	if start.Preset == "" {
		for _, preset := range draft.Presets() {
			fmt.Fprintf(a.stderr, "  %-18s %s\n", preset, a.words.Say("kit.init.presets."+preset))
		}
		ask("preset", a.words.Say("kit.init.ask.preset")+a.words.Say("kit.new.colon"))
	}
	for _, name := range draft.Needs(start.Preset) {
		ask(name, a.words.Say("kit.init.ask."+name)+a.words.Say("kit.new.colon"))
	}
	return lines.Err()
}
