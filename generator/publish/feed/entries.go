package feed

import (
	"cmp"
	"slices"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// An entry is what feeds tell of a document, whatever its collection and
// whatever their form.
type entry struct {
	id, address    string
	title, summary string
	language       string // of the title and the summary, "" if it is the feed's
	updated        string
	published      string // "" if the day is not known
	authors        []author
	categories     []category
}

// An author is somebody whose work a document is; the council's, if it says
// nothing.
type author struct{ name, address string }

// A category is what a document is, or a theme that it bears.
type category struct{ term, scheme, label string }

// A tombstone says that an entry is no more.
type tombstone struct{ id, when string }

// A story is a document and all that its entry is made from.
type story struct {
	document council.Documented
	on       council.Date // when it last changed
	authors  []*council.Member
	themes   []*council.Theme
}

func storyOf(c *council.Council, document council.Documented, on council.Date) *story {
	s := &story{document: document, on: on, themes: c.Themes.Some(document.Common().Themes)}
	if opinion, ok := document.(*council.Opinion); ok {
		s.authors = c.Members.Some(opinion.Rapporteurs)
	}
	return s
}

// is tells whether both are the same story: nothing in it has changed.
func (s *story) is(other *story) bool {
	return s.document == other.document && s.on == other.on && slices.Equal(s.authors, other.authors) && slices.Equal(s.themes, other.themes)
}

func (p *press) entry(s *story) *entry {
	common, collection := s.document.Common(), s.document.Collection()
	e := &entry{
		id:      p.Addresses.Absolute(p.places().Document(collection, permanent(s.document))),
		address: p.Addresses.Absolute(p.places().Of(s.document)),
		title:   s.document.Label(),
		summary: abstract(common),
		updated: timestamp(s.on, p.zone),
	}
	var on council.Date
	switch d := s.document.(type) {
	case *council.Opinion:
		on = d.AdoptedOn
	case *council.Session:
		on = d.Start.Date
		e.title, e.summary = title(p.Brief, d), description(p.Brief, d)
	case *council.News:
		on = d.Date.Date
		e.summary = cmp.Or(e.summary, d.Standfirst)
	case *council.Document:
		on = d.Dated()
	case *council.Workshop:
		on = d.Start
	}
	if on = cmp.Or(common.PublishOn.Date, on); on.IsDay() && on.First() <= s.on.First() {
		e.published = timestamp(on, p.zone) // a session to come was not published on its day
	}
	language := cmp.Or(string(common.Lang), p.Words.Language)
	if language != p.language() {
		e.language = language
	}
	e.title, e.summary = markdown.Typography(e.title, language), markdown.Typography(e.summary, language)
	for _, member := range s.authors {
		e.authors = append(e.authors, author{p.name(member.Name), p.Addresses.Absolute(p.Addresses.Of(member))})
	}
	e.categories = append(e.categories, category{
		collection, p.Addresses.Absolute(p.Addresses.Home()), p.name(p.Words.Say("pages.sections." + collection)),
	})
	for _, theme := range s.themes {
		e.categories = append(e.categories, category{
			theme.Key(), p.Addresses.Absolute(p.Addresses.Section("themes")), p.name(theme.Name),
		})
	}
	return e
}

// gone are the documents that were withdrawn last, or whose time is over, in a
// feed that takes in their collection. What was erased leaves nothing.
func (p *press) gone(c *council.Council, feed site.Feed) []tombstone {
	var gone []tombstone
	for i := range c.Withdrawals {
		w := &c.Withdrawals[i]
		collection, id := string(w.Of), string(w.ID)
		if w.Erase || w.On.IsZero() || !feed.Tells(collection) || c.Lookup(collection, id) != nil {
			continue
		}
		gone = append(gone, tombstone{
			id:   p.Addresses.Absolute(p.places().Document(collection, id)),
			when: timestamp(w.On, p.zone),
		})
	}
	slices.SortFunc(gone, func(a, b tombstone) int {
		return cmp.Or(cmp.Compare(b.when, a.when), cmp.Compare(a.id, b.id))
	})
	return gone[:min(newest, len(gone))]
}
