package site

import (
	"net/url"
	"path"
	"strings"

	"greffe/generator/council"
	"greffe/generator/words"
)

// Addresses says where everything on the site lies. The words of an address
// come from the language's catalogue ("addresses.opinions: avis"), so that an
// English council has English addresses.
type Addresses struct {
	base     string // https://num.example/conseil, without a slash at its end
	root     string // /conseil, "" when the site stands at its host's root
	folder   string // "en/" in the English edition, "" elsewhere
	sections map[string]string
}

// collectionSections are the collections whose entities have pages in a section
// that bears another name.
var collectionSections = map[string]string{"bodies": "composition"}

// NewAddresses lays out a site at a base address.
func NewAddresses(base council.URL, catalogue *words.Catalogue) *Addresses {
	a := &Addresses{base: strings.TrimRight(string(base), "/"), sections: make(map[string]string)}
	if parsed, err := url.Parse(a.base); err == nil {
		a.root = strings.TrimRight(parsed.EscapedPath(), "/")
	}
	a.name(catalogue)
	return a
}

// In are the addresses of the site's edition in a language, in the words of its
// catalogue: "/en/opinions/2024-01/".
func (a *Addresses) In(language council.Language, catalogue *words.Catalogue) *Addresses {
	in := &Addresses{base: a.base, root: a.root, folder: strings.ToLower(string(language)) + "/", sections: make(map[string]string)}
	in.name(catalogue)
	return in
}

func (a *Addresses) name(catalogue *words.Catalogue) {
	for _, section := range council.Sections() {
		a.sections[section] = catalogue.Say("addresses." + section)
	}
}

// Inside tells whether an address is one of these, and not elsewhere on the
// site.
func (a *Addresses) Inside(address string) bool { return strings.HasPrefix(address, a.Home()) }

// Home is the address of the home page.
func (a *Addresses) Home() string { return a.root + "/" + a.folder }

// Section is the address of a section: "/avis/".
func (a *Addresses) Section(name string) string { return a.Home() + a.sections[name] + "/" }

// Of is the address of an entity's page, "" for what has none of its own.
func (a *Addresses) Of(entity council.Entity) string {
	return a.Document(entity.Collection(), entity.Key())
}

// Document is the address of the page of an id, published or not.
func (a *Addresses) Document(collection, id string) string {
	if collection == "pages" {
		return a.Home() + id + "/"
	}
	section := collection
	if other, ok := collectionSections[collection]; ok {
		section = other
	}
	if a.sections[section] == "" {
		return ""
	}
	return a.Section(section) + id + "/"
}

// Key is the id of the entity of a collection whose page lies at a path; false
// if no such page can lie there. It is [Addresses.Document] read backwards.
func (a *Addresses) Key(collection, path string) (id string, ok bool) {
	const mark = "0" // an id, to see what stands around it
	before, after, _ := strings.Cut(a.Path(a.Document(collection, mark)), mark)
	id, ok = strings.CutPrefix(path, before)
	if ok {
		id, ok = strings.CutSuffix(id, after)
	}
	return id, ok && id != "" && !strings.Contains(id, "/")
}

// Data is the address of the same facts as an entity's page, for programs.
func (a *Addresses) Data(entity council.Entity) string {
	if page := a.Of(entity); page != "" {
		return page + "index.json"
	}
	return ""
}

// Recommendation is where a recommendation stands on its opinion's page.
func (a *Addresses) Recommendation(f council.FollowedUp) string {
	return a.Of(f.Opinion) + "#" + string(f.Recommendation.ID)
}

// Attachment is the address of a file that lies beside a document and is named
// by it.
func (a *Addresses) Attachment(entity council.Entity, name council.FileName) string {
	return a.Of(entity) + (&url.URL{Path: path.Clean(string(name))}).EscapedPath()
}

// Asset is the address of a file at the site's root: a stylesheet, an icon.
func (a *Addresses) Asset(name string) string { return a.root + "/" + name }

// Absolute is an address of this site with its scheme and host, for feeds,
// tables and canonical links.
func (a *Addresses) Absolute(address string) string {
	return a.base + strings.TrimPrefix(address, a.root)
}

// Path is the path of the file behind an address: "avis/2024-01/index.html".
func (a *Addresses) Path(address string) string {
	address, _, _ = strings.Cut(address, "#")
	p := strings.TrimPrefix(strings.TrimPrefix(address, a.root), "/")
	if unescaped, err := url.PathUnescape(p); err == nil {
		p = unescaped
	}
	if p == "" || strings.HasSuffix(p, "/") {
		p += "index.html"
	}
	return p
}
