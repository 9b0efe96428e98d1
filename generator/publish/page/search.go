package page

import "greffe/generator/site"

// Search is how to find something without a script: indexes by letter, by theme,
// by year and by kind, and the members, whose pages bring together all that each
// took part in. Its form needs the script, which shows it.
type Search struct{ Indexes []Index }

// An Index leads into the lists of a section.
type Index struct {
	Section string
	Facets  []FacetLinks
}

func searchPages(p *Publisher) []site.File {
	return []site.File{p.page("search", p.Addresses.Section("search"), "", func(v *View) bool {
		v.Section, v.Title = "search", v.SectionTitle("search")
		v.Description = v.T("search.intro")
		page := &Search{}
		for _, index := range []Index{
			{"members", only(members.links(v, members.shelves(p), nil), "letter")},
			{"opinions", only(opinions.links(v, opinions.shelves(p), nil), "theme", "year", "kind")},
			{"sessions", only(sessions.links(v, sessions.shelves(p), nil), "year", "kind")},
			{"workshops", only(workshops.links(v, workshops.shelves(p), nil), "theme")},
			{"news", only(news.links(v, news.shelves(p), nil), "year", "kind")},
			{"documents", only(documents.links(v, documents.shelves(p), nil), "kind", "year")},
		} {
			if len(index.Facets) > 0 {
				page.Indexes = append(page.Indexes, index)
			}
		}
		v.Page = page
		return true
	})}
}

// only keeps the facets of some names.
func only(facets []FacetLinks, names ...string) []FacetLinks {
	var kept []FacetLinks
	for _, name := range names {
		for _, facet := range facets {
			if facet.Name == name {
				kept = append(kept, facet)
			}
		}
	}
	return kept
}
