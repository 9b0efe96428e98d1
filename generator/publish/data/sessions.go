package data

import (
	"iter"

	"greffe/generator/council"
)

func sessionsIn(c *council.Council) *council.Collection[council.Session] { return &c.Sessions }

// A sitting is a session with who attended it, counted once for all its
// columns.
type sitting struct {
	*council.Session
	attendees []council.Attendee
	recorded  bool
}

func sittingOf(v *view, session *council.Session) *sitting {
	return &sitting{session, v.Attendees(session), session.Attendance != nil && session.Status == council.Held}
}

func (s *sitting) document() council.Documented { return s.Session }

func sessions() *Table {
	t := tableOf("sessions", sessionsIn, func(v *view, s *council.Session) iter.Seq[*sitting] { return single(sittingOf(v, s)) })
	t.id(func(s *sitting) string { return s.ID })
	t.fields(council.Session{}, func(s *sitting) any { return s.Session }, leave("attendance"))
	for _, way := range []struct {
		name string
		council.Presence
	}{
		{"present_count", council.Present},
		{"remote_count", council.Remote},
		{"excused_count", council.Excused},
		{"absent_count", council.Absent},
		{"represented_count", council.Represented},
		{"not_recorded_count", council.NotRecorded},
	} {
		t.column(way.name, Integer, func(_ *view, s *sitting) Cell {
			return count(council.Count(s.attendees, way.Presence), s.recorded)
		})
	}
	t.from(func(_ *view, s *sitting) origin { return within(s.Session, "") })
	return t.common((*sitting).document).document((*sitting).document)
}

func agendaItems() *Table {
	t := parts("agenda_items", "session", "agenda", sessionsIn, func(s *council.Session) []council.AgendaItem { return s.Agenda })
	return t.document(part[council.Session, council.AgendaItem].entire)
}

// A presence is one member at one session. What the session says of all of them
// is read once: a council of ten thousand documents has ninety thousand of
// these.
type presence struct {
	session              *council.Session
	start, url, modified Cell
	council.Attendee
}

func presencesAt(v *view, session *council.Session) iter.Seq[*presence] {
	return func(yield func(*presence) bool) {
		row := &presence{
			session:  session,
			start:    text(session.Start.String()),
			url:      text(v.addresses.Absolute(v.addresses.Of(session))),
			modified: text(session.Modified(v.AsOf).String()),
		}
		for _, row.Attendee = range v.Attendees(session) {
			if !yield(row) {
				return
			}
		}
	}
}

func attendance() *Table {
	t := tableOf("attendance", sessionsIn, presencesAt)
	t.id(func(p *presence) string { return p.session.ID + "/" + p.Member.ID })
	t.refer("session", "sessions", func(p *presence) council.Entity { return p.session })
	t.column("session_start_local", Local, func(_ *view, p *presence) Cell { return p.start })
	t.refer("member", "members", func(p *presence) council.Entity { return p.Member })
	how := t.column("presence", Text, func(_ *view, p *presence) Cell { return text(p.Presence.String()) })
	how.Required = true
	for _, way := range council.Presences() {
		how.Words = append(how.Words, way.String())
	}
	t.column("url", URL, func(_ *view, p *presence) Cell { return p.url })
	t.column("modified", Date, func(_ *view, p *presence) Cell { return p.modified })
	t.from(func(_ *view, p *presence) origin { return within(p.session, "attendance") })
	return t.done()
}

// A guest is somebody at a session without a seat in it.
type guest struct {
	session *council.Session
	*council.Guest
	part string // guest or facilitator
	id   string
	path string // in the session's file
}

func (g guest) document() council.Documented { return g.session }

func guestsOf(_ *view, session *council.Session) iter.Seq[guest] {
	return func(yield func(guest) bool) {
		for _, of := range []struct {
			list, part string
			guests     []council.Guest
		}{
			{"guests", "guest", session.Guests},
			{"facilitators", "facilitator", session.Facilitators},
		} {
			for i := range of.guests {
				if !yield(guest{session, &of.guests[i], of.part, session.ID + "/" + rankIn(of.list, i+1), item(of.list, i+1)}) {
					return
				}
			}
		}
	}
}

func sessionGuests() *Table {
	t := tableOf("session_guests", sessionsIn, guestsOf)
	t.id(func(g guest) string { return g.id })
	t.refer("session", "sessions", func(g guest) council.Entity { return g.session })
	part := t.column("part", Text, func(_ *view, g guest) Cell { return text(g.part) })
	part.Words, part.Required = []string{"guest", "facilitator"}, true
	t.fields(council.Guest{}, func(g guest) any { return g.Guest })
	t.from(func(_ *view, g guest) origin { return within(g.session, g.path) })
	return t.document(guest.document)
}

func sessionOrganisers() *Table {
	return links("session_organisers", "session", "organisation", "organisers", sessionsIn,
		func(c *council.Council, s *council.Session) []*council.Organisation {
			return c.Organisations.Some(s.Organisers)
		})
}

// A report is a member who reports on an item of an agenda.
type report struct {
	part[council.Session, council.AgendaItem]
	member *council.Member
}

func reportsOf(v *view, session *council.Session) iter.Seq[report] {
	return func(yield func(report) bool) {
		for i := range session.Agenda {
			on := part[council.Session, council.AgendaItem]{session, &session.Agenda[i], i + 1}
			for _, member := range once(v.Members.Some(on.part.Rapporteurs)) {
				if !yield(report{on, member}) {
					return
				}
			}
		}
	}
}

func agendaRapporteurs() *Table {
	t := tableOf("agenda_item_rapporteurs", sessionsIn, reportsOf)
	t.id(func(r report) string { return r.name() + "/" + r.member.ID })
	on := t.column("agenda_item_id", Text, func(_ *view, r report) Cell { return text(r.name()) })
	on.Refers, on.Required = "agenda_items", true
	t.column("agenda_item_title", Text, func(_ *view, r report) Cell { return text(r.part.part.Title) })
	t.refer("member", "members", func(r report) council.Entity { return r.member })
	t.from(func(_ *view, r report) origin { return within(r.whole, item("agenda", r.rank)+".rapporteurs") })
	return t.document(func(r report) council.Documented { return r.whole })
}
