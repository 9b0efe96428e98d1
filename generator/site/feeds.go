package site

import (
	"iter"
	"slices"

	"greffe/generator/council"
)

// A Feed is what people may subscribe to: all that the council does, a section
// of the site, or an entity that has a page. Its files lie beside that page.
//
// Whoever publishes feeds and whoever links to them ask [Feed.Forms], so that
// no page leads to a feed that is not there.
type Feed struct {
	Collection string // "" for everything
	ID         string // "" for a section
}

// A Form is a format in which feeds are published.
type Form struct {
	Name      string // stable, in English
	File      string
	MediaType string
}

// Atom and JSONFeed tell what is new, Calendar when people meet.
var (
	Atom     = Form{"atom", "atom.xml", "application/atom+xml"}
	JSONFeed = Form{"json", "feed.json", "application/feed+json"}
	Calendar = Form{"calendar", "calendar.ics", "text/calendar"}
)

// everything lists the collections that the feed of everything tells of, and
// sections those of them that have a feed of their own.
var (
	everything = []string{"opinions", "sessions", "news", "documents", "workshops"}
	sections   = everything[:4]
)

// AllSessions is the one section whose feed is a calendar too.
var AllSessions = Feed{Collection: "sessions"}

// FeedOf is the feed of an entity, whether it is published or not.
func FeedOf(entity council.Entity) Feed { return Feed{entity.Collection(), entity.Key()} }

// Feeds lists those that are published in a form.
func Feeds(c *council.Council, form Form) []Feed {
	feeds := []Feed{{}}
	for _, section := range sections {
		feeds = append(feeds, Feed{Collection: section})
	}
	feeds = append(feeds, feedsOf(&c.Themes)...)
	feeds = append(feeds, feedsOf(&c.Bodies)...)
	feeds = append(feeds, feedsOf(&c.Members)...)
	if form == Calendar {
		feeds = append(feeds, feedsOf(&c.Sessions)...)
		feeds = append(feeds, feedsOf(&c.Workshops)...)
	}
	return slices.DeleteFunc(feeds, func(f Feed) bool { return !f.isIn(c, form) })
}

func feedsOf[T any](collection *council.Collection[T]) []Feed {
	var feeds []Feed
	for item := range collection.All() {
		feeds = append(feeds, FeedOf(any(item).(council.Entity)))
	}
	return feeds
}

// Forms are those in which the feed is published.
func (f Feed) Forms(c *council.Council) []Form {
	return slices.DeleteFunc([]Form{Atom, JSONFeed, Calendar}, func(form Form) bool { return !f.isIn(c, form) })
}

// isIn tells whether the feed is published in a form. A feed of everything or
// of a section always is, even before it has anything to tell; that of an
// entity only once it has.
func (f Feed) isIn(c *council.Council, form Form) bool {
	if form == Calendar {
		for range f.Meetings(c) {
			return true
		}
		return f == AllSessions
	}
	for range f.Documents(c) {
		return true
	}
	return f.isWhole()
}

// Tells tells whether the feed takes in all documents of a collection.
func (f Feed) Tells(collection string) bool {
	return f == (Feed{}) && slices.Contains(everything, collection) || f.isWhole() && f.Collection == collection
}

func (f Feed) isWhole() bool {
	return f == (Feed{}) || f.ID == "" && slices.Contains(sections, f.Collection)
}

// Documents are those that the feed tells of, collection after collection, with
// the date when each last changed. One without a date is not among them: a feed
// tells what is new, and nobody knows when that was.
func (f Feed) Documents(c *council.Council) iter.Seq2[council.Documented, council.Date] {
	return func(yield func(council.Documented, council.Date) bool) {
		for _, documents := range f.told(c) {
			for document := range documents {
				if on := document.Common().Modified(c.AsOf); !on.IsZero() && !yield(document, on) {
					return
				}
			}
		}
	}
}

type documents = iter.Seq[council.Documented]

// told is what the feed tells of, dated or not.
func (f Feed) told(c *council.Council) []documents {
	switch entity := c.Lookup(f.Collection, f.ID).(type) {
	case *council.Theme: // what bears it
		return []documents{
			citing[council.Opinion](c, entity, "themes"), citing[council.Session](c, entity, "themes"), citing[council.News](c, entity, "themes"),
			citing[council.Document](c, entity, "themes"), citing[council.Workshop](c, entity, "themes"),
		}
	case *council.Body: // its sessions, and the opinions adopted there
		sessions := sessionsOf(c, entity)
		told := []documents{listed(sessions)}
		for _, session := range sessions {
			told = append(told, citing[council.Opinion](c, session, "session"))
		}
		return told
	case *council.Member: // what bears their name; the sessions that they attend would drown it
		return []documents{citing[council.Opinion](c, entity), citing[council.News](c, entity), citing[council.Workshop](c, entity)}
	}
	var told []documents
	for _, collection := range everything {
		if f.Tells(collection) {
			told = append(told, all(c, collection))
		}
	}
	return told
}

// Meetings are the sessions and the workshops that the feed's calendar shows:
// those of which a day is known. A day would have to be invented for the others.
func (f Feed) Meetings(c *council.Council) iter.Seq[council.Documented] {
	return func(yield func(council.Documented) bool) {
		for document := range f.meetings(c) {
			if hasDay(document) && !yield(document) {
				return
			}
		}
	}
}

func (f Feed) meetings(c *council.Council) documents {
	switch entity := c.Lookup(f.Collection, f.ID).(type) {
	case *council.Session:
		return listed([]*council.Session{entity})
	case *council.Workshop:
		return listed([]*council.Workshop{entity})
	case *council.Body:
		return listed(sessionsOf(c, entity))
	}
	if f == AllSessions {
		return all(c, "sessions")
	}
	return listed[council.Session](nil)
}

func hasDay(document council.Documented) bool {
	switch d := document.(type) {
	case *council.Session:
		return d.Start.IsDay()
	case *council.Workshop:
		return slices.ContainsFunc(d.Meetings, func(m council.Meeting) bool { return m.On.IsDay() }) ||
			slices.ContainsFunc(d.Hearings, func(h council.Hearing) bool { return h.On.IsDay() })
	}
	return false
}

// sessionsOf are the sessions of a body. Those that name none are the council's.
func sessionsOf(c *council.Council, body *council.Body) []*council.Session {
	if !standsForCouncil(c, body) {
		return council.Citing[council.Session](c, body, "body")
	}
	var sessions []*council.Session
	for session := range c.Sessions.All() {
		if session.OfBody == "" || session.OfBody == council.Ref[council.Body](body.ID) {
			sessions = append(sessions, session)
		}
	}
	return sessions
}

// standsForCouncil tells whether a body is the council itself: the first of
// that type that is part of no other.
func standsForCouncil(c *council.Council, body *council.Body) bool {
	for other := range c.Bodies.All() {
		if other.OfType == "council" && other.Parent == "" {
			return other.ID == body.ID
		}
	}
	return false
}

// all are the documents of a collection.
func all(c *council.Council, collection string) documents {
	switch collection {
	case "opinions":
		return documentsIn(c.Opinions.All())
	case "sessions":
		return documentsIn(c.Sessions.All())
	case "news":
		return documentsIn(c.News.All())
	case "documents":
		return documentsIn(c.Documents.All())
	case "workshops":
		return documentsIn(c.Workshops.All())
	}
	return nil
}

// citing are the documents of a type that cite an entity, looked up when they
// are asked for.
func citing[T any](c *council.Council, entity council.Entity, paths ...string) documents {
	return func(yield func(council.Documented) bool) {
		listed(council.Citing[T](c, entity, paths...))(yield)
	}
}

func listed[T any](items []*T) documents { return documentsIn(slices.Values(items)) }

func documentsIn[T any](items iter.Seq[*T]) documents {
	return func(yield func(council.Documented) bool) {
		for item := range items {
			if !yield(any(item).(council.Documented)) {
				return
			}
		}
	}
}

// Subject is the address of the page beside which the feed lies.
func (f Feed) Subject(a *Addresses) string {
	switch {
	case f == (Feed{}):
		return a.Home()
	case f.ID == "":
		return a.Section(f.Collection)
	}
	return a.Document(f.Collection, f.ID)
}
