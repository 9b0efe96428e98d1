package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// workshopPage is a group at work: who, since when, whom it heard, what fed it
// and what came out of it.
type workshopPage struct {
	*council.Workshop
	Hearings []hearing
	Groups   []group
}

func workshopPages(p *Publisher) site.Part {
	return eachOf(p, "workshop", "workshops", &p.Council.Workshops, func(v *View, workshop *council.Workshop) {
		// A workshop is often called after a page of the site: "Accessibilité".
		v.Title = v.T("pages.of_section", "title", v.Heading, "section", v.SectionTitle("workshops"))
		page := &workshopPage{Workshop: workshop}
		for i := range workshop.Hearings {
			page.Hearings = append(page.Hearings, hearing{&workshop.Hearings[i], nil, v.Opinions.Find(workshop.Hearings[i].Opinion)})
		}
		page.Groups = groups(
			v.group("Opinions", "workshop.opinions", citing[council.Opinion](v, workshop, "workshops")),
			v.group("Sessions", "workshop.sessions", entities(v.Council.Sessions.Some(workshop.Sessions))),
		)
		v.Page = page
		if v.Description == "" {
			v.Description = v.T("workshop.description", "title", workshop.Title, "council", v.Settings.Name)
		}
	})
}
