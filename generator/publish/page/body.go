package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// bodyPage is a body of the council and who sits in it today.
type bodyPage struct {
	*council.Body
	Parts    []*council.Body
	Roster   []council.Seat
	Sessions []group
}

func bodyPages(p *Publisher) site.Part {
	return eachOf(p, "body", "composition", &p.Council.Bodies, func(v *View, body *council.Body) {
		ref := council.Ref[council.Body](body.ID)
		page := &bodyPage{Body: body, Roster: v.Roster(ref, v.AsOf.First())}
		for part := range v.Bodies.All() {
			if part.Parent == ref {
				page.Parts = append(page.Parts, part)
			}
		}
		page.Sessions = groups(v.group("Sessions", "body.sessions", citing[council.Session](v, body, "body")))
		v.Page = page
		v.Title = v.T("pages.of_section", "title", v.Heading, "section", v.SectionTitle("composition"))
		v.Description = v.Text(oneLine(body.Description))
		if v.Description == "" {
			v.Description = v.T("pages.description", "title", body.Name, "council", v.Settings.Name)
		}
	})
}
