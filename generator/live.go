package generator

import (
	"maps"
	"slices"
	"strings"

	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/publish"
	"greffe/generator/site"
)

// mostChanged is how many changed files are looked at one by one; beyond, the
// whole folder is read, which also sees what nobody told of.
const mostChanged = 64

// A live council is what a generator remembers of the last site, so that the
// next one costs what changed: one parse, one check of what it touches.
//
// Only a document that was there and still is goes this way, on its own; new
// ones, those that are gone, settings, translations, former ids, pictures and
// layouts go the whole way round, where addresses and files are looked at too.
//
// A document with errors is not taken in: its last good version stays, and it
// is looked at again each time until it is mended.
type live struct {
	whole  *council.Council
	brief  *site.Brief                // its council is the public one
	read   map[string]diagnostic.List // what reading found, by file
	found  diagnostic.List            // all that is wrong, sorted
	broken []string                   // files whose last good version stands
	due    bool                       // the rules that look at the whole council have not seen the last edits
	again  bool                       // they have just done so
}

// remember keeps a site's making for the next one.
func (g *Generator) remember(whole *council.Council, brief *site.Brief, read, checked diagnostic.List) {
	g.live = &live{whole: whole, brief: brief, read: byFile(read), found: slices.Concat(read, checked)}
	g.live.found.Sort()
	g.changed = nil
}

func byFile(found diagnostic.List) map[string]diagnostic.List {
	files := make(map[string]diagnostic.List)
	for _, d := range found {
		files[d.File] = append(files[d.File], d)
	}
	return files
}

// edit makes the site again out of the files that changed. It answers false if
// they ask for the whole way round.
func (g *Generator) edit() (*site.Site, diagnostic.List, bool, error) {
	l := g.live
	if l == nil || (len(g.changed) == 0 && !l.again) || len(g.changed)+len(l.broken) > mostChanged {
		return nil, nil, false, nil
	}
	if now := g.AsOf(l.whole.Settings.Timezone.Location()); now.Date != l.whole.AsOf.Date {
		return nil, nil, false, nil
	}
	next := *l
	next.broken, next.again = nil, false
	next.due = next.due || len(g.changed) > 0
	for _, file := range union(l.broken, g.changed) {
		if !next.take(g, file) {
			return nil, nil, false, nil
		}
	}
	g.live, g.changed = &next, nil
	s, err := publish.Site(next.brief, g.Only)
	if err != nil {
		return nil, next.found, true, err
	}
	if len(next.broken) > 0 {
		err = ErrContent
	}
	return s, next.found, true, err
}

// Recheck lets the rules that look at the whole council see the edits of the
// last sites, which did not wait for them. It returns nil if there is nothing
// new to see. Else the look is to be taken, beside whatever else is done; it
// returns what takes note of it, and answers false when the council has been
// edited meanwhile. The next site tells what was found.
func (g *Generator) Recheck() (look func() (note func() bool)) {
	if g.live == nil || !g.live.due {
		return nil
	}
	whole := g.live.whole
	return func() func() bool {
		found := check.Run(whole)
		return func() bool { return g.note(whole, found) }
	}
}

func (g *Generator) note(whole *council.Council, found diagnostic.List) bool {
	if g.live == nil || g.live.whole != whole {
		return false
	}
	l := *g.live
	for _, read := range l.read {
		found = append(found, read...)
	}
	found.Sort()
	for _, file := range l.broken { // of the version that was not taken in
		from, to := span(l.found, file)
		found = replaced(found, file, l.found[from:to])
	}
	l.found, l.due, l.again = found, false, true
	g.live = &l
	return true
}

// take reads one file again and puts its document in, if it is good.
func (l *live) take(g *Generator, file string) bool {
	collection, id := council.SplitPath(file)
	before, ok := l.whole.Lookup(collection, id).(council.Documented)
	if !ok {
		return false
	}
	change, alone := g.read().Change(file, before, l.whole.Settings)
	if !alone || change.Dropped != nil {
		return false
	}
	if change.Put == nil || change.Found.HasErrors() {
		l.tell(file, change.Found)
		l.broken = append(l.broken, file)
		return true
	}
	whole, _ := l.whole.Edited([]council.Documented{change.Put}, nil)
	checked := check.Silence(whole, check.Document(whole, change.Put))
	if checked.HasErrors() {
		l.tell(file, slices.Concat(change.Found, checked))
		l.broken = append(l.broken, file)
		return true
	}
	public, ok := l.publish(whole, before, change.Put, g.Drafts)
	if !ok {
		return false
	}
	brief := *l.brief
	brief.Council = public
	l.whole, l.brief = whole, &brief
	l.read = maps.Clone(l.read)
	if l.read[file] = change.Found; len(change.Found) == 0 {
		delete(l.read, file)
	}
	l.tell(file, slices.Concat(change.Found, checked))
	// Who names the document may be wrong now, or right: a heading that a link
	// leads to may have gone.
	for _, citation := range whole.Cited(change.Put) {
		if other, ok := whole.Lookup(citation.Collection, citation.ID).(council.Documented); ok {
			file := other.Common().File
			l.tell(file, slices.Concat(l.read[file], check.Silence(whole, check.Document(whole, other))))
		}
	}
	return true
}

// publish is the public council after a document took another's place. A
// document that expires or no longer does changes what is said of it when it is
// gone, which is the whole way round.
func (l *live) publish(whole *council.Council, before, after council.Documented, drafts bool) (*council.Council, bool) {
	shown := func(state council.State) (bool, bool) {
		switch state {
		case council.Published:
			return true, true
		case council.Drafted, council.Embargoed:
			return drafts, true
		case council.IsConfidential:
			return false, true
		}
		return false, false
	}
	was, known := shown(l.whole.State(before))
	is, also := shown(whole.State(after))
	if !known || !also {
		return nil, false
	}
	switch {
	case is:
		public, _ := l.brief.Council.Edited([]council.Documented{after}, nil)
		return public, true
	case was:
		public, _ := l.brief.Council.Edited(nil, []council.Documented{before})
		return public, true
	}
	return l.brief.Council, true
}

// tell puts what is wrong with a file in the place of what was.
func (l *live) tell(file string, found diagnostic.List) { l.found = replaced(l.found, file, found) }

// replaced is a copy of a sorted list, anew for one file.
func replaced(all diagnostic.List, file string, found diagnostic.List) diagnostic.List {
	found = slices.Clone(found)
	found.Sort()
	from, to := span(all, file)
	return slices.Concat(all[:from], found, all[to:])
}

// span is where the diagnostics of a file stand in a sorted list.
func span(all diagnostic.List, file string) (from, to int) {
	byName := func(d diagnostic.Diagnostic, name string) int { return strings.Compare(d.File, name) }
	from, _ = slices.BinarySearchFunc(all, file, byName)
	for to = from; to < len(all) && all[to].File == file; to++ {
	}
	return from, to
}

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
