package page

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Sitemap leads to everything. A site of more than two hundred documents lists
// its sections and their years, a smaller one every document.
type Sitemap struct {
	Parts []SitemapPart
	Pages []*council.Page
}

// A SitemapPart is several sections that belong together.
type SitemapPart struct {
	Name     string // of its heading
	Sections []SitemapSection
}

// A SitemapSection is a section with what stands in it.
type SitemapSection struct {
	Name      string
	Documents []council.Entity
	Years     []FacetLink
}

// manyDocuments is how many a page can list and still be read.
const manyDocuments = 200

var sitemapParts = []struct {
	name     string
	sections []string
}{
	{"council", []string{"composition", "members", "organisations", "conformity", "timeline"}},
	{"work", []string{"sessions", "workshops", "opinions", "recommendations", "themes", "axes", "series", "figures"}},
	{"publications", []string{"news", "documents", "glossary", "data"}},
	{"site", []string{"search", "sitemap", "accessibility", "legal", "privacy", "ecodesign"}},
}

func sitemapPages(p *Publisher) []site.File {
	return []site.File{p.page("sitemap", p.Addresses.Section("sitemap"), "", func(v *View) bool {
		v.Section, v.Title = "sitemap", v.SectionTitle("sitemap")
		v.Description = v.described("sitemap.intro")
		page := &Sitemap{Pages: slices.Collect(v.Council.Pages.All())}
		many := v.Members.Len()+v.Sessions.Len()+v.Workshops.Len()+v.Opinions.Len()+v.Council.News.Len()+v.Documents.Len() > manyDocuments
		years := map[string][]FacetLinks{
			"sessions":  sessions.links(v, sessions.shelves(p), nil),
			"opinions":  opinions.links(v, opinions.shelves(p), nil),
			"news":      news.links(v, news.shelves(p), nil),
			"documents": documents.links(v, documents.shelves(p), nil),
		}
		for _, part := range sitemapParts {
			sections := make([]SitemapSection, len(part.sections))
			for i, name := range part.sections {
				sections[i].Name = name
				if !many {
					sections[i].Documents = v.documentsOf(name)
				} else if facets := only(years[name], "year"); len(facets) > 0 {
					sections[i].Years = facets[0].Links
				}
			}
			page.Parts = append(page.Parts, SitemapPart{part.name, sections})
		}
		v.Page = page
		return true
	})}
}

// documentsOf are the entities that have their pages in a section.
func (v *View) documentsOf(section string) []council.Entity {
	collection := section
	if section == "composition" {
		collection = "bodies"
	}
	var found []council.Entity
	for _, id := range v.IDs(collection) {
		found = append(found, v.Lookup(collection, id))
	}
	return found
}
