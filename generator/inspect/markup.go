package inspect

import "bytes"

// A tag is one mark of a page or of an XML file, and what follows a "<"
// elsewhere. It is read as the standards have it, but nothing is guessed: a bare
// "<", an attribute that is cut short or a quote within a name is a fault,
// though a browser would make something of it.
//
// It points into the text it was read from.
type tag struct {
	kind       tagKind
	name       []byte // in lower case, if it is HTML
	attributes []attribute
	empty      bool // ends in "/>"
	isXML      bool // names keep their case; there are instructions
}

type attribute struct{ name, value []byte } // the value as it is written

type tagKind uint8

const (
	startTag tagKind = iota
	endTag
	aside // a comment, the doctype, an instruction
	cutShort
	fault
)

const (
	stops  = 1 << iota // ends a name
	blank              // parts attributes
	upper              // HTML knows no difference to the small one
	quote              // has no place in a name, or in a value without quotes
	letter             // begins a name
)

// classes are those of each byte.
var classes = func() (table [256]uint8) {
	for _, c := range " \t\n\r\f" {
		table[c] = stops | blank
	}
	for c := range ' ' {
		table[c] |= stops // what is not blank has no place there
	}
	for c := 'a'; c <= 'z'; c++ {
		table[c] = letter
		table[c-'a'+'A'] = letter | upper
	}
	for _, c := range "/>=" {
		table[c] = stops
	}
	for _, c := range "\"'`<" {
		table[c] = stops | quote
	}
	table[0x7F] = stops
	return table
}()

// read reads what begins with the "<" at the beginning of a text, and returns
// where it ends. If the text ends before it does, that is cutShort.
func (t *tag) read(b []byte) (end int) {
	t.attributes, t.empty = t.attributes[:0], false
	if len(b) < 3 {
		t.kind = cutShort
		return 0
	}
	switch c := b[1]; {
	case c == '/':
		return t.readEnd(b)
	case classes[c]&letter != 0 || c == '_' && t.isXML:
		return t.readStart(b)
	case c == '!' || c == '?':
		return t.readAside(b)
	}
	t.kind = fault
	return 1
}

func (t *tag) readEnd(b []byte) int {
	at, has := nameFrom(b, 2)
	t.kind, t.name = endTag, b[2:at]
	t.lower(&t.name, has)
	for at < len(b) && classes[b[at]]&blank != 0 {
		at++
	}
	switch {
	case at == len(b):
		t.kind = cutShort
		return 0
	case b[at] != '>' || classes[b[2]]&letter == 0 && !(b[2] == '_' && t.isXML):
		t.kind = fault
		return 1
	}
	return at + 1
}

// lower puts a name in small letters, if it has others and is HTML.
func (t *tag) lower(name *[]byte, has uint8) {
	if has&upper == 0 || t.isXML {
		return
	}
	small := bytes.Clone(*name)
	for i, c := range small {
		if classes[c]&upper != 0 {
			small[i] = c - 'A' + 'a'
		}
	}
	*name = small
}

// nameFrom reads a name.
func nameFrom(b []byte, at int) (end int, has uint8) {
	for at < len(b) {
		class := classes[b[at]]
		if class&stops != 0 {
			break
		}
		has |= class
		at++
	}
	return at, has
}

func (t *tag) readStart(b []byte) int {
	at, has := nameFrom(b, 1)
	t.kind, t.name = startTag, b[1:at]
	t.lower(&t.name, has)
	for at < len(b) {
		switch c := b[at]; {
		case c == '>':
			return at + 1
		case classes[c]&blank != 0:
			at++
		case c == '/':
			if at+1 < len(b) && b[at+1] != '>' {
				t.kind = fault
				return 1
			}
			t.empty = true
			at++
		case classes[c]&stops != 0:
			t.kind = fault
			return 1
		default:
			if at = t.readAttribute(b, at); at == 0 {
				t.kind = cutShort
				return 0
			}
			if at < 0 {
				t.kind = fault
				return 1
			}
		}
	}
	t.kind = cutShort
	return 0
}

// readAttribute returns where an attribute ends: 0 if the text ends first, less
// if it is none.
func (t *tag) readAttribute(b []byte, at int) (end int) {
	from := at
	at, has := nameFrom(b, at)
	name := b[from:at]
	t.lower(&name, has)
	for i := range t.attributes {
		if bytes.Equal(t.attributes[i].name, name) {
			return -1 // a browser reads the first, something else the last
		}
	}
	if at == len(b) {
		return 0
	}
	if b[at] != '=' {
		if t.isXML || !endsAttribute(b[at]) {
			return -1
		}
		t.attributes = append(t.attributes, attribute{name: name})
		return at
	}
	if at++; at == len(b) {
		return 0
	}
	switch open := b[at]; {
	case open == '"' || open == '\'':
		at++
		length := bytes.IndexByte(b[at:], open)
		if length < 0 {
			return 0
		}
		value := b[at : at+length]
		at += length + 1
		if at < len(b) && !endsAttribute(b[at]) {
			return -1 // the next one begins at once: somebody's quote was not escaped
		}
		t.attributes = append(t.attributes, attribute{name, value})
		return at
	case t.isXML:
		return -1
	}
	from = at
	for at < len(b) && b[at] != '>' && classes[b[at]]&blank == 0 {
		if classes[b[at]]&quote != 0 || b[at] == '=' {
			return -1
		}
		at++
	}
	switch {
	case at == len(b):
		return 0
	case at == from:
		return -1
	}
	t.attributes = append(t.attributes, attribute{name, b[from:at]})
	return at
}

func endsAttribute(c byte) bool { return c == '>' || c == '/' || classes[c]&blank != 0 }

// readAside reads a comment, the doctype, or an instruction of XML.
func (t *tag) readAside(b []byte) int {
	t.kind, t.name = aside, nil
	opening, closing := "<!", ">"
	switch {
	case b[1] == '?':
		if !t.isXML {
			t.kind = fault
			return 1
		}
		closing = "?>"
	case len(b) < len("<!doctype"):
		t.kind = cutShort
		return 0
	case bytes.HasPrefix(b, []byte("<!--")):
		opening, closing = "<!--", "-->"
		if after := b[4:]; after[0] == '>' || bytes.HasPrefix(after, []byte("->")) {
			t.kind = fault // browsers end it here
			return 1
		}
	case t.isXML || !bytes.EqualFold(b[:len("<!doctype")], []byte("<!doctype")):
		t.kind = fault
		return 1
	}
	length := bytes.Index(b[len(opening):], []byte(closing))
	if length < 0 {
		t.kind = cutShort
		return 0
	}
	if opening == "<!--" && bytes.Contains(b[len(opening):len(opening)+length], []byte("--")) {
		t.kind = fault
		return 1
	}
	return len(opening) + length + len(closing)
}

// value is that of an attribute, nil if it is not there.
func (t *tag) value(name string) []byte {
	for i := range t.attributes {
		if string(t.attributes[i].name) == name {
			return t.attributes[i].value
		}
	}
	return nil
}
