package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// opinionPage is a text that the council adopted: what it says, what it asks of
// whom, and what came of it.
type opinionPage struct {
	*council.Opinion
	Superseded []*council.Opinion // the texts that took its place
	Hearings   []hearing
	Groups     []group
}

func opinionPages(p *Publisher) site.Part {
	return eachOf(p, "opinion", "opinions", &p.Council.Opinions, func(v *View, opinion *council.Opinion) {
		page := &opinionPage{Opinion: opinion}
		page.Superseded = council.Citing[council.Opinion](v.Council, opinion, "supersedes")
		page.Hearings = v.hearings(opinion, func(h *council.Hearing) bool { return string(h.Opinion) == opinion.ID })
		page.Groups = groups(
			v.group("Workshops", "opinion.workshops", entities(v.Council.Workshops.Some(opinion.Workshops))),
			v.group("Agendas", "opinion.agendas", citing[council.Session](v, opinion, "agenda")),
		)
		v.Page = page
		if opinion.Number != "" {
			v.Title = v.T("pages.titled", "name", v.OpinionName(opinion), "title", v.Heading)
		} else {
			v.dated(opinion.AdoptedOn)
		}
		if v.Description == "" {
			v.Description = v.T("opinion.description", "name", v.OpinionName(opinion), "council", v.Settings.Name)
		}
	})
}

// Ask is a recommendation on its opinion's page.
func (p *opinionPage) Ask(r *council.Recommendation) council.FollowedUp {
	return council.FollowedUp{Opinion: p.Opinion, Recommendation: r}
}
