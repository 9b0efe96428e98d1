package due

import (
	"slices"

	"greffe/generator/council"
)

// sessions are those to prepare, those of which nobody has said whether they
// were held, and those that lack their minutes or their attendance.
func (l *lister) sessions() {
	for session := range l.Sessions.All() {
		on := session.Start.Date
		item := Item{On: on, Document: session, Path: "status", Args: Args{"title": session.Title, "start": session.Start}}
		switch {
		case session.Status == council.Planned && session.Start.Over(l.AsOf):
			item.Kind = "session-passed"
			l.add(item)
		case session.Status == council.Planned && deliberates(session) && session.ConvenedOn.IsZero():
			item.Kind, item.Path = "session-to-convene", "start"
			l.coming(item)
		case session.Status == council.Planned:
			item.Kind, item.Path = "session-comes", "start"
			l.coming(item)
		case session.Status == council.Held:
			l.afterwards(session, item)
		}
	}
}

// afterwards is what a session that was held still lacks.
func (l *lister) afterwards(session *council.Session, item Item) {
	written := session.Body != nil && session.Body.Plain() != ""
	item.Path = "title"
	if !written {
		item.Kind = "minutes-missing"
		l.add(item)
	}
	if l.attendanceCounts(session) && session.Attendance == nil {
		item.Kind = "attendance-missing"
		l.add(item)
	}
	if written && session.Minutes != nil && session.Minutes.Status == "draft" {
		if next := l.next(session); next != nil {
			l.until(Item{Kind: "minutes-to-approve", On: next.Start.Date, Document: session, Path: "minutes.status", Args: Args{
				"title": session.Title, "next": next.Title,
			}}, "minutes-not-approved")
		}
	}
}

// deliberates tells whether members are called to the session, and its minutes
// approved.
func deliberates(session *council.Session) bool {
	return session.Kind == "plenary" || session.Kind == "bureau"
}

// attendanceCounts tells whether a rule of the council looks at who was there.
func (l *lister) attendanceCounts(session *council.Session) bool {
	rules := &l.Settings.Rules
	if !l.OfCouncil(session) {
		return false
	}
	if absence := rules.Absence; absence != nil && (len(absence.Kinds) == 0 || slices.Contains(absence.Kinds, session.Kind)) {
		return true
	}
	return rules.Quorum != nil && session.Kind == "plenary"
}

// next is the first session of the same body and kind that comes after, held or
// planned; nil if none is known.
func (l *lister) next(session *council.Session) *council.Session {
	var next *council.Session
	for other := range l.Sessions.All() { // newest first
		if other.OfBody == session.OfBody && other.Kind == session.Kind && other.Start.Compare(session.Start) > 0 &&
			(other.Status == council.Held || other.Status == council.Planned) {
			next = other
		}
	}
	return next
}
