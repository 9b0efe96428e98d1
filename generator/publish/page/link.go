package page

import (
	"html/template"
	"reflect"

	"greffe/generator/council"
)

// Href is the address of an entity, or of a section by its name.
func (v *View) Href(of any) string {
	switch of := of.(type) {
	case council.FollowedUp:
		return v.publisher.Addresses.Recommendation(of)
	case council.Entity:
		return v.publisher.addressOf(of)
	case string:
		return v.publisher.Addresses.Section(of)
	}
	return ""
}

// Home is the address of the home page.
func (v *View) Home() string { return v.publisher.places().Home() }

// Absolute is an address with its scheme and host.
func (v *View) Absolute(address string) string { return v.publisher.Addresses.Absolute(address) }

// Asset is the address of a file of the site's own, with its content in its
// name so that browsers may keep it for ever.
func (v *View) Asset(name string) string { return v.publisher.asset(name) }

// Link is an entity's name as a link to its page; nothing if it is nil, the
// name alone if it has no page.
func (v *View) Link(entity council.Entity) template.HTML {
	if isNil(entity) {
		return ""
	}
	if made, ok := v.publisher.links.Load(entity); ok {
		return made.(template.HTML)
	}
	made := v.linkWith(v.languageOver(entity), v.Href(entity), v.entityLabel(entity))
	v.publisher.links.Store(entity, made)
	return made
}

func (v *View) linkTo(href, text string) template.HTML { return v.linkWith("", href, text) }

// linkWith is a link that has attributes of its own, escaped already.
func (v *View) linkWith(attributes, href, text string) template.HTML {
	if href == "" {
		return safe(escape(text))
	}
	return safe(`<a href="` + escape(href) + `"` + attributes + `>` + escape(text) + `</a>`)
}

// To is a link to an entity with words of the page's own.
func (v *View) To(entity council.Entity, text string) template.HTML {
	if isNil(entity) {
		return ""
	}
	return v.linkTo(v.Href(entity), text)
}

// Item is an entity in a list: a link to it, then what it is and its date.
func (v *View) Item(entity council.Entity) template.HTML {
	if isNil(entity) {
		return ""
	}
	if made, ok := v.publisher.items.Load(entity); ok {
		return made.(template.HTML)
	}
	made := v.Link(entity)
	if what := v.what(entity); what != "" {
		made += ` <span class="what">` + what + `</span>`
	}
	v.publisher.items.Store(entity, made)
	return made
}

// Links and Items are [View.Link] and [View.Item] of each entity of a list, as
// the items of an HTML list.
func (v *View) Links(entities any) template.HTML { return v.itemsOf(entities, v.Link) }
func (v *View) Items(entities any) template.HTML { return v.itemsOf(entities, v.Item) }

func (v *View) itemsOf(entities any, item func(council.Entity) template.HTML) template.HTML {
	items := v.publisher.buffer()
	defer v.publisher.buffers.Put(items)
	list := reflect.ValueOf(entities)
	for i := range list.Len() {
		items.WriteString("<li>")
		items.WriteString(string(item(list.Index(i).Interface().(council.Entity))))
		items.WriteString("</li>")
	}
	return safe(items.Bytes())
}

// what says in a few words what an entity is and of when.
func (v *View) what(entity council.Entity) template.HTML {
	say := func(kind string, date template.HTML) template.HTML {
		switch {
		case kind == "":
			return date
		case date == "":
			return safe(escape(kind))
		}
		return safe(escape(kind)) + ", " + date
	}
	switch e := entity.(type) {
	case *council.Session:
		return say(v.Word(e.Kind), v.Date(e.Start.Date))
	case *council.Opinion:
		if e.Status != "adopted" { // or the list would seem to say so
			return say(v.OpinionName(e)+", "+v.Became(e), v.dateIfAny(e.AdoptedOn))
		}
		return say(v.OpinionName(e), v.dateIfAny(e.AdoptedOn))
	case *council.Workshop:
		return say(v.Word(e.Status), "")
	case *council.News:
		return say(v.Word(e.Kind), v.Date(e.Date.Date))
	case *council.Document:
		return say(v.Word(e.Kind), v.dateIfAny(e.Dated()))
	case *council.Organisation:
		return say(v.Word(e.Type), "")
	}
	return ""
}

func (v *View) dateIfAny(date council.Date) template.HTML {
	if date.IsZero() {
		return ""
	}
	return v.Date(date)
}

// OpinionName is how an opinion is called without its title: "Avis n° 2024-01".
func (v *View) OpinionName(opinion *council.Opinion) string {
	return v.Numbered(v.Word(opinion.Kind), opinion.Number)
}

// Became is the status of an opinion, in words that agree with a motion as well
// as with a report.
func (v *View) Became(opinion *council.Opinion) string {
	return v.T("list.opinions.status", "state", v.Word(opinion.Status))
}

// Numbered is what something is, with its number if it has one.
func (v *View) Numbered(what, number string) string {
	if number == "" {
		return v.Upper(what)
	}
	return v.T("pages.numbered", "what", v.Upper(what), "number", number)
}
