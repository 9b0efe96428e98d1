package page

import (
	"html/template"
	"slices"

	"greffe/generator/site"
)

// A List is a page of a listing.
type List struct {
	Section string
	Intro   string
	Count   string // how many items, in words
	Facets  []FacetLinks
	All     *FacetLink // back to the whole list, nil where this is it
	Groups  []Group
	Paging  *Paging
	Table   string // of the open data that has the same facts, "" if none has

	address string // of the whole list, when it takes several pages
}

// inSight are the facets that stand open: how far recommendations have come is
// what people look for. The others wait to be unfolded.
var inSight = []string{"state", "late"}

func (l *List) InSight() []FacetLinks { return only(l.Facets, inSight...) }

func (l *List) Folded() []FacetLinks {
	return slices.DeleteFunc(slices.Clone(l.Facets), func(f FacetLinks) bool { return slices.Contains(inSight, f.Name) })
}

// Filters are the facets of a list as links, the same on each of its pages.
func (v *View) Filters(list *List) (template.HTML, error) {
	return v.fragment("facets", list.address, func(v *View) any { return v.With(list) })
}

// A Group is what stands under one heading of a list. The layout asks for the
// card of each item.
type Group struct {
	Title string
	Items []any
}

// FacetLinks are the values of one facet.
type FacetLinks struct {
	Name, Title string
	Links       []FacetLink
}

// A FacetLink leads to a narrowed list and says how many items it has.
type FacetLink struct {
	Title, Address string
	Count          int
	Current        bool
}

func (l *listing[T]) fill(v *View, s *shelves, on *shelf, number, total int) {
	list := &List{
		Section: l.section,
		Count:   v.Counted("list."+l.section+".count", len(on.keys)),
		Facets:  l.links(v, s, on),
		Paging:  v.publisher.paging(on.address, number, total),
		Table:   v.tableOf(l.section),
		address: on.address,
	}
	v.Page = list
	v.Title = v.SectionTitle(l.section)
	if on.facet == "" {
		list.Intro = v.T("list." + l.section + ".intro")
		v.Section = l.section
	} else {
		v.In(l.section)
		v.Title = v.T("list."+l.section+".by."+on.facet, "value", l.label(v, on))
		list.All = &FacetLink{Title: v.T("list." + l.section + ".all"), Address: s.whole.address, Count: len(s.whole.keys)}
	}
	if number > 1 {
		v.Trail = append(v.Trail, Crumb{v.Title, on.address})
		v.Title = v.T("facets.page-title", "title", v.Title, "number", number, "total", total)
	}
	v.Description = v.T("facets.description", "title", v.Title, "count", list.Count, "council", v.Settings.Name)
	v.Alternates = v.feeds(site.Feed{Collection: l.section}, v.SectionTitle(l.section))
	list.Groups = l.groups(v, on, number)
}

// tableOf is the table of a section, which bears its name.
func (v *View) tableOf(section string) string {
	if slices.Contains(v.publisher.TableNames(), section) {
		return section
	}
	return ""
}

func (l *listing[T]) groups(v *View, on *shelf, number int) []Group {
	var groups []Group
	last := ""
	for _, key := range pageOf(on.keys, number, perPage) {
		item, ok := l.find(v.Council, key)
		if !ok {
			continue
		}
		name := ""
		if l.group.of != nil {
			name = l.group.of(v.Council, item, on)
		}
		if len(groups) == 0 || name != last {
			group := Group{}
			if name != "" {
				group.Title = l.group.title(v, name)
			}
			groups = append(groups, group)
			last = name
		}
		group := &groups[len(groups)-1]
		group.Items = append(group.Items, item)
	}
	return groups
}

func (l *listing[T]) links(v *View, s *shelves, current *shelf) []FacetLinks {
	for range l.all(v.Council) {
		break // the whole collection is what the page depends on
	}
	var facets []FacetLinks
	for i, f := range l.facets {
		links := FacetLinks{Name: f.name, Title: v.T("facets." + f.name + ".title")}
		for _, on := range s.facets[i] {
			links.Links = append(links.Links, FacetLink{f.label(v, on.value), on.address, len(on.keys), on == current})
		}
		if len(links.Links) > 0 {
			facets = append(facets, links)
		}
	}
	return facets
}

func (l *listing[T]) label(v *View, on *shelf) string {
	i := slices.IndexFunc(l.facets, func(f facet[T]) bool { return f.name == on.facet })
	return l.facets[i].label(v, on.value)
}
