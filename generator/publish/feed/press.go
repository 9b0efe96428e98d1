package feed

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"sync"
	"time"

	"greffe/generator/council"
	"greffe/generator/site"
)

// newest is how many entries a feed has: as many as a page of a list.
const newest = 50

// A press makes the feeds of one form. It makes the entry of a document once,
// however many feeds tell of it.
type press struct {
	*site.Brief
	edition *site.Edition // nil: the site in its own language
	form    site.Form
	encode  func(*entry) ([]byte, error)
	write   func(io.Writer, *channel) error
	zone    *time.Location
	made    sync.Map // council.Documented → pressed
	said    sync.Map // string → string: names, with their typography
}

// pressed is an entry in the form, and all that it was made from.
type pressed struct {
	*story
	text []byte
}

// A channel is what a feed says of itself, and its entries in their form, the
// one that changed last first.
type channel struct {
	id              string // permanent, as those of entries are
	self, page      string // its address, and that of the page beside it
	title, subtitle string
	language        string
	author          author // the council
	email           string
	rights          string
	updated         string
	gone            []tombstone
	entries         [][]byte
}

// files lists the feeds of the form: those of the site, and in each of its
// editions that of what was translated.
func (p *press) files() []site.File {
	p.zone = p.Council.Settings.Timezone.Location()
	files := p.list(site.Feeds(p.Council, p.form))
	for i := range p.Editions {
		told := *p.Brief
		told.Words = p.Editions[i].Words
		edition := &press{Brief: &told, edition: &p.Editions[i], form: p.form, encode: p.encode, write: p.write, zone: p.zone}
		files = append(files, edition.list([]site.Feed{{}})...)
	}
	return files
}

func (p *press) list(feeds []site.Feed) []site.File {
	var files []site.File
	for _, feed := range feeds {
		files = append(files, site.File{
			Path:      p.Addresses.Path(feed.Subject(p.places()) + p.form.File),
			MediaType: p.form.MediaType + "; charset=utf-8",
			Make: func(w io.Writer, c *council.Council) error {
				channel, err := p.channel(c, feed)
				if err != nil {
					return err
				}
				return p.write(w, channel)
			},
		})
	}
	return files
}

// places are the addresses of the part of the site that the feeds tell of.
func (p *press) places() *site.Addresses {
	if p.edition != nil {
		return p.edition.Addresses
	}
	return p.Addresses
}

// language is that in which the feeds speak.
func (p *press) language() string {
	if p.edition != nil {
		return string(p.edition.Language)
	}
	return p.Words.Language
}

// documents are those that a feed tells of: in an edition, the translations.
func (p *press) documents(c *council.Council, feed site.Feed) iter.Seq2[council.Documented, council.Date] {
	if p.edition == nil {
		return feed.Documents(c)
	}
	return func(yield func(council.Documented, council.Date) bool) {
		for document, on := range feed.Documents(c) {
			t := document.Common().Translation(p.edition.Language)
			if t == nil {
				continue
			}
			if t.Updated.Last() > on.Last() {
				on = t.Updated
			}
			if !yield(council.Translated(document, t), on) {
				return
			}
		}
	}
}

func (p *press) channel(c *council.Council, feed site.Feed) (*channel, error) {
	label, err := labelOf(p.Brief, c, feed)
	if err != nil {
		return nil, err
	}
	if p.edition != nil {
		label.address = p.places().Home()
		label.title = polished(p.Brief, p.Words.Say("languages.home.title", "council", c.Settings.Name))
		label.subtitle = polished(p.Brief, p.Words.Say("languages.home.description", "council", c.Settings.Name))
	}
	subject := p.Addresses.Absolute(feed.Subject(p.places()))
	ch := &channel{
		id: p.Addresses.Absolute(label.address) + p.form.File, self: subject + p.form.File, page: subject,
		title: label.title, subtitle: label.subtitle,
		language: p.language(),
		author:   author{polished(p.Brief, c.Settings.Name), p.Addresses.Absolute(p.Addresses.Home())},
		updated:  timestamp(c.Settings.Created, p.zone), // if there is nothing to tell yet
		gone:     p.gone(c, feed),
	}
	if contact := c.Settings.Contact; contact != nil && (contact.Until.IsZero() || !contact.Until.Before(c.AsOf.Date)) {
		ch.email = string(contact.Email)
	}
	if licence := c.Settings.Licence; licence != "" {
		ch.rights = polished(p.Brief, p.Words.Say("package.licences."+string(licence)))
	}
	if len(ch.gone) > 0 {
		ch.updated = max(ch.updated, ch.gone[0].when)
	}
	for _, told := range latest(p.documents(c, feed)) {
		ch.updated = max(ch.updated, timestamp(told.on, p.zone))
		text, err := p.press(c, told.document, told.on)
		if err != nil {
			return nil, err
		}
		ch.entries = append(ch.entries, text)
	}
	return ch, nil
}

// press makes the entry of a document, or takes the one that was made for
// another feed from the same things.
func (p *press) press(c *council.Council, document council.Documented, on council.Date) ([]byte, error) {
	story := storyOf(c, document, on)
	if made, ok := p.made.Load(document); ok && made.(pressed).is(story) {
		return made.(pressed).text, nil
	}
	text, err := p.encode(p.entry(story))
	if err != nil {
		return nil, err
	}
	p.made.Store(document, pressed{story, text})
	return text, nil
}

// dated is a document and the date when it last changed.
type dated struct {
	document council.Documented
	on       council.Date
	day      council.Day
	rank     int
}

// latest are the documents that changed last. Those of one day keep their
// order.
func latest(documents iter.Seq2[council.Documented, council.Date]) []dated {
	var told []dated
	for document, on := range documents {
		told = append(told, dated{document, on, on.First(), len(told)})
	}
	slices.SortFunc(told, func(a, b dated) int { return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(a.rank, b.rank)) })
	return told[:min(newest, len(told))]
}

// name is a name for people. Many entries bear the same ones.
func (p *press) name(text string) string {
	if said, ok := p.said.Load(text); ok {
		return said.(string)
	}
	said := polished(p.Brief, text)
	p.said.Store(text, said)
	return said
}

// A label is what a feed or a calendar is called, and the address under which
// it was first published.
type label struct{ title, subtitle, address string }

func labelOf(b *site.Brief, c *council.Council, feed site.Feed) (label, error) {
	name, address := "", feed.Subject(b.Addresses)
	if feed.ID != "" {
		entity := c.Lookup(feed.Collection, feed.ID)
		if entity == nil {
			return label{}, fmt.Errorf("%s/%s, of which a feed tells, is gone", feed.Collection, feed.ID)
		}
		name = entity.Label()
		if document, ok := entity.(council.Documented); ok {
			address = b.Addresses.Document(feed.Collection, permanent(document))
		}
	}
	say := func(what string) string {
		return polished(b, b.Words.Say("feeds."+cmp.Or(feed.Collection, "everything")+"."+what, "council", c.Settings.Name, "name", name))
	}
	return label{say("title"), say("description"), address}, nil
}

// timestamp is the first instant of a date where the council is.
func timestamp(date council.Date, zone *time.Location) string {
	if date.IsZero() {
		return time.Unix(0, 0).UTC().Format(time.RFC3339)
	}
	return council.Moment{Date: date}.In(zone).Format(time.RFC3339)
}
