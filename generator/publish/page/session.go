package page

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// sessionPage is a meeting: when and where, what was on the agenda, who was
// there, what was said and what came of it.
type sessionPage struct {
	*council.Session
	Coming   bool   // people may still plan to come
	Calendar string // of the session alone; "" if it is past or its day not known
	Decided  bool   // its agenda says what came of it
	Expected bool   // attendance: readers look for it
	Roll     []presenceList
	Members  int // of whom attendance could be recorded
	TookPart int
	Groups   []group
}

// A presenceList is the members who took part in a session in one way.
type presenceList struct {
	Presence council.Presence
	Members  []*council.Member
}

func sessionPages(p *Publisher) site.Part {
	return eachOf(p, "session", "sessions", &p.Council.Sessions, func(v *View, session *council.Session) {
		page := &sessionPage{Session: session}
		page.Coming = session.Status == council.Planned && !session.Start.Over(v.AsOf)
		if page.Coming {
			page.Calendar = v.calendarOf(session)
		}
		page.Decided = slices.ContainsFunc(session.Agenda, func(item council.AgendaItem) bool { return item.Decision != "" })
		attendees := v.Attendees(session)
		for _, presence := range council.Presences() {
			list := presenceList{Presence: presence}
			for _, attendee := range attendees {
				if attendee.Presence == presence {
					list.Members = append(list.Members, attendee.Member)
				}
			}
			if len(list.Members) > 0 {
				page.Roll = append(page.Roll, list)
			}
		}
		page.Members = len(attendees)
		page.TookPart = council.Count(attendees, council.Present, council.Remote, council.Represented)
		switch session.Kind {
		case "plenary", "bureau", "meeting", "hearing":
			page.Expected = session.Status == council.Held
		}
		page.Groups = groups(
			v.group("Children", "session.children", citing[council.Session](v, session, "parent")),
			v.group("Opinions", "session.opinions", citing[council.Opinion](v, session, "session")),
			v.group("Workshops", "session.workshops", citing[council.Workshop](v, session, "sessions")),
			v.group("Approved", "session.approved", citing[council.Session](v, session, "minutes")),
			v.group("News", "session.news", citing[council.News](v, session, "event")),
			v.group("Calls", "session.calls", citing[council.News](v, session, "call")),
		)
		v.Page = page
		v.dated(session.Start.Date)
		if session.Number != "" {
			v.Title = v.T("pages.with_number", "title", v.Title, "number", session.Number)
		}
		if v.Description == "" {
			v.Description = v.T("session.description", "kind", v.Upper(v.Word(session.Kind)), "when", v.MomentText(session.Start), "title", session.Title)
		}
		v.Alternates = append(v.Alternates, Alternate{v.T("session.calendar"), "text/calendar", v.Href("sessions") + "calendar.ics"})
	})
}

// calendarOf is the address of the calendar that holds a session alone.
func (v *View) calendarOf(session *council.Session) string {
	feed := site.FeedOf(session)
	if !slices.Contains(feed.Forms(v.Council), site.Calendar) {
		return ""
	}
	return feed.Subject(v.publisher.Addresses) + site.Calendar.File
}
