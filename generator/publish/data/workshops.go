package data

import (
	"iter"

	"greffe/generator/council"
)

func workshopsIn(c *council.Council) *council.Collection[council.Workshop] { return &c.Workshops }

func workshops() *Table {
	return documents(workshopsIn).common(document).document(document)
}

// A worker is somebody in a workshop: a member of the council, who may lead it,
// or somebody from outside.
type worker struct {
	workshop *council.Workshop
	member   *council.Member // nil: from outside
	outside  council.ExternalMember
	part     string // lead, member or external
	id       string
	path     string // in the workshop's file
}

func (w *worker) document() council.Documented { return w.workshop }

func workersOf(v *view, workshop *council.Workshop) iter.Seq[*worker] {
	return func(yield func(*worker) bool) {
		lead := v.Members.Find(workshop.Lead)
		team := v.Members.Some(append([]council.Ref[council.Member]{workshop.Lead}, workshop.Members...))
		for _, member := range once(team) {
			part, path := "member", "members"
			if member == lead {
				part, path = "lead", "lead"
			}
			if !yield(&worker{workshop: workshop, member: member, part: part, id: workshop.ID + "/" + member.ID, path: path}) {
				return
			}
		}
		for i, outside := range workshop.ExternalMembers {
			w := &worker{workshop: workshop, outside: outside, part: "external"}
			w.id, w.path = workshop.ID+"/"+rankIn("external_members", i+1), item("external_members", i+1)
			if !yield(w) {
				return
			}
		}
	}
}

func workshopMembers() *Table {
	t := tableOf("workshop_members", workshopsIn, workersOf)
	t.id(func(w *worker) string { return w.id })
	t.refer("workshop", "workshops", func(w *worker) council.Entity { return w.workshop })
	part := t.column("part", Text, func(_ *view, w *worker) Cell { return text(w.part) })
	part.Words, part.Required = []string{"lead", "member", "external"}, true
	t.column("member_id", Text, func(_ *view, w *worker) Cell {
		if w.member == nil {
			return unknown
		}
		return text(w.member.ID)
	}).Refers = "members"
	t.column("member_name", Text, func(_ *view, w *worker) Cell {
		if w.member == nil {
			return unknown
		}
		return text(w.member.Name)
	})
	t.fields(council.ExternalMember{}, func(w *worker) any { return &w.outside }, optional("name"))
	t.from(func(_ *view, w *worker) origin { return within(w.workshop, w.path) })
	return t.document((*worker).document)
}

func workshopMeetings() *Table {
	t := parts("workshop_meetings", "workshop", "meetings", workshopsIn, func(w *council.Workshop) []council.Meeting { return w.Meetings })
	return t.document(part[council.Workshop, council.Meeting].entire)
}

func hearings() *Table {
	t := parts("hearings", "workshop", "hearings", workshopsIn, func(w *council.Workshop) []council.Hearing { return w.Hearings })
	return t.document(part[council.Workshop, council.Hearing].entire)
}

func workshopSessions() *Table {
	return links("workshop_sessions", "workshop", "session", "sessions", workshopsIn,
		func(c *council.Council, w *council.Workshop) []*council.Session { return c.Sessions.Some(w.Sessions) })
}
