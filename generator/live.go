package generator

import (
	"slices"

	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/due"
	"greffe/generator/inspect"
	"greffe/generator/publish"
	"greffe/generator/read"
	"greffe/generator/site"
)

// mostChanged is how many changed files are looked at one by one; beyond, the
// whole folder is read, which also sees what nobody told of.
const mostChanged = 64

// A live council is what a generator remembers of the last site, so that the
// next one costs what changed: one parse, one check of what it touches.
//
// Documents go this way, those that came and those that are gone too. Settings,
// translations, former ids, attachments, folders and layouts go the whole way
// round, where files are looked at that no document names.
//
// What is wrong is not taken in: the last good version stays, and the file is
// looked at again each time until it is mended. A document that others still
// name is not gone before they are mended.
type live struct {
	whole  *council.Council
	brief  *site.Brief                // its council is the public one
	read   diagnostic.Findings        // what reading found
	found  diagnostic.Findings        // what is wrong with it
	broken []string                   // files whose last good version stands
	held   map[string]diagnostic.List // what is wrong with what was not taken in, by file
	due    bool                       // the rules that look at the whole council have not seen the last edits
	again  bool                       // they have just done so
	turns  *council.Moment            // no later than when time alone changes the site that day; nil: not known

	inspection *inspect.Inspection // of what is written
}

// remember keeps a site's making for the next one.
func (g *Generator) remember(whole *council.Council, brief *site.Brief, read diagnostic.List, found diagnostic.Findings) {
	g.live = &live{whole: whole, brief: brief, read: diagnostic.NewFindings(read), found: found}
	g.live.inspection = inspect.New(brief.Addresses, len(g.Only) > 0, g.Again)
	if g.Again || g.Preview { // or the first edit waits for it
		g.live.turns = firstTurn(whole)
	}
	g.changed = nil
}

// edit makes the site again out of the files that changed. It answers false if
// they ask for the whole way round.
func (g *Generator) edit() (*site.Site, diagnostic.Findings, bool, error) {
	l := g.live
	if l == nil || (len(g.changed) == 0 && !l.again) || len(g.changed)+len(l.broken) > mostChanged {
		return nil, diagnostic.Findings{}, false, nil
	}
	now := g.AsOf(l.whole.Settings.Timezone.Location())
	if l.turned(now) {
		return nil, diagnostic.Findings{}, false, nil
	}
	next := l.at(now)
	changes, alone := next.reread(g)
	if !alone {
		return nil, diagnostic.Findings{}, false, nil
	}
	touched, alone := next.take(changes)
	if !alone {
		return nil, diagnostic.Findings{}, false, nil
	}
	next.due = next.due || len(g.changed) > 0
	if next.due && !g.Preview {
		next.settle(next.settled(check.Run(next.whole)))
	}
	s, err := publish.Site(next.brief, g.Only)
	if err != nil {
		return nil, next.told(), true, err
	}
	// A preview lists the whole site for a document that comes into sight only: one
	// that was there takes nobody else's place.
	if (!g.Preview || slices.ContainsFunc(changes, l.appears)) && len(s.Clashes()) > 0 {
		return nil, diagnostic.Findings{}, false, nil
	}
	next.turn(changes)
	g.live, g.changed = next, nil
	g.ledger.strike(touched)
	found := next.told()
	if found.HasErrors() {
		err = ErrContent
	}
	return s, found, true, err
}

// Turned tells whether time alone has made another site of the last one.
func (g *Generator) Turned() bool {
	return g.live != nil && g.live.turned(g.AsOf(g.live.whole.Settings.Timezone.Location()))
}

// turned is [Generator.Turned] as of a moment.
func (l *live) turned(now council.Moment) bool {
	since := l.whole.AsOf
	if now.Date != since.Date {
		return true
	}
	if now.Compare(since) == 0 {
		return false
	}
	if l.turns == nil {
		l.turns = firstTurn(l.whole)
	}
	return now.Compare(since) < 0 || l.turns.Compare(now) <= 0
}

// firstTurn is the first moment, on the council's day, at which time alone
// changes the site; if there is none, the end of the day.
func firstTurn(c *council.Council) *council.Moment {
	for _, change := range due.Changes(c, c.AsOf.First()) {
		return &change.At
	}
	return &council.Moment{Date: (c.AsOf.First() + 1).Date()}
}

// at is the same council at a later moment that changes nothing. The last site's
// own brief is still asked while the next one is made.
func (l *live) at(now council.Moment) *live {
	next, brief, whole, public := *l, *l.brief, *l.whole, *l.brief.Council
	whole.AsOf, public.AsOf = now, now
	brief.Council = &public
	next.whole, next.brief, next.again = &whole, &brief, false
	return &next
}

// turn takes note of what will happen that day to documents that changed.
func (l *live) turn(changes []read.Change) {
	if l.turns == nil {
		return
	}
	source := council.Source{Settings: l.whole.Settings}
	for _, change := range changes {
		if change.After != nil {
			source.Documents = append(source.Documents, change.After)
		}
	}
	if turns := firstTurn(council.Assemble(source, l.whole.AsOf)); turns.Compare(*l.turns) < 0 {
		l.turns = turns
	}
}

// told is all that is wrong.
func (l *live) told() diagnostic.Findings { return l.found.With(l.held) }

// appears tells whether the public was not shown the document before a change.
func (l *live) appears(change read.Change) bool {
	shown, _ := isShown(l.whole, change.Before)
	return change.After != nil && !shown
}

func isNew(change read.Change) bool { return change.Before == nil && change.After != nil }

// reread reads the files that changed, and those that were wrong. It answers
// false if one of them is more than a document of its own.
func (l *live) reread(g *Generator) ([]read.Change, bool) {
	var changes []read.Change
	for _, file := range union(l.broken, g.changed) {
		collection, id := council.SplitPath(file)
		before, _ := l.whole.Lookup(collection, id).(council.Documented)
		change, alone := g.read().Change(file, before, l.whole.Settings)
		if !alone || (isNew(change) && l.whole.FormerID(collection, id) != "") {
			return nil, false
		}
		changes = append(changes, change)
	}
	return changes, true
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
	l := g.live
	return func() func() bool {
		found := l.settled(check.Beside(l.whole))
		return func() bool { return g.note(l.whole, found) }
	}
}

func (g *Generator) note(whole *council.Council, found diagnostic.Findings) bool {
	if g.live == nil || g.live.whole != whole {
		return false
	}
	l := *g.live
	l.settle(found)
	l.again = true
	g.live = &l
	return true
}

// settled is all that is wrong, of which the rules found what they could.
func (l *live) settled(found diagnostic.List) diagnostic.Findings {
	return diagnostic.NewFindings(append(found, l.read.List()...))
}

// settle takes note of what all the rules found in the council.
func (l *live) settle(found diagnostic.Findings) { l.found, l.due = found, false }

func union(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}
