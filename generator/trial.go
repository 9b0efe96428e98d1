package generator

import (
	"slices"

	"greffe/generator/check"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/read"
)

// mostCiting is how many documents that name an edited one are looked at before
// its page is shown. Thousands name a member of long standing, and the rules
// that look at the whole council will see them all.
const mostCiting = 64

// A trial is the council as some changes would make it.
type trial struct {
	whole   *council.Council
	public  *council.Council
	touched []council.Read             // the questions that the public council answers otherwise
	read    map[string]diagnostic.List // what reading the files found
	found   map[string]diagnostic.List // all that is wrong with them, and with the files that name them
}

// take takes in the changes that are good, and answers which questions the
// public council answers otherwise; it answers false if one of the changes needs
// the whole way round.
//
// All are tried together, for some are good only so: two new documents that name
// one another. If that is wrong they are tried one after another, as far as it
// goes: a name that is used before it is known is good at the second try.
func (l *live) take(changes []read.Change) (touched []council.Read, alone bool) {
	l.broken, l.held = nil, make(map[string]diagnostic.List)
	var left []read.Change
	for _, change := range changes {
		if change.Found.HasErrors() || (change.After == nil && !change.Gone) {
			l.hold(change, map[string]diagnostic.List{change.File: change.Found})
		} else {
			left = append(left, change)
		}
	}
	for tries := [][]read.Change{left}; len(left) > 0; tries = slices.Collect(slices.Chunk(left, 1)) {
		var wrong []read.Change
		found := make(map[string]map[string]diagnostic.List)
		for _, together := range tries {
			t, alone := l.try(together)
			if !alone {
				return nil, false
			}
			if t.isWrong() {
				wrong = append(wrong, together...)
				found[together[0].File] = t.found
				continue
			}
			l.adopt(t)
			touched = append(touched, t.touched...)
		}
		if len(wrong) == len(left) && len(tries) == len(left) {
			for _, change := range wrong {
				l.hold(change, found[change.File])
			}
			break
		}
		left = wrong
	}
	return touched, true
}

// hold keeps the last good version of a changed document.
func (l *live) hold(change read.Change, found map[string]diagnostic.List) {
	l.broken = append(l.broken, change.File)
	for file, list := range found {
		l.held[file] = slices.Concat(l.held[file], list)
	}
}

// try sees what the changes would make of the council.
func (l *live) try(changes []read.Change) (*trial, bool) {
	t := &trial{read: make(map[string]diagnostic.List), found: make(map[string]diagnostic.List)}
	var put, dropped []council.Documented
	for _, change := range changes {
		if change.After != nil {
			put = append(put, change.After)
		} else if change.Before != nil {
			dropped = append(dropped, change.Before)
		}
	}
	t.whole, _ = l.whole.Edited(put, dropped)
	for _, change := range changes {
		t.read[change.File] = check.Silence(t.whole, change.Found)
		t.found[change.File] = t.read[change.File]
	}
	for _, document := range put {
		t.check(document)
	}
	// Who names a document may be wrong now, or right: a heading that a link
	// leads to may have gone.
	for _, document := range put {
		t.checkCiting(l, document, mostCiting)
	}
	for _, document := range dropped {
		t.checkCiting(l, document, len(l.whole.Cited(document)))
	}
	return t, t.publish(l, changes)
}

func (t *trial) check(document council.Documented) {
	file := document.Common().File
	t.found[file] = slices.Concat(t.found[file], check.Silence(t.whole, check.Document(t.whole, document)))
}

func (t *trial) checkCiting(l *live, document council.Documented, most int) {
	citations := t.whole.Cited(document)
	if len(citations) > most {
		return
	}
	for _, citation := range citations {
		other, ok := t.whole.Lookup(citation.Collection, citation.ID).(council.Documented)
		if !ok {
			continue
		}
		file := other.Common().File
		if _, done := t.found[file]; !done {
			t.found[file] = l.read.Of(file)
			t.check(other)
		}
	}
}

func (t *trial) isWrong() bool {
	for _, found := range t.found {
		if found.HasErrors() {
			return true
		}
	}
	return false
}

// publish is the public council after the changes. A document that expires, is
// withdrawn, or no longer so changes what is said of it when it is gone, which
// is the whole way round.
func (t *trial) publish(l *live, changes []read.Change) bool {
	var put, dropped []council.Documented
	for _, change := range changes {
		was, known := isShown(l.whole, change.Before)
		is, also := isShown(t.whole, change.After)
		switch {
		case !known || !also:
			return false
		case is:
			put = append(put, change.After)
		case was:
			dropped = append(dropped, change.Before)
		}
	}
	t.public, t.touched = l.brief.Council.Edited(put, dropped)
	return true
}

// isShown tells whether a document is in the public council; known is false if
// something else may be there in its place.
func isShown(c *council.Council, document council.Documented) (shown, known bool) {
	if document == nil {
		return false, true
	}
	switch c.State(document) {
	case council.Published:
		return true, true
	case council.Drafted, council.Embargoed, council.IsConfidential:
		return false, true
	}
	return false, false
}

// adopt makes the trial the council.
func (l *live) adopt(t *trial) {
	l.whole, l.brief.Council = t.whole, t.public
	l.found, l.read = l.found.With(t.found), l.read.With(t.read)
}
