package feed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	ics "github.com/arran4/golang-ical"

	"greffe/generator/council"
	"greffe/generator/site"
)

// An event is what calendars show of a session, or of a meeting or a hearing of
// a workshop.
type event struct {
	uid, address       string
	title, description string
	location           string
	online             council.URL
	start, end         council.Moment
	status             ics.ObjectStatus
	modified           council.Date
}

// eventsOf are the events of a session or a workshop, in order of time.
func eventsOf(b *site.Brief, c *council.Council, document council.Documented) []event {
	var events []event
	switch d := document.(type) {
	case *council.Session:
		events = []event{sessionEvent(b, d)}
	case *council.Workshop:
		events = workshopEvents(b, c, d)
	}
	for i := range events {
		events[i].address = b.Addresses.Absolute(b.Addresses.Of(document))
		events[i].modified = document.Common().Modified(c.AsOf)
	}
	return events
}

func sessionEvent(b *site.Brief, session *council.Session) event {
	e := event{
		uid: uid(b, permanent(session)), title: title(b, session), description: description(b, session),
		start: session.Start, end: session.End, status: status(session),
	}
	if place := session.Place; place != nil {
		e.location = cmp.Or(polished(b, joined(", ", place.Name, place.Address)), string(place.Online))
		e.online = place.Online
	}
	return e
}

// withdrawnEvents take the sessions that were withdrawn off the calendars that
// showed them: an event that is only left out stays in many. When they were to
// meet is said by their withdrawal, or not at all.
func withdrawnEvents(b *site.Brief, c *council.Council, feed site.Feed) []event {
	if feed != site.AllSessions {
		return nil
	}
	var events []event
	for i := range c.Withdrawals {
		w := &c.Withdrawals[i]
		if w.Of != "sessions" || w.Erase || !w.Start.IsDay() || c.Lookup("sessions", string(w.ID)) != nil {
			continue
		}
		events = append(events, event{
			uid: uid(b, string(w.ID)), address: b.Addresses.Absolute(b.Addresses.Document("sessions", string(w.ID))),
			title: polished(b, b.Words.Say("feeds.sessions.withdrawn")), description: polished(b, w.Reason),
			start: w.Start, status: ics.ObjectStatusCancelled, modified: w.On,
		})
	}
	return events
}

// workshopEvents are the meetings and the hearings of which the day is known.
// Nothing but its time tells one from the others of its workshop: their order
// in the file changes when one is added.
func workshopEvents(b *site.Brief, c *council.Council, workshop *council.Workshop) []event {
	var events []event
	about := polished(b, b.Words.Say("feeds.workshops.about", "title", workshop.Title))
	taken := make(map[string]int)
	add := func(kind string, e event) {
		if !e.start.IsDay() {
			return
		}
		id := permanent(workshop) + "/" + kind + "-" + e.start.String()
		if taken[id]++; taken[id] > 1 {
			id = fmt.Sprintf("%s-%d", id, taken[id])
		}
		e.uid, e.status = uid(b, id), ics.ObjectStatusConfirmed
		events = append(events, e)
	}
	for i := range workshop.Meetings {
		m := &workshop.Meetings[i]
		meeting := b.Words.Say("feeds.workshops.meeting", "title", workshop.Title)
		add("meeting", event{title: polished(b, cmp.Or(m.Title, meeting)), description: about, location: polished(b, m.Place), start: m.On})
	}
	for i := range workshop.Hearings {
		h := &workshop.Hearings[i]
		heard := heard(c, h)
		add("hearing", event{
			title:       polished(b, b.Words.Say("feeds.workshops.hearing", "title", cmp.Or(h.Subject, heard, workshop.Title))),
			description: joined("\n", polished(b, heard), about), start: h.On,
		})
	}
	slices.SortStableFunc(events, func(a, b event) int { return a.start.Compare(b.start) })
	return events
}

// heard is who was heard and in what quality; nothing of a person who is not in
// the council as the public sees it.
func heard(c *council.Council, hearing *council.Hearing) string {
	who := string(hearing.Who())
	if ref, isID := hearing.Who().Member(); isID {
		member := c.Members.Find(ref)
		if member == nil {
			return ""
		}
		who = member.Name
	}
	var organisation string
	if o := c.Organisations.Find(hearing.Organisation); o != nil {
		organisation = o.Name
	}
	return joined(", ", who, hearing.Quality, organisation)
}

// uid tells an event from all events of all calendars: its own id, and the
// address of the council's site.
func uid(b *site.Brief, id string) string {
	_, home, _ := strings.Cut(b.Addresses.Absolute(b.Addresses.Home()), "://")
	return id + "@" + strings.TrimRight(home, "/")
}

// status is tentative until the members are convened. Who put a postponed
// session down must take it off that day.
func status(session *council.Session) ics.ObjectStatus {
	switch session.Status {
	case council.Cancelled, council.Postponed:
		return ics.ObjectStatusCancelled
	case council.Planned:
		if session.ConvenedOn.IsZero() {
			return ics.ObjectStatusTentative
		}
	}
	return ics.ObjectStatusConfirmed
}

// title says in words too that a session does not take place: many calendars
// do not show the status.
func title(b *site.Brief, session *council.Session) string {
	switch session.Status {
	case council.Cancelled, council.Postponed:
		return polished(b, b.Words.Say("feeds.sessions."+string(session.Status), "title", session.Title))
	}
	return polished(b, session.Title)
}

// description is what a session says in short, and its agenda.
func description(b *site.Brief, session *council.Session) string {
	var agenda []string
	for i, item := range session.Agenda {
		agenda = append(agenda, fmt.Sprintf("%d. %s", i+1, polished(b, item.Title)))
	}
	if len(agenda) > 0 {
		agenda = append([]string{polished(b, b.Words.Say("feeds.sessions.agenda"))}, agenda...)
	}
	return joined("\n\n", polished(b, abstract(&session.Entry)), strings.Join(agenda, "\n"))
}
