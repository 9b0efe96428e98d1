package page

import (
	"cmp"
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Home answers four questions: what this council is, what comes next, what it
// last advised, what came of it.
type Home struct {
	Calls    []*council.News    // those to which people may still answer
	Upcoming []*council.Session // the soonest first, called off ones too
	Opinions []*council.Opinion
	States   []FacetLink // recommendations by state
	Late     *FacetLink  // those that are late, whatever their state; nil if none is
	Moves    []Move      // the latest steps of the follow-up
	News     []*council.News
	Axes     []*council.Axis
}

// A Move is a step of the follow-up of a recommendation.
type Move struct {
	council.FollowedUp
	*council.Update
}

// few is how many of each thing the home page shows.
const few = 3

func homePages(p *Publisher) []site.File {
	return []site.File{p.page("home", p.Addresses.Home(), "", func(v *View) bool {
		v.Title = v.Text(v.Settings.Name)
		v.Description = v.Text(v.Settings.Mission)
		v.Alternates = append(v.feeds(site.Feed{}, v.SiteName()), v.feeds(site.Feed{Collection: "sessions"}, v.SectionTitle("sessions"))...)
		v.Versions = v.versions(p.Homes())
		states, late := v.followUpLinks()
		v.Page = &Home{
			Calls:    v.openCalls(),
			Upcoming: v.upcoming(),
			Opinions: slices.Collect(first(v.Opinions.All(), few)),
			States:   states,
			Late:     late,
			Moves:    v.moves(),
			News:     slices.Collect(first(v.Council.News.All(), few)),
			Axes:     slices.Collect(v.Axes.All()),
		}
		return true
	})}
}

func (v *View) openCalls() []*council.News {
	var open []*council.News
	for item := range v.Council.News.All() {
		if item.Call != nil && item.Call.Open(v.AsOf) && !item.Call.ClosesOn.IsZero() {
			open = append(open, item)
		}
	}
	return open
}

// upcoming are the next sessions. One that was called off stands there too until
// its day has gone by: somebody may have noted it.
func (v *View) upcoming() []*council.Session {
	var next []*council.Session
	for session := range v.Sessions.All() {
		if session.Status != council.Held && !session.Start.Over(v.AsOf) {
			next = append(next, session)
		}
	}
	slices.Reverse(next)
	planned := 0
	for i, session := range next {
		if session.Status == council.Planned {
			planned++
		}
		if planned == few {
			return next[:i+1]
		}
	}
	return next
}

func (v *View) moves() []Move {
	var moves []Move
	for f := range v.FollowUp() {
		for i := range f.Updates {
			moves = append(moves, Move{f, &f.Updates[i]})
		}
	}
	slices.SortStableFunc(moves, func(a, b Move) int { return cmp.Compare(b.On.First(), a.On.First()) })
	return moves[:min(few, len(moves))]
}

// followUpLinks lead to the parts of the register, with their counts.
func (v *View) followUpLinks() (states []FacetLink, late *FacetLink) {
	for _, facet := range recommendations.links(v, recommendations.shelves(v.publisher), nil) {
		switch facet.Name {
		case "state":
			states = facet.Links
		case "late":
			late = &facet.Links[0]
		}
	}
	return states, late
}
