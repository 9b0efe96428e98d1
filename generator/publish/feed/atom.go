package feed

import (
	"bytes"
	"encoding/xml"
	"io"

	"greffe/generator/site"
)

// Atom is the feeds of what is new (RFC 4287), with a tombstone for each
// document that was withdrawn (RFC 6721).
func Atom(b *site.Brief) []site.File {
	p := &press{Brief: b, form: site.Atom, encode: encodeAtom, write: writeAtom}
	return p.files()
}

func encodeAtom(e *entry) ([]byte, error) {
	var m markup
	m.Grow(1 << 10)
	m.open("  ", "entry")
	m.element("    ", "id", e.id)
	m.element("    ", "title", e.title, "xml:lang", e.language)
	if e.published != "" {
		m.element("    ", "published", e.published)
	}
	m.element("    ", "updated", e.updated)
	for _, author := range e.authors {
		m.author("    ", author, "")
	}
	m.empty("    ", "link", "rel", "alternate", "type", "text/html", "href", e.address)
	for _, category := range e.categories {
		m.empty("    ", "category", "term", category.term, "scheme", category.scheme, "label", category.label)
	}
	if e.summary != "" {
		m.element("    ", "summary", e.summary, "xml:lang", e.language)
	}
	m.close("  ", "entry")
	return m.Bytes(), nil
}

func writeAtom(w io.Writer, ch *channel) error {
	var m markup
	tombstones := "" // the name space, if there are any
	if len(ch.gone) > 0 {
		tombstones = "http://purl.org/atompub/tombstones/1.0"
	}
	m.WriteString(xml.Header)
	m.open("", "feed", "xmlns", "http://www.w3.org/2005/Atom", "xmlns:at", tombstones, "xml:lang", ch.language)
	m.element("  ", "id", ch.id)
	m.element("  ", "title", ch.title)
	m.element("  ", "subtitle", ch.subtitle)
	m.element("  ", "updated", ch.updated)
	m.author("  ", ch.author, ch.email)
	if ch.rights != "" {
		m.element("  ", "rights", ch.rights)
	}
	m.empty("  ", "link", "rel", "self", "type", site.Atom.MediaType, "href", ch.self)
	m.empty("  ", "link", "rel", "alternate", "type", "text/html", "href", ch.page)
	for _, tombstone := range ch.gone { // before the entries, as metadata is
		m.empty("  ", "at:deleted-entry", "ref", tombstone.id, "when", tombstone.when)
	}
	if _, err := m.WriteTo(w); err != nil {
		return err
	}
	for _, entry := range ch.entries {
		if _, err := w.Write(entry); err != nil {
			return err
		}
	}
	m.close("", "feed")
	_, err := m.WriteTo(w)
	return err
}

// A markup is XML that is being written, a line for each tag. Package xml would
// take three times as long, and an entry is written for every document.
// Attributes are names and values by turns; one without a value is left out.
type markup struct{ bytes.Buffer }

func (m *markup) element(indent, name, text string, attributes ...string) {
	m.tag(indent, name, attributes)
	m.WriteByte('>')
	m.text(text)
	m.close("", name)
}

func (m *markup) empty(indent, name string, attributes ...string) {
	m.tag(indent, name, attributes)
	m.WriteString("/>\n")
}

func (m *markup) open(indent, name string, attributes ...string) {
	m.tag(indent, name, attributes)
	m.WriteString(">\n")
}

func (m *markup) close(indent, name string) {
	m.WriteString(indent + "</" + name + ">\n")
}

func (m *markup) tag(indent, name string, attributes []string) {
	m.WriteString(indent + "<" + name)
	for i := 0; i < len(attributes); i += 2 {
		if attributes[i+1] != "" {
			m.WriteString(" " + attributes[i] + `="`)
			m.text(attributes[i+1])
			m.WriteByte('"')
		}
	}
}

func (m *markup) text(text string) { xml.EscapeText(m, []byte(text)) } // a buffer never fails

func (m *markup) author(indent string, author author, email string) {
	m.open(indent, "author")
	m.element(indent+"  ", "name", author.name)
	m.element(indent+"  ", "uri", author.address)
	if email != "" {
		m.element(indent+"  ", "email", email)
	}
	m.close(indent, "author")
}
