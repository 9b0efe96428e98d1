package page

import (
	"bytes"
	"cmp"
	"fmt"
	"html/template"
	"io"
	"sync"
	"time"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

// A Publisher has what all pages share: the brief, the parsed layouts, and what
// was made once for several pages. Another is made when the council changes, so
// nothing here outlives what it was made from.
type Publisher struct {
	*site.Brief
	edition *edition // nil: the site in its own language
	layouts layoutSet
	zone    *time.Location
	buffers sync.Pool

	rightToLeft bool // the language of its words

	menuAddresses func() map[string]bool // those on which the banner says "you are here"

	sentences sync.Map // key → string: those without arguments, typeset
	dates     sync.Map // council.Date → template.HTML
	links     sync.Map // council.Entity → template.HTML
	items     sync.Map // council.Entity → template.HTML
	frames    sync.Map // string → made: parts that many pages have
	cards     sync.Map // what a card is of → made
	surveys   sync.Map // string → *survey: the rows of each table
	shelved   sync.Map // string → *shelves: the lists of each section
	chronicle chronicle
}

const htmlType = "text/html; charset=utf-8"

func newPublisher(brief *site.Brief) (*Publisher, error) {
	p := &Publisher{
		Brief: brief, zone: brief.Council.Settings.Timezone.Location(),
		buffers: sync.Pool{New: func() any { return new(bytes.Buffer) }},
	}
	p.rightToLeft = brief.Words.RightToLeft()
	p.menuAddresses = sync.OnceValue(func() map[string]bool {
		view := &View{Council: brief.Council, publisher: p}
		addresses := map[string]bool{view.Home(): true}
		for _, entry := range view.Menu() {
			addresses[entry.Address] = true
		}
		return addresses
	})
	var err error
	p.layouts, err = site.Keep(brief.Kept, "layouts."+brief.Words.Language, func() (layoutSet, error) {
		lasting := &site.Brief{Words: brief.Words, Addresses: brief.Addresses, Assets: brief.Assets}
		return layoutsOf(&Publisher{Brief: lasting}, brief.Layouts)
	})
	return p, err
}

// page is the file of a page at an address. fill completes the view from the
// council that it holds, when the page is made; it answers false if what the
// page shows is not there any more.
func (p *Publisher) page(layout, address, from string, fill func(*View) bool) site.File {
	return site.File{
		Path: p.Addresses.Path(address), MediaType: htmlType, From: from,
		Make: func(w io.Writer, c *council.Council) error {
			view := &View{Council: c, publisher: p, Layout: layout, Address: address}
			if !fill(view) {
				return fmt.Errorf("what the page %s shows is gone", address)
			}
			return p.execute(w, view)
		},
	}
}

// execute runs the layout into buffers first: html/template writes half a page
// before it finds an error. "main" runs before the frame around it, whose table
// of contents lists the headings found in it.
func (p *Publisher) execute(w io.Writer, view *View) error {
	layout, err := p.layouts.get(view.Layout)
	if err != nil {
		return err
	}
	main, whole := p.buffer(), p.buffer()
	defer p.buffers.Put(main)
	defer p.buffers.Put(whole)
	if err := layout.Execute(main, "main", view); err != nil {
		return err
	}
	view.main = main.Bytes()
	if err := layout.Execute(whole, "frame.html", view); err != nil {
		return err
	}
	parts := bytes.Split(whole.Bytes(), []byte(placeOfMain))
	if p.edition != nil || view.Language != "" && words.RightToLeft(view.Language) {
		parts = [][]byte{view.aloud(bytes.Join(parts, view.main))}
	}
	for i, part := range parts {
		if i > 0 {
			if _, err := w.Write(view.main); err != nil {
				return err
			}
		}
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}

// piece is what a definition of a layout makes of what it is given.
func (p *Publisher) piece(layout, name string, given any) (template.HTML, error) {
	of, err := p.layouts.get(layout)
	if err != nil {
		return "", err
	}
	buffer := p.buffer()
	defer p.buffers.Put(buffer)
	if err := of.Execute(buffer, name, given); err != nil {
		return "", err
	}
	return safe(buffer.Bytes()), nil
}

func (p *Publisher) buffer() *bytes.Buffer {
	buffer := p.buffers.Get().(*bytes.Buffer)
	buffer.Reset()
	return buffer
}

// asset is the address of one of the site's own files.
func (p *Publisher) asset(name string) string {
	return p.Addresses.Asset(cmp.Or(p.Assets[name], name))
}
