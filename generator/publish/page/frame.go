package page

import (
	"bytes"
	"html/template"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
)

// SiteName is what people call the council, in a few words.
func (v *View) SiteName() string {
	if v.Settings.ShortName != "" {
		return v.Text(v.Settings.ShortName)
	}
	return v.Text(v.Settings.Name)
}

// FullTitle is the page's title and the site's name.
func (v *View) FullTitle() string {
	if v.Title == "" || v.Title == v.SiteName() {
		return v.SiteName()
	}
	return v.T("frame.title", "page", v.Title, "site", v.SiteName())
}

// H1 is the page's main heading.
func (v *View) H1() string {
	if v.Heading != "" {
		return v.Heading
	}
	return v.Title
}

// SiteLanguage is the language in which the site speaks.
func (v *View) SiteLanguage() string { return v.publisher.Words.Language }

// Direction is "rtl" for languages that are written from right to left.
func (v *View) Direction() string {
	if v.publisher.rightToLeft {
		return "rtl"
	}
	return ""
}

// Canonical is the page's one address with its host, "" if the site's host is
// not known.
func (v *View) Canonical() string {
	address := v.Address
	if v.MovedTo != "" {
		address = v.MovedTo
	}
	if absolute := v.Absolute(address); strings.HasPrefix(absolute, "http") {
		return absolute
	}
	return ""
}

// Summary is the description, short enough for a list of results.
func (v *View) Summary() string {
	const most = 200
	text := oneLine(v.Description)
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most])
	if space := strings.LastIndexByte(cut, ' '); space > 0 {
		cut = cut[:space]
	}
	return cut + "…"
}

// Main is where what the layout's "main" made is put into the frame. It is most
// of the page, and is not copied to get there.
func (v *View) Main() template.HTML { return placeOfMain }

// placeOfMain is what no page holds: layouts, html/template and package markdown
// let no NUL through.
const placeOfMain = "\x00"

// A heading found in what a layout made.
type heading struct {
	ID   template.HTML
	Text template.HTML
}

// TableOfContents are the headings of the page, when they are more than three.
func (v *View) TableOfContents() []heading {
	var found []heading
	for rest := v.main; ; {
		_, after, ok := bytes.Cut(rest, []byte(`h2 id="`)) // of the letters of a page, "<" would be found too often
		if !ok {
			break
		}
		id, after, _ := bytes.Cut(after, []byte(`"`))
		_, after, _ = bytes.Cut(after, []byte(`>`))
		text, after, _ := bytes.Cut(after, []byte(`</h2>`))
		found = append(found, heading{safe(id), safe(withoutMarks(text))})
		rest = after
	}
	if len(found) <= 3 {
		return nil
	}
	return found
}

// withoutMarks drops the tags within a heading; its text is escaped already.
func withoutMarks(html []byte) string {
	var b strings.Builder
	for {
		before, rest, open := bytes.Cut(html, []byte{'<'})
		b.Write(before)
		if !open {
			return b.String()
		}
		_, html, _ = bytes.Cut(rest, []byte{'>'})
	}
}

// Banner is what stands before every page: the skip link, the council's name
// and the menu. Only the current page changes in it.
func (v *View) Banner() (template.HTML, error) {
	key := v.Section
	if v.publisher.menuAddresses()[v.Address] {
		key = "=" + v.Address
	}
	return v.fragment("banner", key, nil)
}

// Footer is what stands after every page.
func (v *View) Footer() (template.HTML, error) { return v.fragment("footer", "", nil) }

// A MenuEntry is one link of the main menu.
type MenuEntry struct{ Title, Address, Section string }

// Current is what aria-current says of the entry on the page: "page", "true"
// within its section, or "".
func (m MenuEntry) Current(v *View) string {
	switch {
	case m.Address == v.Address:
		return "page"
	case m.Section != "" && m.Section == v.Section:
		return "true"
	}
	return ""
}

// defaultMenu is the menu of a council that chose none.
var defaultMenu = []string{"members", "sessions", "workshops", "opinions", "recommendations", "news", "documents"}

// Menu is the main menu: what the settings list, then the free pages that ask
// for a place in it.
func (v *View) Menu() []MenuEntry {
	if v.publisher.edition != nil {
		return v.editionMenu()
	}
	chosen := v.Settings.Menu
	if len(chosen) == 0 {
		chosen = defaultMenu
	}
	var menu []MenuEntry
	listed := make(map[string]bool)
	for _, name := range chosen {
		if page := v.Council.Pages.Find(council.Ref[council.Page](name)); page != nil {
			menu = append(menu, MenuEntry{v.Text(page.Title), v.Href(page), ""})
			listed[name] = true
		} else if v.publisher.Words.Has("addresses." + name) {
			menu = append(menu, MenuEntry{v.SectionTitle(name), v.Href(name), name})
		}
	}
	for page := range v.Council.Pages.All() {
		if page.Menu && !listed[page.ID] {
			menu = append(menu, MenuEntry{v.Text(page.Title), v.Href(page), ""})
		}
	}
	return menu
}
