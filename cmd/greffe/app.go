package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/former"
	"greffe/generator/words"
	"greffe/layouts"
	"greffe/static"
)

// An app is one run of the command: its words, its flags, where it prints.
type app struct {
	words          *words.Catalogue
	stdout, stderr io.Writer
	flags          flags
	replaced       *former.Publication // what the output held when the command began
}

// flags that several commands share.
type flags struct {
	content, out, layouts, static      string
	baseURL, asOf, lang                string
	only                               []string
	previous                           string
	allowVanishing, htaccess, compress bool
	strict, quiet, weights             bool
	cpuProfile                         string
	zip                                string
}

func newApp(args []string, stdout, stderr io.Writer) (*app, error) {
	catalogue, err := words.Load(language(args), nil, layouts.Files)
	if err != nil {
		return nil, err
	}
	return &app{words: catalogue, stdout: stdout, stderr: stderr}, nil
}

// language is that of the messages: the flag's, the environment's if that is
// English, else French. It is found before flags are parsed, since their own
// help is in it.
func language(args []string) string {
	for i, arg := range args {
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == "fr" || value == "en") {
			return value
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			if strings.HasPrefix(value, "en") {
				return "en"
			}
			return "fr"
		}
	}
	return "fr"
}

func (a *app) command() *cobra.Command {
	root := &cobra.Command{
		Use:           "greffe",
		Short:         a.words.Say("command.short"),
		Long:          a.words.Say("command.short") + "\n\n" + a.words.Say("command.long"),
		Args:          a.noArguments,
		SilenceErrors: true, SilenceUsage: true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		RunE:              func(command *cobra.Command, _ []string) error { return command.Help() },
	}
	f := root.PersistentFlags()
	f.StringVar(&a.flags.content, "content", "content", a.words.Say("command.flag.content"))
	f.StringVar(&a.flags.layouts, "layouts", "", a.words.Say("command.flag.layouts"))
	f.StringVar(&a.flags.static, "static", "", a.words.Say("command.flag.static"))
	f.StringVar(&a.flags.baseURL, "base-url", "", a.words.Say("command.flag.base-url"))
	f.StringVar(&a.flags.asOf, "as-of", "", a.words.Say("command.flag.as-of"))
	f.StringVar(&a.flags.lang, "lang", a.words.Language, a.words.Say("command.flag.lang"))
	f.BoolVar(&a.flags.strict, "strict", false, a.words.Say("command.flag.strict"))
	f.BoolVar(&a.flags.quiet, "quiet", false, a.words.Say("command.flag.quiet"))
	f.StringVar(&a.flags.cpuProfile, "cpuprofile", "", a.words.Say("command.flag.cpuprofile"))
	root.AddCommand(a.buildCommand(), a.serveCommand(), a.watchCommand(), a.checkCommand(), a.newCommand(), a.initCommand(), a.schemaCommand(), a.statusCommand(), a.diffCommand(), a.versionCommand())
	a.speak(root)
	return root
}

// writing adds the flags of the commands that write a site.
func (a *app) writing(command *cobra.Command) {
	f := command.Flags()
	f.StringVar(&a.flags.out, "out", "public", a.words.Say("command.flag.out"))
	f.StringSliceVar(&a.flags.only, "only", nil, a.words.Say("command.flag.only"))
	f.BoolVar(&a.flags.htaccess, "htaccess", false, a.words.Say("command.flag.htaccess"))
	f.BoolVar(&a.flags.allowVanishing, "allow-vanishing", false, a.words.Say("command.flag.allow-vanishing"))
	a.comparing(command)
}

// generator opens the folders that the flags name and makes the generator.
func (a *app) generator() (*generator.Generator, error) {
	asOf, err := a.asOf()
	if err != nil {
		return nil, err
	}
	if err := a.checkFlags(); err != nil {
		return nil, err
	}
	content, err := a.open(a.flags.content)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, generator.ErrEmpty
	}
	if err != nil {
		return nil, err
	}
	g := &generator.Generator{
		Content: content,
		Layouts: []fs.FS{layouts.Files}, Static: []fs.FS{static.Files},
		BaseURL: a.flags.baseURL, AsOf: asOf, Only: a.flags.only,
		Replaced: a.replaced, AllowVanishing: a.flags.allowVanishing, Apache: a.flags.htaccess, Compress: a.flags.compress,
	}
	if g.Previous, err = a.previous(); err != nil {
		return nil, err
	}
	for _, layer := range []struct {
		dir    string
		layers *[]fs.FS
	}{{a.flags.layouts, &g.Layouts}, {a.flags.static, &g.Static}} {
		if layer.dir == "" {
			continue
		}
		opened, err := a.open(layer.dir)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, a.use("command.fail.no-folder", "folder", layer.dir)
		}
		if err != nil {
			return nil, err
		}
		*layer.layers = append(*layer.layers, opened)
	}
	return g, nil
}

// open opens a folder so that nothing outside it can be reached, by a link or
// by a name.
func (a *app) open(dir string) (fs.FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return root.FS(), nil
}

// sources are the folders that the site must not be written into.
func (a *app) sources() []string {
	return []string{a.flags.content, a.flags.layouts, a.flags.static}
}

// shown is a content file's path as people know it: relative to where they are.
func (a *app) shown(file string) string {
	return filepath.ToSlash(filepath.Join(a.flags.content, filepath.FromSlash(file)))
}
