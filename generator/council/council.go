// Package council is the domain: what a consultative council is made of, who
// sits, when they meet, what they advise and what came of it.
//
// It knows no file system, no HTML and no clock. [Assemble] turns documents
// that somebody else has read into a [Council]: collections that can be looked
// up ([Collection]), the citations between them read backwards ([Citing]), and
// questions that only the whole council can answer (the roster of a body on a
// day, the attendance of a session, the follow-up of a recommendation). "Now"
// is the council's as-of moment, given by the caller.
//
// # The model is declared once
//
// Each struct with yaml tags is the schema of what editors write. The tag "is"
// gives the publication class of a field (public or private) and whether it is
// required. [SchemaOf] reads these declarations; the reader, the data tables
// and their dictionary, and the schemas for text editors all come from it.
//
// # References without pointers
//
// A [Ref] is a slug in YAML and a typed key in Go. Entities hold no pointers to
// one another, so a document that was parsed once is shared by any number of
// councils.
//
// # What the public sees
//
// [Council.Public] is the same council without what is a draft, confidential,
// under embargo, expired or withdrawn. Looking such a document up answers nil,
// as for one that never was: whoever writes pages and data from the public
// council cannot show what is not in it.
//
// # How to add a collection
//
// Declare its struct in a file of its own, with [Entry] embedded and the
// methods of [Documented]; add it to [Council], to [NewDocument] and to the two
// lists below it.
package council

import (
	"iter"
	"path"
	"sync"

	"greffe/generator/markdown"
)

// A Council is everything known of one council at a moment. It is read-only: a
// change makes another one.
type Council struct {
	Settings *Settings
	AsOf     Moment

	Members   Collection[Member]
	Sessions  Collection[Session]
	Workshops Collection[Workshop]
	Opinions  Collection[Opinion]
	News      Collection[News]
	Documents Collection[Document]
	Pages     Collection[Page]

	Organisations Collection[Organisation]
	Bodies        Collection[Body]
	Roles         Collection[Role]
	Colleges      Collection[College]
	Categories    Collection[Category]
	Districts     Collection[District]
	Profiles      Collection[Profile]
	Series        Collection[Series]
	Axes          Collection[Axis]
	Themes        Collection[Theme]

	Glossary    []Term
	Withdrawals []Withdrawal // in the public council, those that expired too

	source  Source
	cited   citations
	recited citations // since cited was made
	sitting func() map[Ref[Body]][]tenure
	rolls   *sync.Map // *Attendance → []Attendee
	reads   *Reads
}

// An Entity is a document, or an entry of a list in the settings: anything that
// a [Ref] can name.
type Entity interface {
	Collection() string // the name of its collection; answers on a nil pointer too
	Key() string        // its id, unique in the collection
	Label() string      // what people call it
}

// A Documented entity has a file of its own.
type Documented interface {
	Entity
	Common() *Entry
}

// A File lies in the content folder beside the documents: an attachment, a
// picture, a transcript.
type File struct {
	Name string // relative to the content folder
	Size int64  // bytes

	Inside *Inside // nil if nobody has looked
}

// Source is what a council is assembled from.
type Source struct {
	Settings      *Settings
	Organisations []Organisation
	Glossary      []Term
	Withdrawals   []Withdrawal
	Documents     []Documented // in any order; ids are unique in each collection
	Files         map[string]File
	// Broken are the documents that are in the content folder but could not be
	// read, as "collection/id", and the lists of settings that could not, as
	// [AllOf] them: a reference to one is not a mistake of its own.
	Broken map[string]bool
}

// Assemble makes the whole council, published or not, as of a moment.
func Assemble(source Source, asOf Moment) *Council {
	if source.Settings == nil {
		source.Settings = new(Settings)
	}
	s := source.Settings
	c := &Council{
		Settings: s, AsOf: asOf, source: source,
		Glossary: source.Glossary, Withdrawals: source.Withdrawals,

		Organisations: shelve(append([]Organisation{s.asOrganisation()}, source.Organisations...)),
		Bodies:        shelve(s.Bodies),
		Roles:         shelve(s.Roles),
		Colleges:      shelve(s.Colleges),
		Categories:    shelve(s.Categories),
		Districts:     shelve(s.Districts),
		Profiles:      shelve(s.Profiles),
		Series:        shelve(s.Series),
		Axes:          shelve(s.Axes),
		Themes:        shelve(s.Themes),
	}
	for _, document := range source.Documents {
		switch d := document.(type) {
		case *Member:
			c.Members.add(d)
		case *Session:
			c.Sessions.add(d)
		case *Workshop:
			c.Workshops.add(d)
		case *Opinion:
			c.Opinions.add(d)
		case *News:
			c.News.add(d)
		case *Document:
			c.Documents.add(d)
		case *Page:
			c.Pages.add(d)
		}
	}
	c.Members.sort(byName)
	c.Sessions.sort(newestSession)
	c.Workshops.sort(newestWorkshop)
	c.Opinions.sort(newestOpinion)
	c.News.sort(newestNews)
	c.Documents.sort(newestDocument)
	c.Pages.sort(byOrder)
	c.cited = cite(c)
	c.sitting = sync.OnceValue(c.sittings)
	c.rolls = new(sync.Map)
	c.source.Documents = nil // they lie in the collections
	return c
}

// NewDocument returns an empty document of the collection, for the reader to
// fill, or nil if no collection has that name.
func NewDocument(collection string) Documented {
	switch collection {
	case (*Member)(nil).Collection():
		return new(Member)
	case (*Session)(nil).Collection():
		return new(Session)
	case (*Workshop)(nil).Collection():
		return new(Workshop)
	case (*Opinion)(nil).Collection():
		return new(Opinion)
	case (*News)(nil).Collection():
		return new(News)
	case (*Document)(nil).Collection():
		return new(Document)
	case (*Page)(nil).Collection():
		return new(Page)
	}
	return nil
}

// collections are all of them: those with a file a document first, then the
// lists of the settings.
func (c *Council) collections() [17]anyCollection {
	return [...]anyCollection{
		&c.Members, &c.Sessions, &c.Workshops, &c.Opinions, &c.News, &c.Documents, &c.Pages,
		&c.Organisations, &c.Bodies, &c.Roles, &c.Colleges, &c.Categories, &c.Districts, &c.Profiles, &c.Series, &c.Axes, &c.Themes,
	}
}

// documented are the collections whose entities have a file each.
func (c *Council) documented() []anyCollection {
	all := c.collections()
	return all[:7]
}

// Folders are the collections whose documents have a file each, by the names of
// their folders.
func Folders() []string {
	var names []string
	for _, collection := range new(Council).documented() {
		names = append(names, collection.Name())
	}
	return names
}

// Everything yields all documents, collection after collection.
func (c *Council) Everything() iter.Seq[Documented] {
	return func(yield func(Documented) bool) {
		for _, collection := range c.documented() {
			for entity := range collection.entities() {
				if !yield(entity.(Documented)) {
					return
				}
			}
		}
	}
}

// Sections are the parts of a council's site, by their stable English names:
// what a menu may name.
func Sections() []string {
	return []string{
		"members", "sessions", "workshops", "opinions", "recommendations", "news", "documents",
		"themes", "axes", "series", "composition", "figures", "conformity", "timeline", "glossary", "organisations",
		"data", "search", "sitemap", "accessibility", "ecodesign", "legal", "privacy",
	}
}

// Lookup finds an entity by its collection's name and its id, or nil. Former
// ids are not followed.
func (c *Council) Lookup(collection, id string) Entity {
	if i, ok := rank[collection]; ok {
		return c.collections()[i].lookup(id)
	}
	return nil
}

// rank is the place of each collection, by its name.
var rank = func() map[string]int {
	places := make(map[string]int)
	for i, collection := range new(Council).collections() {
		places[collection.Name()] = i
	}
	return places
}()

// IDs lists the ids of a collection in its order, for "did you mean" and for
// completion.
func (c *Council) IDs(collection string) []string {
	var ids []string
	for _, candidate := range c.collections() {
		if candidate.Name() == collection {
			for entity := range candidate.entities() {
				ids = append(ids, entity.Key())
			}
		}
	}
	return ids
}

// Text is a document's body, nil if it has none. The look-up is noted as one of
// the document: a list of a whole collection does not depend on bodies.
func (c *Council) Text(document Documented) *markdown.Text {
	c.reads.note(document.Collection(), document.Key())
	return document.Common().Body
}

// File finds a file that a document names, relative to that document.
func (c *Council) File(beside *Entry, name FileName) (File, bool) {
	file, ok := c.source.Files[path.Join(path.Dir(beside.File), string(name))]
	return file, ok
}

// SettingsFile finds a file that council.yaml names.
func (c *Council) SettingsFile(name FileName) (File, bool) {
	file, ok := c.source.Files[path.Clean(string(name))]
	return file, ok
}
