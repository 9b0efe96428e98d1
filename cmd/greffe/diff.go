package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"greffe/generator"
	"greffe/generator/compare"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/former"
	"greffe/generator/site"
)

func (a *app) diffCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use: a.words.Say("diff.use"), Short: a.words.Say("diff.short"), Long: a.words.Say("diff.long"),
		Example: indent(a.words.Say("diff.example")),
		Args: func(command *cobra.Command, args []string) error {
			if len(args) < 1 || len(args) > 2 {
				return a.misused(command, "diff.arguments")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			return a.diff(args[0], strings.Join(args[1:], ""), format)
		},
	}
	command.Flags().StringVar(&format, "format", "text", a.words.Say("diff.flag.format"))
	return command
}

var diffFormats = []string{"text", "markdown", "json"}

// A proposal is what a change of the content means.
type proposal struct {
	before, after string // what was compared, as it was named
	entries       []compare.Entry
	redirected    [][2]string // published addresses, and where they lead now
	vanished      diagnostic.List
	unsure        bool // whether something vanished is not known
	fresh, mended diagnostic.List
}

// A snapshot is one of the two states of the content.
type snapshot struct {
	name    string
	content fs.FS
	made    *generator.Generator
	council *council.Council
	site    *site.Site // nil: the content has errors
	found   diagnostic.List
}

// diff compares two versions of the content. It is a report: that they differ
// is no failure.
func (a *app) diff(before, after, format string) error {
	if !slices.Contains(diffFormats, format) {
		return a.use("command.use.bad-format", "value", format, "known", strings.Join(diffFormats, ", "))
	}
	old, err := a.snapshot(before, nil)
	if err != nil {
		return err
	}
	if dir, ok := a.contentIn(after); ok && after != "" {
		after, a.flags.content = dir, dir // places are told in it
	}
	now, err := a.snapshot(after, old)
	if err != nil {
		return err
	}
	p := &proposal{before: old.name, after: now.name, entries: compare.Councils(
		compare.Side{Council: old.council, Content: old.content}, compare.Side{Council: now.council, Content: now.content}, a.speaker())}
	if p.redirected, err = redirected(p.entries, old, now); err != nil {
		return err
	}
	p.check(old, now)
	switch format {
	case "json":
		return a.diffJSON(p)
	case "markdown":
		return a.diffMarkdown(p)
	}
	return a.diffText(p)
}

// snapshot reads and checks a state of the content: the later one as of the same
// moment as the one before it, and against what that had published.
func (a *app) snapshot(named string, before *snapshot) (*snapshot, error) {
	g, err := a.from(named)
	if err != nil {
		return nil, err
	}
	if before != nil {
		g.AsOf = before.made.AsOf
		if g.Previous, err = publication(before.site); err != nil {
			return nil, err
		}
	}
	v := &snapshot{name: cmp.Or(named, slashed(a.flags.content)), content: g.Content, made: g}
	if v.council, _, err = g.Council(); err != nil {
		return nil, err
	}
	var found diagnostic.Findings
	v.site, found, err = g.Site()
	v.found = found.List()
	if err != nil && !errors.Is(err, generator.ErrContent) {
		return nil, err
	}
	return v, nil
}

// from is a generator for a folder or for a revision of git; without a name, for
// the content folder as it is.
func (a *app) from(named string) (*generator.Generator, error) {
	if named == "" {
		return a.generator()
	}
	flags := a.flags
	defer func() { a.flags = flags }()
	if dir, ok := a.contentIn(named); ok {
		a.flags.content = dir
		return a.generator()
	}
	content, err := a.revision(named)
	if err != nil {
		return nil, err
	}
	a.flags.content = "." // any folder: its content is not read
	g, err := a.generator()
	if g != nil {
		g.Content = content
	}
	return g, err
}

// contentIn is the content folder that a folder is, or has where the one of the
// flags lies.
func (a *app) contentIn(dir string) (string, bool) {
	for _, candidate := range []string{dir, filepath.Join(dir, a.flags.content)} {
		if _, err := os.Stat(filepath.Join(candidate, "council.yaml")); err == nil {
			return candidate, true
		}
	}
	return "", false
}

// publication is what a site would have published, for the next one to be
// compared with; nil of no site.
func publication(s *site.Site) (*former.Publication, error) {
	if s == nil {
		return nil, nil
	}
	files := make(map[string][]byte)
	for _, file := range s.Files() {
		name, ok := strings.CutPrefix(file.Path, dataFolder+"/")
		if !ok || filepath.Ext(name) != ".csv" {
			continue
		}
		var text bytes.Buffer
		if err := s.Make(&text, file.Path); err != nil {
			return nil, err
		}
		files[name] = text.Bytes()
	}
	folder, err := inMemory(files)
	if err != nil {
		return nil, err
	}
	return former.Open(folder)
}

// inMemory is a folder of these files: an archive that nobody has written to a
// disk.
func inMemory(files map[string][]byte) (fs.FS, error) {
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for name, text := range files {
		file, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// redirected are the addresses of what was public and bears another id.
func redirected(entries []compare.Entry, old, now *snapshot) ([][2]string, error) {
	before, err := addresses(old)
	if err != nil {
		return nil, err
	}
	after, err := addresses(now)
	if err != nil {
		return nil, err
	}
	var moved [][2]string
	for i := range entries {
		e := &entries[i]
		if e.How != compare.Renamed {
			continue
		}
		was, _ := old.council.Lookup(e.Collection, e.Former).(council.Documented)
		if was != nil && old.council.State(was) == council.Published {
			moved = append(moved, [2]string{before.Document(e.Collection, e.Former), after.Document(e.Collection, e.ID)})
		}
	}
	return moved, nil
}

func addresses(v *snapshot) (*site.Addresses, error) {
	catalogue, err := v.made.Words(string(v.council.Settings.Language))
	if err != nil {
		return nil, err
	}
	return site.NewAddresses(v.council.Settings.BaseURL, catalogue), nil
}

// check parts what check finds: what vanishes, what is new, what is mended.
func (p *proposal) check(old, now *snapshot) {
	left := make(map[string]int)
	for _, d := range old.found {
		left[fingerprint(d)]++
	}
	for _, d := range now.found {
		switch print := fingerprint(d); {
		case d.Rule == "vanished-address" || d.Rule == "vanished-id":
			p.vanished.Add(d)
		case left[print] > 0:
			left[print]--
		default:
			p.fresh.Add(d)
		}
	}
	for _, d := range old.found {
		if print := fingerprint(d); left[print] > 0 {
			left[print]--
			p.mended.Add(d)
		}
	}
	p.unsure = old.site == nil || (now.found.HasErrors() && len(p.vanished) == 0)
}
