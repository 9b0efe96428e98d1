package search

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/phrase"
	"greffe/generator/site"
	"greffe/generator/words"
)

// A key names what a search may find: an entity that has a page, a translation
// of it that has one too, or a section of the site.
type key struct {
	collection, id string
	language       council.Language // of a translation
}

// sectionsOf is the collection of the sections, which are no entities.
const sectionsOf = "sections"

// named are the collections whose entries have a name, not a title: who asks
// for that name asks for them first.
var named = []string{"members", "organisations", "bodies", "themes", "axes", "series", sectionsOf}

// documents lists what a search may find from the oldest to the newest. What
// has no date comes before.
func documents(b *site.Brief, c *council.Council) []key {
	type dated struct {
		key
		on council.Day
	}
	var all []dated
	add := func(entity council.Entity) {
		if b.Addresses.Of(entity) != "" {
			all = append(all, dated{key{collection: entity.Collection(), id: entity.Key()}, dateOf(entity).First()})
		}
	}
	for _, section := range council.Sections() {
		all = append(all, dated{key{collection: sectionsOf, id: section}, council.Date{}.First()})
	}
	each(&c.Organisations, add)
	each(&c.Bodies, add)
	each(&c.Themes, add)
	each(&c.Axes, add)
	each(&c.Series, add)
	for document := range c.Everything() {
		add(document)
		for i := range b.Editions {
			if b.Editions[i].Address(document) != "" {
				all = append(all, dated{key{document.Collection(), document.Key(), b.Editions[i].Language}, dateOf(document).First()})
			}
		}
	}
	slices.SortFunc(all, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.on, b.on), cmp.Compare(a.collection, b.collection), cmp.Compare(a.id, b.id), cmp.Compare(a.language, b.language))
	})
	keys := make([]key, len(all))
	for i := range all {
		keys[i] = all[i].key
	}
	return keys
}

func each[T any](of *council.Collection[T], visit func(council.Entity)) {
	for item := range of.All() {
		visit(any(item).(council.Entity))
	}
}

// dateOf is the date under which people know an entity, empty if there is none.
func dateOf(entity council.Entity) council.Date {
	switch e := entity.(type) {
	case *council.Session:
		return e.Start.Date
	case *council.Opinion:
		return e.AdoptedOn
	case *council.Workshop:
		return e.Start
	case *council.News:
		return e.Date.Date
	case *council.Document:
		return e.Dated()
	}
	return council.Date{}
}

// A told document is what the script shows of it, and all the words by which
// it is found.
type told struct {
	Address  string   `json:"address"`
	Title    string   `json:"title"`
	What     string   `json:"what"` // kind, number and date
	Language string   `json:"language,omitempty"`
	Summary  string   `json:"summary,omitempty"`
	Text     []string `json:"text,omitempty"` // its paragraphs

	named    bool
	headings []string // they stand in the text too
}

// tell says what a search shows of a key; nil if it is not there any more. All
// of it is on the page that it leads to.
func tell(b *site.Brief, c *council.Council, of key) *told {
	t := &told{named: slices.Contains(named, of.collection)}
	if of.collection == sectionsOf {
		t.Address = b.Addresses.Section(of.id)
		t.Title = b.Words.Say("pages.sections." + of.id)
		t.What = b.Words.Say("search.what.sections")
		return t.set(b.Words.Language)
	}
	entity := c.Lookup(of.collection, of.id)
	if entity == nil {
		return nil
	}
	t.Address = b.Addresses.Of(entity)
	if of.language != "" {
		return t.translation(b, c, entity, of.language)
	}
	t.Title = entity.Label()
	t.What = what(b.Words, entity)
	language := b.Words.Language
	switch e := entity.(type) {
	case council.Documented:
		if own := string(e.Common().Lang); own != "" && own != language {
			language, t.Language = own, own
		}
		t.header(e)
		t.relations(b, c, e)
		t.set(language).body(c, e)
		return t
	case *council.Organisation:
		t.Summary = e.ShortName
		for _, other := range e.AltNames {
			t.Text = append(t.Text, other.Name)
		}
	case *council.Body:
		t.Summary = e.Description
	case *council.Theme:
		t.Summary = e.Description
	case *council.Axis:
		t.Summary = e.Description
	case *council.Series:
		t.Summary = e.Description
	}
	return t.set(language)
}

// translation takes what a translation has of its own; the rest is found in the
// original.
func (t *told) translation(b *site.Brief, c *council.Council, original council.Entity, language council.Language) *told {
	document, ok := original.(council.Documented)
	if !ok || document.Common().Translation(language) == nil {
		return nil
	}
	for i := range b.Editions {
		if b.Editions[i].Language == language {
			t.Address = b.Editions[i].Address(document)
			document = council.Translated(document, document.Common().Translation(language))
			t.What = what(b.Editions[i].Words, document)
		}
	}
	t.Title, t.Summary, t.Language = document.Label(), summaryOf(document), string(language)
	t.set(t.Language).body(c, document)
	return t
}

// summaryOf is what a document says of itself in short, in plain words if it
// has some.
func summaryOf(document council.Documented) string {
	if news, ok := document.(*council.News); ok && news.Standfirst != "" {
		return news.Standfirst
	}
	return cmp.Or(document.Common().PlainSummary, document.Common().Summary)
}

// header takes the public texts of a document's front matter.
func (t *told) header(document council.Documented) {
	t.Summary = summaryOf(document)
	council.EachText(document, func(text string, path func() string) {
		switch where := path(); {
		case text == t.Title, text == t.Summary, where == "number":
		case strings.HasPrefix(where, "image."): // a portrait is shown with consent only
		default:
			t.Text = append(t.Text, text)
		}
	})
}

// relations takes the names of the themes that a document bears and of the
// people whose work it is: who looks for a theme or a person wants these too.
func (t *told) relations(b *site.Brief, c *council.Council, document council.Documented) {
	add := func(field string, names []string) {
		if len(names) > 0 {
			t.Text = append(t.Text, b.Words.Say("search.relation", "field", b.Words.Say("fields."+field+".title"), "names", strings.Join(names, ", ")))
		}
	}
	add("entry.themes", names(c.Themes.Some(document.Common().Themes)))
	switch d := document.(type) {
	case *council.Opinion:
		add("opinion.rapporteurs", names(c.Members.Some(d.Rapporteurs)))
	case *council.Workshop:
		add("workshop.lead", names(c.Members.Some([]council.Ref[council.Member]{d.Lead})))
		add("workshop.members", names(c.Members.Some(d.Members)))
	}
}

func names[T any](entities []*T) []string {
	var all []string
	for _, entity := range entities {
		all = append(all, any(entity).(council.Entity).Label())
	}
	return all
}

// body takes the text below it, which has its typography already.
func (t *told) body(c *council.Council, document council.Documented) {
	text := c.Text(document)
	if text == nil {
		return
	}
	for i := range text.Headings {
		t.headings = append(t.headings, text.Headings[i].Text)
	}
	if plain := text.Plain(); plain != "" {
		t.Text = append(t.Text, strings.Split(plain, "\n")...)
	}
}

// set gives every text so far the typography of its language, on one line.
func (t *told) set(language string) *told {
	line := func(text string) string {
		return markdown.Typography(strings.Join(strings.Fields(text), " "), language)
	}
	t.Title, t.What, t.Summary = line(t.Title), line(t.What), line(t.Summary)
	for i := range t.Text {
		t.Text[i] = line(t.Text[i])
	}
	return t
}

// what says what an entity is, with its number and its date if it has any.
func what(catalogue *words.Catalogue, entity council.Entity) string {
	kind, number := catalogue.Say("search.what."+entity.Collection()), ""
	choice := func(list string, word any) string { return catalogue.Say(fmt.Sprint("choices.", list, ".", word)) }
	switch e := entity.(type) {
	case *council.Session:
		kind, number = choice("session-kind", e.Kind), e.Number
	case *council.Opinion:
		kind, number = choice("opinion-kind", e.Kind), e.Number
	case *council.News:
		kind = choice("news-kind", e.Kind)
	case *council.Document:
		kind, number = choice("document-kind", e.Kind), e.Number
	case *council.Member:
		if e.Profession != "" {
			kind += ", " + e.Profession
		}
	}
	if number != "" {
		kind = catalogue.Say("pages.numbered", "what", kind, "number", number)
	}
	if date := dateOf(entity); !date.IsZero() {
		kind += ", " + phrase.Speaker{Catalogue: catalogue}.Date(date)
	}
	return kind
}
