package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/draft"
)

// A newing is what new was asked to write.
type newing struct{ on, body, from string }

func (a *app) newCommand() *cobra.Command {
	var asked newing
	command := &cobra.Command{
		Use: "new " + a.words.Say("kit.new.line"), Short: a.words.Say("kit.new.short"), Long: a.words.Say("kit.new.long"), Example: indent(a.words.Say("kit.new.example")),
		ValidArgs: draft.Kinds(), Args: cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error { return a.new(asked, args) },
	}
	f := command.Flags()
	f.StringVar(&asked.on, "on", "", a.words.Say("kit.new.on"))
	f.StringVar(&asked.body, "body", "", a.words.Say("kit.new.of-body"))
	f.StringVar(&asked.from, "from", "", a.words.Say("kit.new.from"))
	return command
}

// new writes a document to be filled in, or one for each line of a table.
func (a *app) new(asked newing, args []string) error {
	switch {
	case len(args) == 0 || !slices.Contains(draft.Kinds(), args[0]):
		return a.use("kit.new.use.kind", "known", strings.Join(draft.Kinds(), ", "))
	case asked.from != "" && (args[0] != "member" || len(args) > 1):
		return a.use("kit.new.use.from")
	case asked.from == "" && len(args) != 2:
		return a.use("kit.new.use.title", "kind", args[0])
	case asked.body != "" && args[0] != "session":
		return a.use("kit.new.use.body")
	}
	c, err := a.council()
	if err != nil {
		return err
	}
	if asked.from != "" {
		return a.newMembers(c, asked.from)
	}
	request := draft.Request{Kind: args[0], Title: args[1], On: c.AsOf.Date, Body: council.Ref[council.Body](asked.body), Today: c.AsOf}
	if asked.on != "" && (request.On.Set(asked.on) != nil || !request.On.IsDay()) {
		return a.use("kit.new.use.on", "value", asked.on)
	}
	if asked.body != "" && c.Bodies.Find(request.Body) == nil {
		return a.use("kit.new.use.unknown-body", "value", asked.body, "known", strings.Join(c.IDs("bodies"), ", "))
	}
	file, err := draft.Document(c, a.words, request)
	var title *draft.TitleError
	if errors.As(err, &title) {
		return a.use("kit.new.use.bad-title", "title", title.Title)
	}
	if err != nil {
		return err
	}
	if taken := draft.Taken(c, file); taken != "" {
		return a.taken(a.shown(file.Name), a.shown(taken))
	}
	if err := a.writeAll(a.flags.content, []draft.File{file}); err != nil {
		return err
	}
	fmt.Fprintln(a.stdout, a.shown(file.Name))
	return nil
}

// taken says where a file would have been written, and what is there.
func (a *app) taken(file, other string) error {
	if file == other {
		return a.use("kit.new.exists", "file", file)
	}
	return a.use("kit.new.taken", "file", file, "other", other)
}

// newMembers writes a document for each line of a table, or none.
func (a *app) newMembers(c *council.Council, from string) error {
	text, err := os.ReadFile(from)
	if errors.Is(err, fs.ErrNotExist) {
		return a.use("kit.new.use.no-table", "file", from)
	}
	if err != nil {
		return err
	}
	files, found := draft.Members(c, a.words, filepath.Base(from), text)
	if found.HasErrors() {
		beside := *a // the table's own folder is what its diagnostics are relative to
		beside.flags.content = filepath.Dir(from)
		beside.print(a.stderr, found, &generator.Generator{Content: os.DirFS(beside.flags.content)})
		fmt.Fprintln(a.stderr, a.words.Say("kit.new.nothing", "errors", a.words.Say("command.errors", "n", len(found))))
		return generator.ErrContent
	}
	if err := a.writeAll(a.flags.content, files); err != nil {
		return err
	}
	for _, file := range files {
		fmt.Fprintln(a.stdout, a.shown(file.Name))
	}
	return nil
}

// writeAll writes new files, all or none: each is staged before the first gets
// its name, and a name that is taken takes the others back.
func (a *app) writeAll(dir string, files []draft.File) error {
	staged := make([]string, len(files))
	defer func() {
		for _, name := range staged {
			if name != "" {
				_ = os.Remove(name)
			}
		}
	}()
	for i, file := range files {
		name, err := stageFile(filepath.Join(dir, filepath.FromSlash(file.Name)), file.Text)
		if err != nil {
			return err
		}
		staged[i] = name
	}
	for i, file := range files {
		path := filepath.Join(dir, filepath.FromSlash(file.Name))
		err := placeFile(staged[i], path)
		if err == nil {
			continue
		}
		for _, placed := range files[:i] {
			_ = os.Remove(filepath.Join(dir, filepath.FromSlash(placed.Name)))
		}
		if errors.Is(err, fs.ErrExist) {
			return a.taken(filepath.ToSlash(path), filepath.ToSlash(path))
		}
		return err
	}
	return nil
}
