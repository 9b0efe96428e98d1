package main

import (
	"cmp"
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
	"greffe/generator/diagnostic"
	"greffe/generator/schema"
)

func (a *app) schemaCommand() *cobra.Command {
	var out string
	var cms bool
	command := &cobra.Command{
		Use: "schema", Short: a.words.Say("kit.schema.short"), Long: a.words.Say("kit.schema.long"),
		Example: indent(a.words.Say("kit.schema.example")),
		RunE: func(*cobra.Command, []string) error {
			if cms {
				return a.cms(cmp.Or(out, "static/admin"))
			}
			return a.schema(cmp.Or(out, "schemas"))
		},
	}
	command.Flags().StringVar(&out, "out", "", a.words.Say("kit.schema.out"))
	command.Flags().BoolVar(&cms, "cms", false, a.words.Say("kit.cms.flag"))
	return command
}

// schema writes what text editors complete and check with, and says how far
// each of them goes.
func (a *app) schema(out string) error {
	if err := a.outside(out, a.sources()...); err != nil {
		return err
	}
	c, err := a.council()
	if err != nil {
		return err
	}
	files, err := schema.Files(c, a.words)
	if err != nil {
		return err
	}
	content := filepath.ToSlash(a.flags.content)
	settings, err := schema.Settings(filepath.ToSlash(out), content)
	if err != nil {
		return err
	}
	remark, err := schema.Remark(filepath.ToSlash(out), content)
	if err != nil {
		return err
	}
	schemas := len(files)
	files = append(files, schema.File{Name: "vscode-settings.json", Text: settings}, schema.File{Name: "remarkrc.json", Text: remark})
	for _, file := range files {
		if err := overwriteFile(filepath.Join(out, filepath.FromSlash(file.Name)), file.Text); err != nil {
			return err
		}
	}
	fmt.Fprintln(a.stdout, a.words.Say("kit.schema.written", "n", schemas, "folder", slashed(out)))
	const vscode = ".vscode/settings.json"
	key := "kit.schema.settings"
	switch err := createFile(vscode, settings); {
	case errors.Is(err, fs.ErrExist):
		key = "kit.schema.settings-exist"
		if known, err := os.ReadFile(vscode); err == nil && string(known) == string(settings) {
			key = "kit.schema.settings"
		}
	case err != nil:
		return err
	}
	fmt.Fprintln(a.stdout, a.words.Say(key, "file", vscode, "fragment", slashed(out)+"vscode-settings.json"))
	fmt.Fprint(a.stdout, a.words.Say("kit.schema.markdown", "fragment", slashed(out)+"remarkrc.json"), "\n")
	return nil
}

// council reads the content for a command that helps to write it: mistakes in
// it are check's business, but what cannot be read may be what matters.
func (a *app) council() (*council.Council, error) {
	g, err := a.generator()
	if err != nil {
		return nil, err
	}
	c, found, err := g.Council()
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(slices.Clone(found), func(d diagnostic.Diagnostic) bool { return d.Rule != "unreadable-file" })
	if len(found) > 0 {
		a.print(a.stderr, found, g)
		return nil, generator.ErrContent
	}
	return c, nil
}

// outside refuses a folder in which what is written would be taken for content,
// or published.
func (a *app) outside(out string, sources ...string) error {
	for _, source := range sources {
		if source != "" && isWithin(out, source) {
			return a.use("kit.inside-source", "folder", out, "source", source)
		}
	}
	return nil
}

// slashed is a folder as people read it.
func slashed(dir string) string { return strings.TrimSuffix(filepath.ToSlash(dir), "/") + "/" }
