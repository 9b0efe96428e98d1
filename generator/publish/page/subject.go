package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// subjectPage is a theme, an axis or a series: everything that bears it.
type subjectPage struct {
	Explained string // its description
	Groups    []group
}

func themePages(p *Publisher) site.Part {
	return eachOf(p, "subject", "themes", &p.Council.Themes, func(v *View, theme *council.Theme) {
		v.subject(theme, theme.Description, "themes")
	})
}

func axisPages(p *Publisher) site.Part {
	return eachOf(p, "subject", "axes", &p.Council.Axes, func(v *View, axis *council.Axis) {
		v.subject(axis, axis.Description, "axes")
	})
}

func seriesPages(p *Publisher) site.Part {
	return eachOf(p, "subject", "series", &p.Council.Series, func(v *View, series *council.Series) {
		v.subject(series, series.Description, "series")
	})
}

// subject fills the page of an entity that documents name under a key.
func (v *View) subject(entity council.Entity, description, key string) {
	opinions := v.group("Opinions", "pages.sections.opinions", citing[council.Opinion](v, entity, key))
	workshops := v.group("Workshops", "pages.sections.workshops", citing[council.Workshop](v, entity, key))
	if key == "themes" { // the lists of these two are narrowed by theme
		opinions, workshops = opinions.among(v, "theme", entity), workshops.among(v, "theme", entity)
	}
	v.Page = &subjectPage{
		Explained: description,
		Groups: groups(
			opinions, workshops,
			v.group("Sessions", "pages.sections.sessions", citing[council.Session](v, entity, key)),
			v.group("News", "pages.sections.news", citing[council.News](v, entity, key)),
			v.group("Documents", "pages.sections.documents", citing[council.Document](v, entity, key)),
			v.group("Members", "pages.sections.members", citing[council.Member](v, entity, key)),
			v.group("Pages", "pages.free", citing[council.Page](v, entity, key)),
		),
	}
	v.Title = v.T("pages.of_section", "title", v.Heading, "section", v.SectionTitle(v.Section))
	v.Description = v.Text(oneLine(description))
	if v.Description == "" {
		v.Description = v.T("pages.description", "title", entity.Label(), "council", v.Settings.Name)
	}
}
