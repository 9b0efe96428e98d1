package page

import (
	"html/template"
	"regexp"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/site"
)

// opinionPage is a text that the council adopted: what it says, what it asks of
// whom, and what came of it.
type opinionPage struct {
	*council.Opinion
	Superseded []*council.Opinion // the texts that took its place
	Hearings   []hearing
	Related    []council.Entity // the workshops that prepared it, the sessions that examined it
}

func opinionPages(p *Publisher) site.Part {
	return eachOf(p, "opinion", "opinions", &p.Council.Opinions, func(v *View, opinion *council.Opinion) {
		page := &opinionPage{Opinion: opinion}
		page.Superseded = council.Citing[council.Opinion](v.Council, opinion, "supersedes")
		page.Hearings = v.hearings(opinion, func(h *council.Hearing) bool { return string(h.Opinion) == opinion.ID })
		page.Related = append(entities(v.Council.Workshops.Some(opinion.Workshops)), citing[council.Session](v, opinion, "agenda")...)
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

// NumberOf is how people call the recommendation at a place of the list: "r4" is
// the fourth even where the third is gone, since that is how it was cited. Ids
// of other forms are numbered by their place.
func (p *opinionPage) NumberOf(i int) string {
	for j := range p.Recommendations {
		if !numbered.MatchString(string(p.Recommendations[j].ID)) {
			return strconv.Itoa(i + 1)
		}
	}
	return string(p.Recommendations[i].ID[1:])
}

var numbered = regexp.MustCompile(`^r[1-9][0-9]*$`)

// Referred says in a line what made the council examine a question; nothing if
// it is not known.
func (v *View) Referred(referral *council.Referral) template.HTML {
	if referral == nil {
		return ""
	}
	reference := ""
	if referral.Reference != "" {
		reference = v.T("opinion.reference", "reference", referral.Reference)
	}
	return v.Join(v.Show(referral.Origin), v.Show(referral.By), v.On(referral.On), reference)
}

// Citation is how to cite an opinion, with its lasting address.
func (v *View) Citation(opinion *council.Opinion) template.HTML {
	key := "opinion.citation"
	if opinion.AdoptedOn.IsZero() {
		key += "_undated"
	}
	said := v.Say(key, "council", v.Settings.Name, "title", opinion.Title, "name", v.OpinionName(opinion), "on", v.Date(opinion.AdoptedOn))
	if address := v.Canonical(); address != "" {
		said += ` <span class="address">` + safe(escape(address)) + `</span>`
	}
	return said
}

// Ask is a recommendation on its opinion's page.
func (p *opinionPage) Ask(r *council.Recommendation) council.FollowedUp {
	return council.FollowedUp{Opinion: p.Opinion, Recommendation: r}
}
