package page

import (
	"html/template"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

// An edition is a publisher's part in another language ([site.Edition]): pages
// of what was translated, in the same layouts, with the words of that language
// around them. Sections, lists and data are in the site's language only, and
// links lead there.
type edition struct {
	*site.Edition
	site     *site.Brief
	sections map[string]bool // those of which the edition has documents
}

// editionFamilies are the kinds of pages that an edition has: one for each kind
// of document, as [eachOf] lists them, and its home.
var editionFamilies = []func(*Publisher) site.Part{
	memberPages, sessionPages, workshopPages, opinionPages, newsPages, documentPages, freePages,
	several(editionHome), several(gonePages), several(movedPages),
}

// editionParts are the pages of one edition. A publisher of its own makes them:
// what is made once for many pages is another thing in each language.
func editionParts(brief *site.Brief, of *site.Edition) ([]site.Part, error) {
	told := *brief
	told.Words = of.Words
	publisher, err := newPublisher(&told)
	if err != nil {
		return nil, err
	}
	publisher.edition = &edition{of, brief, make(map[string]bool)}
	for document := range brief.Council.Everything() {
		if of.Address(document) != "" {
			publisher.edition.sections[document.Collection()] = true
		}
	}
	var parts []site.Part
	for _, family := range editionFamilies {
		parts = append(parts, family(publisher))
	}
	return parts, nil
}

// places are the addresses at which this publisher lays its pages. In an edition
// they are not those of the rest of the site, to which most links lead.
func (p *Publisher) places() *site.Addresses {
	if p.edition != nil {
		return p.edition.Addresses
	}
	return p.Addresses
}

// original is the brief of the site in its own language.
func (p *Publisher) original() *site.Brief {
	if p.edition != nil {
		return p.edition.site
	}
	return p.Brief
}

// sectionAddress is where the documents of a section are listed: in an edition
// that has some, on its home page.
func (p *Publisher) sectionAddress(section string) string {
	if p.edition != nil && p.edition.sections[section] {
		return p.edition.Addresses.Home() + "#" + section
	}
	return p.Addresses.Section(section)
}

// addressOf is where an entity is best read from this publisher's pages: in the
// same edition if it was translated.
func (p *Publisher) addressOf(entity council.Entity) string {
	if p.edition != nil {
		if address := p.edition.Address(entity); address != "" {
			return address
		}
	}
	return p.Addresses.Of(entity)
}

// rendered is what this publisher shows of an entity: the entity itself, or in
// an edition its translation. It answers false for what the edition lacks.
func (p *Publisher) rendered(entity council.Entity) (council.Entity, bool) {
	if p.edition == nil {
		return entity, true
	}
	document, ok := entity.(council.Documented)
	if !ok {
		return nil, false
	}
	t := document.Common().Translation(p.edition.Language)
	if t == nil {
		return nil, false
	}
	return council.Translated(document, t), true
}

// EditionHome is the home page of an edition: the documents that were
// translated, by their sections.
type EditionHome struct{ Shelves []EditionShelf }

// An EditionShelf has the translated documents of a section.
type EditionShelf struct {
	Section   string
	Title     string
	Documents []council.Entity
}

func editionHome(p *Publisher) []site.File {
	return []site.File{p.page("edition", p.places().Home(), "", func(v *View) bool {
		v.Heading = v.T("languages.home.title", "council", v.Text(v.Settings.Name))
		v.Title = v.Heading
		v.Description = v.T("languages.home.description", "council", v.Settings.Name)
		for _, form := range []site.Form{site.Atom, site.JSONFeed} {
			v.Alternates = append(v.Alternates, Alternate{v.T("facets.feeds."+form.Name, "of", v.Heading), form.MediaType, v.Home() + form.File})
		}
		v.Versions = v.versions(p.edition.site.Homes())
		v.Page = &EditionHome{v.editionShelves()}
		return true
	})}
}

func (v *View) editionShelves() []EditionShelf {
	var shelves []EditionShelf
	for _, section := range council.Folders() {
		shelf := EditionShelf{Section: section, Title: v.T("pages.free")}
		if section != "pages" {
			shelf.Title = v.SectionTitle(section)
		}
		for _, id := range v.IDs(section) {
			if document, ok := v.publisher.rendered(v.Lookup(section, id)); ok {
				shelf.Documents = append(shelf.Documents, document)
			}
		}
		if len(shelf.Documents) > 0 {
			shelves = append(shelves, shelf)
		}
	}
	return shelves
}

// editionMenu leads to the shelves of the edition's home page.
func (v *View) editionMenu() []MenuEntry {
	var menu []MenuEntry
	for _, shelf := range v.editionShelves() {
		menu = append(menu, MenuEntry{shelf.Title, v.Home() + "#" + shelf.Section, shelf.Section})
	}
	return menu
}

// A Version is the same page in another language, or this one.
type Version struct {
	Name     string // of the language, in that language
	Language string
	Address  string
	Absolute string
	Current  bool
	Original bool
}

// versions tells the frame in which languages the page can be read.
func (v *View) versions(of []site.Version) []Version {
	var versions []Version
	for _, version := range of {
		versions = append(versions, Version{
			Name: v.autonym(version.Language), Language: string(version.Language), Address: version.Address,
			Absolute: v.Absolute(version.Address), Current: version.Address == v.Address, Original: version.Original,
		})
	}
	return versions
}

// Editions are the site's homes in other languages, for the foot of its pages.
func (v *View) Editions() []Version {
	homes := slices.DeleteFunc(v.publisher.original().Homes(), func(home site.Version) bool { return home.Address == v.Home() })
	return v.versions(homes)
}

// Elsewhere says in which language the pages are to which the foot of an
// edition's pages leads; nothing elsewhere.
func (v *View) Elsewhere() string {
	if v.publisher.edition == nil || v.publisher.edition.site.Words == v.publisher.Words {
		return ""
	}
	return v.T("languages.elsewhere", "language", v.tongueOf(v.publisher.edition.site.Words.Language))
}

// autonym is what the speakers of a language call it; its code if no catalogue
// knows.
func (v *View) autonym(language council.Language) string {
	site := v.publisher.original()
	spoken := []*words.Catalogue{site.Words}
	for _, edition := range site.Editions {
		spoken = append(spoken, edition.Words)
	}
	for _, w := range spoken {
		if w.Has("languages.own") && strings.EqualFold(w.Language, string(language)) {
			return w.Say("languages.own")
		}
	}
	if key := "languages.names." + baseOf(string(language)); v.publisher.Words.Has(key) {
		return v.publisher.Words.Say(key)
	}
	return string(language)
}

// Original is the document that this page translates; nil on other pages.
func (v *View) Original() *Original {
	if v.rendering == nil {
		return nil
	}
	for _, version := range v.Versions {
		if version.Original {
			return &Original{
				Version: version, Title: v.speaking(v.rendering.title, version.Language),
				Tongue: v.tongueOf(version.Language), rendering: v.rendering,
			}
		}
	}
	return nil
}

// OriginalLink leads to the document that the page translates.
func (v *View) OriginalLink(original *Original) template.HTML {
	return safe(`<a href="` + escape(original.Address) + `" hreflang="` + escape(original.Language) + `">` + escape(original.Title) + `</a>`)
}

// WholeSite leads from an edition to the site's home.
func (v *View) WholeSite() template.HTML {
	for _, version := range v.Versions {
		if version.Original {
			return safe(`<a href="` + escape(version.Address) + `" lang="` + escape(version.Language) + `" hreflang="` + escape(version.Language) + `">` + escape(version.Name) + `</a>`)
		}
	}
	return ""
}

// An Original is what a translated page says of the document that it renders.
type Original struct {
	Version
	Title  string
	Tongue string // "in French"
	*rendering
}
