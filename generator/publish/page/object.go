package page

import (
	"cmp"

	"greffe/generator/council"
	"greffe/generator/site"
)

// eachOf is a page for each entity of a collection. fill completes the view
// with what the entity's own layout shows; what all entities have is done here.
func eachOf[T any](p *Publisher, layout, section string, of *council.Collection[T], fill func(v *View, entity *T)) site.Part {
	collection := of.Name()
	pageOf := func(entity council.Entity) site.File {
		key, from := entity.Key(), ""
		if document, ok := entity.(council.Documented); ok {
			from = document.Common().File
			if t := document.Common().Translated; t != nil {
				from = t.File
			}
		}
		return p.page(layout, p.places().Of(entity), from, func(v *View) bool {
			entity := v.Lookup(collection, key)
			if isNil(entity) {
				return false
			}
			v.Versions = v.versions(p.original().Versions(entity))
			entity, ok := p.rendered(entity)
			if !ok {
				return false
			}
			if section != "" {
				v.In(section)
			}
			if document, ok := entity.(council.Documented); ok {
				v.render(document)
				v.describe(document.Common())
			}
			v.Title = v.Text(entity.Label())
			v.Heading = v.Title
			v.Data = p.Addresses.Data(entity)
			fill(v, any(entity).(*T))
			return true
		})
	}
	list := func() []site.File {
		var files []site.File
		for item := range of.All() {
			if entity, ok := p.rendered(any(item).(council.Entity)); ok {
				files = append(files, pageOf(entity))
			}
		}
		return files
	}
	return site.Finding(list, func(path string) (site.File, bool) {
		id, ok := p.places().Key(collection, path)
		item := of.Find(council.Ref[T](id))
		if !ok || item == nil {
			return site.File{}, false
		}
		entity, ok := p.rendered(any(item).(council.Entity))
		if !ok {
			return site.File{}, false
		}
		return pageOf(entity), true
	})
}

// describe tells the frame what it says of every document.
func (v *View) describe(entry *council.Entry) {
	v.Description = v.Text(cmp.Or(oneLine(entry.PlainSummary), oneLine(entry.Summary)))
	v.Published = entry.PublishOn
	v.Modified = entry.Modified(v.AsOf)
	if language := string(entry.Lang); language != v.SiteLanguage() {
		v.Language = language
	}
}

// dated makes a title that tells the page from others of the same name.
func (v *View) dated(date council.Date) {
	if !date.IsZero() {
		v.Title = v.T("pages.dated", "title", v.Heading, "date", v.DateText(date))
	}
}

// most is how many items a page shows of what cites its entity in one way.
const most = 50

// A group is a list of entities under a heading: what cites the page's entity
// in one way.
type group struct {
	ID    string // of the heading; begins with a capital
	Title string
	Items []council.Entity
	Count int   // of all of them, when Items are only the latest
	All   Crumb // where the others are
}

// groups keeps those that have items.
func groups(all ...group) []group {
	var found []group
	for _, g := range all {
		if len(g.Items) > 0 {
			found = append(found, g)
		}
	}
	return found
}

// group lists entities under the words of a key; only the latest if they are
// many, since the list of their section has the others.
func (v *View) group(id, key string, items []council.Entity) group {
	g := group{ID: id, Title: v.T(key), Items: items}
	if len(items) > most {
		section := items[0].Collection()
		g.Count, g.Items = len(items), items[:most]
		g.All = Crumb{v.SectionTitle(section), v.Href(section)}
	}
	return g
}

// among leads, from a group that was cut short, to the list of its section that
// is narrowed to the page's entity.
func (g group) among(v *View, facet string, entity council.Entity) group {
	if g.Count > 0 {
		g.All.Address += segmented(facet)(v.publisher.Words, entity.Key()) + "/"
		g.All.Title = v.T("pages.of_section", "title", g.All.Title, "section", v.Text(entity.Label()))
	}
	return g
}

// citing are the documents of type T that cite an entity at one of the paths.
func citing[T any](v *View, entity council.Entity, paths ...string) []council.Entity {
	return entities(council.Citing[T](v.Council, entity, paths...))
}

func entities[T any](items []*T) []council.Entity {
	list := make([]council.Entity, len(items))
	for i, item := range items {
		list[i] = any(item).(council.Entity)
	}
	return list
}
