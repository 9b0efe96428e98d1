package page

import (
	"cmp"
	"iter"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// sectionLists are those of all sections, in the order of the site map.
var sectionLists = []func(*Publisher) site.Part{
	members.part, sessions.part, workshops.part, opinions.part, recommendations.part,
	news.part, documents.part, themes.part, axes.part, series.part, organisations.part,
}

var sessions = &listing[*council.Session]{
	section: "sessions",
	source:  collection(func(c *council.Council) *council.Collection[council.Session] { return &c.Sessions }),
	group:   years(func(s *council.Session) int16 { return s.Start.Year }),
	facets: []facet[*council.Session]{
		byYear(func(s *council.Session) int16 { return s.Start.Year }),
		byWord("kind", "session-kind", func(s *council.Session) council.SessionKind { return s.Kind }),
		byEntry("body", bodies, func(c *council.Council, s *council.Session, add func(council.Ref[council.Body])) {
			add(cmp.Or(s.OfBody, wholeCouncil(c)))
		}),
	},
}

var workshops = &listing[*council.Workshop]{
	section: "workshops",
	source:  collection(func(c *council.Council) *council.Collection[council.Workshop] { return &c.Workshops }),
	group:   years(func(w *council.Workshop) int16 { return w.Start.Year }),
	facets: []facet[*council.Workshop]{
		byWord("status", "workshop-status", func(w *council.Workshop) council.WorkshopStatus { return w.Status }),
		byTheme(func(w *council.Workshop) *council.Entry { return &w.Entry }),
	},
}

var opinions = &listing[*council.Opinion]{
	section: "opinions",
	source:  collection(func(c *council.Council) *council.Collection[council.Opinion] { return &c.Opinions }),
	group:   years(func(o *council.Opinion) int16 { return o.AdoptedOn.Year }),
	facets: []facet[*council.Opinion]{
		byYear(func(o *council.Opinion) int16 { return o.AdoptedOn.Year }),
		byWord("kind", "opinion-kind", func(o *council.Opinion) council.OpinionKind { return o.Kind }),
		byTheme(func(o *council.Opinion) *council.Entry { return &o.Entry }),
		byWord("status", "opinion-status", func(o *council.Opinion) council.OpinionStatus { return o.Status }),
	},
}

var news = &listing[*council.News]{
	section: "news",
	source:  collection(func(c *council.Council) *council.Collection[council.News] { return &c.News }),
	group:   years(func(n *council.News) int16 { return n.Date.Year }),
	facets: []facet[*council.News]{
		byYear(func(n *council.News) int16 { return n.Date.Year }),
		byWord("kind", "news-kind", func(n *council.News) council.NewsKind { return n.Kind }),
	},
}

var documents = &listing[*council.Document]{
	section: "documents",
	source:  collection(func(c *council.Council) *council.Collection[council.Document] { return &c.Documents }),
	group:   years(func(d *council.Document) int16 { return d.Dated().Year }),
	facets: []facet[*council.Document]{
		byYear(func(d *council.Document) int16 { return d.Dated().Year }),
		byWord("kind", "document-kind", func(d *council.Document) council.DocumentKind { return d.Kind }),
	},
}

var themes = &listing[*council.Theme]{
	section: "themes",
	source:  collection(func(c *council.Council) *council.Collection[council.Theme] { return &c.Themes }),
}

var axes = &listing[*council.Axis]{
	section: "axes",
	source:  collection(func(c *council.Council) *council.Collection[council.Axis] { return &c.Axes }),
}

var series = &listing[*council.Series]{
	section: "series",
	source:  collection(func(c *council.Council) *council.Collection[council.Series] { return &c.Series }),
}

// organisations are set by type, then by name.
var organisations = &listing[*council.Organisation]{
	section: "organisations",
	source:  collection(func(c *council.Council) *council.Collection[council.Organisation] { return &c.Organisations }),
	compare: func(a, b *council.Organisation) int {
		return strings.Compare(council.Fold(a.Name), council.Fold(b.Name))
	},
	group: grouping[*council.Organisation]{
		of:    func(_ *council.Council, o *council.Organisation, _ *shelf) string { return string(o.Type) },
		title: func(v *View, group string) string { return v.T("list.organisations.groups." + group) },
		order: council.OrganisationType("").Words(),
	},
}

// recommendations are the register: the whole follow-up.
var recommendations = &listing[council.FollowedUp]{
	section: "recommendations",
	source: source[council.FollowedUp]{
		all:  func(c *council.Council) iter.Seq[council.FollowedUp] { return c.FollowUp() },
		find: findRecommendation,
		key:  council.FollowedUp.Key,
	},
	group: years(func(f council.FollowedUp) int16 { return f.Opinion.AdoptedOn.Year }),
	facets: []facet[council.FollowedUp]{
		byWord("state", "recommendation-status", func(f council.FollowedUp) council.RecommendationStatus { return f.State() }),
		lateOnes,
		byEntry("addressee", func(c *council.Council) *council.Collection[council.Organisation] { return &c.Organisations },
			func(_ *council.Council, f council.FollowedUp, add func(council.Ref[council.Organisation])) {
				add(f.Addressee)
			}),
	},
}

func findRecommendation(c *council.Council, key string) (council.FollowedUp, bool) {
	id, part, _ := strings.Cut(key, "/")
	opinion := c.Opinions.Find(council.Ref[council.Opinion](id))
	if opinion != nil {
		for i := range opinion.Recommendations {
			if string(opinion.Recommendations[i].ID) == part {
				return council.FollowedUp{Opinion: opinion, Recommendation: &opinion.Recommendations[i]}, true
			}
		}
	}
	return council.FollowedUp{}, false
}

const undated = "undated"

// years groups by calendar year. A list of one year needs no heading to say
// so.
func years[T any](year func(T) int16) grouping[T] {
	return grouping[T]{
		of: func(_ *council.Council, item T, on *shelf) string {
			if on.facet == "year" {
				return ""
			}
			if y := year(item); y != 0 {
				return digits(y)
			}
			return undated
		},
		title: func(v *View, group string) string {
			if group == undated {
				return v.T("list.undated")
			}
			return group
		},
	}
}

func byTheme[T any](entry func(T) *council.Entry) facet[T] {
	return byEntry("theme", func(c *council.Council) *council.Collection[council.Theme] { return &c.Themes },
		func(_ *council.Council, item T, add func(council.Ref[council.Theme])) {
			for _, theme := range entry(item).Themes {
				add(theme)
			}
		})
}

func bodies(c *council.Council) *council.Collection[council.Body] { return &c.Bodies }

// wholeCouncil is the body that stands for the council itself, if one is
// declared: the first of its type that is part of no other.
func wholeCouncil(c *council.Council) council.Ref[council.Body] {
	for body := range c.Bodies.All() {
		if body.OfType == "council" && body.Parent == "" {
			return council.Ref[council.Body](body.ID)
		}
	}
	return ""
}
