package main

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"greffe/generator"
	"greffe/generator/diagnostic"
	"greffe/generator/site"
	"greffe/generator/watch"
)

const (
	// pollEvery is how often files are looked at when the system tells nothing.
	pollEvery = 500 * time.Millisecond
	// halfWritten is how long a file may be broken because it is being saved.
	halfWritten = 50 * time.Millisecond
	// paused is how long nothing is saved before the whole council is checked.
	paused = 2 * time.Second
)

// A desk is the generator at work while its files change.
type desk struct {
	app       *app
	prepare   func(*generator.Generator) // for what it is to make; may be nil
	generator *generator.Generator       // nil when its folders are to be opened again
	content   fs.FS
	changed   []string            // content files, since the last site
	told      diagnostic.Findings // of the last content
}

func (a *app) openDesk(prepare func(*generator.Generator)) (*desk, error) {
	d := &desk{app: a, prepare: prepare}
	return d, d.open()
}

func (d *desk) open() error {
	g, err := d.app.generator()
	if err != nil {
		return err
	}
	if d.prepare != nil {
		d.prepare(g)
	}
	d.generator, d.content = g, g.Content
	return nil
}

// changes watches the folders that the site is made from.
func (d *desk) changes(ctx context.Context, poll bool) (<-chan watch.Change, error) {
	o := watch.Options{Notice: func(kind string) {
		fmt.Fprintln(d.app.stderr, d.app.words.Say("command.watch."+kind))
	}}
	if poll {
		o.Poll = pollEvery
	}
	var roots []watch.Root
	for name, dir := range d.folders() {
		if dir != "" {
			roots = append(roots, watch.Root{Name: name, Dir: dir})
		}
	}
	return watch.Folders(ctx, roots, o)
}

// folders are the sources by their name.
func (d *desk) folders() map[string]string {
	f := d.app.flags
	return map[string]string{"content": f.content, "layouts": f.layouts, "static": f.static}
}

// follow calls show for each change, and for none (nil) when the rules that look
// at the whole council have seen the last ones, for which an edit does not wait,
// or when time alone has changed the site.
func (d *desk) follow(changes <-chan watch.Change, show func(*watch.Change)) {
	pause := time.NewTimer(paused)
	defer pause.Stop()
	clock := time.NewTicker(clockEvery)
	defer clock.Stop()
	notes := make(chan func() bool, 1)
	looking := false
	for {
		select {
		case change, open := <-changes:
			if !open {
				return
			}
			show(&change)
			pause.Reset(paused)
		case <-pause.C:
			if looking || d.generator == nil {
				continue
			}
			if look := d.generator.Recheck(); look != nil {
				looking = true
				go func() { notes <- look() }()
			}
		case <-clock.C:
			if d.turned() {
				show(nil)
			}
		case note := <-notes:
			looking = false
			if note() {
				show(nil)
			} else {
				pause.Reset(paused)
			}
		}
	}
}

// clockEvery is how often the clock is looked at: an embargo ends at a minute.
const clockEvery = 15 * time.Second

// turned tells whether time alone has made another site of the last one: an
// embargo has ended, or the day.
func (d *desk) turned() bool { return d.generator != nil && d.generator.Turned() }

// take drops what is known of the files that changed.
func (d *desk) take(change watch.Change) {
	d.changed = nil
	// A link, or what it leads to, may stand for the folder or for a catalogue.
	mayBeWords := func(file string) bool { return path.Ext(file) != ".html" }
	switch {
	case change.All:
		d.generator = nil // the folder that was opened is not the one of that name
	case d.generator == nil:
	case change.Root == "content":
		d.changed = change.Paths
		d.generator.Changed(change.Paths...)
	case change.Root == "layouts" && slices.ContainsFunc(change.Paths, mayBeWords):
		d.generator.ForgetWords()
	default:
		d.generator.Afresh()
	}
}

// site makes the site as it is now. A file that was just saved may be half
// written: it is not called broken before it has been so for a moment.
func (d *desk) site() (*site.Site, diagnostic.Findings, error) {
	s, found, err := d.make()
	for end := time.Now().Add(halfWritten); d.justBroke(found) && time.Now().Before(end); {
		time.Sleep(halfWritten / 5)
		d.generator.Changed(d.changed...)
		s, found, err = d.make()
	}
	return s, found, err
}

func (d *desk) make() (*site.Site, diagnostic.Findings, error) {
	if d.generator == nil {
		if err := d.open(); err != nil {
			return nil, diagnostic.Findings{}, err
		}
	}
	asOf, err := d.app.asOf() // a preview may be left open over night
	if err != nil {
		return nil, diagnostic.Findings{}, err
	}
	d.generator.AsOf = asOf
	return d.generator.Site()
}

func (d *desk) justBroke(found diagnostic.Findings) bool {
	return d.generator != nil && slices.ContainsFunc(d.changed, func(file string) bool { return found.Of(file).HasErrors() })
}

// report prints errors, and the warnings that were not there before: at each
// save, a list that one knows already would hide what is new. What stands alike
// before and after an edit is not even compared.
func (d *desk) report(found diagnostic.Findings) {
	before, after := diagnostic.Apart(d.told, found)
	for len(before) > 0 && len(after) > 0 && isSame(before[0], after[0]) {
		before, after = before[1:], after[1:]
	}
	for len(before) > 0 && len(after) > 0 && isSame(before[len(before)-1], after[len(after)-1]) {
		before, after = before[:len(before)-1], after[:len(after)-1]
	}
	told := make(map[string]bool)
	for _, one := range before {
		told[subject(one)] = true
	}
	news := found.Errors()
	for _, one := range after {
		if one.Severity == diagnostic.Warning && !told[subject(one)] {
			news.Add(one)
		}
	}
	news.Sort()
	d.told = found
	if len(news) > 0 {
		d.app.report(news, d.generator)
	}
}

func isSame(a, b diagnostic.Diagnostic) bool {
	return a.Position == b.Position && a.Rule == b.Rule && a.Severity == b.Severity && maps.Equal(a.Args, b.Args)
}

// subject is what a diagnostic is about, wherever it stands: its line moves with
// the text before it.
func subject(one diagnostic.Diagnostic) string {
	return one.File + " " + one.Rule + " " + fmt.Sprint(one.Args)
}

// named lists changed files as people know them, the first ones.
func (d *desk) named(change watch.Change) string {
	const most = 3
	var names []string
	for _, file := range change.Paths {
		if len(names) < most {
			names = append(names, filepath.ToSlash(filepath.Join(d.folders()[change.Root], filepath.FromSlash(file))))
		}
	}
	if len(names) == 0 {
		return d.folders()[change.Root]
	}
	text := strings.Join(names, ", ")
	if more := len(change.Paths) - len(names); more > 0 {
		text = d.app.words.Say("command.serve.more", "files", text, "n", more)
	}
	return text
}
