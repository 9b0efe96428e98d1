package inspect

import (
	"bytes"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An xmlText reads one XML file: that it is well formed, in the small part of
// XML that greffe writes, without a DTD and without CDATA sections.
type xmlText struct {
	tag  tag
	open []byte // the names of the elements that are open, one after the other
	ends []int  // where each begins
	seen bool   // the element around all has begun
	bad  bool
}

func (x *xmlText) begin(int32) {
	*x = xmlText{tag: tag{isXML: true, attributes: x.tag.attributes}, open: x.open[:0], ends: x.ends[:0]}
}

func (x *xmlText) read(b []byte) int {
	at := 0
	for !x.bad {
		next := bytes.IndexByte(b[at:], '<')
		if next < 0 {
			return at // an entity, or a character, may be cut in two
		}
		x.text(b[at : at+next])
		at += next
		length := x.tag.read(b[at:])
		switch x.tag.kind {
		case cutShort:
			return at
		case fault:
			x.bad = true
		case aside:
			x.bad = b[at+1] == '?' && (x.seen || !isDeclaration(b[at:at+length]))
		case startTag:
			x.start(&x.tag)
		case endTag:
			x.close(x.tag.name)
		}
		at += length
	}
	return len(b)
}

// isDeclaration tells whether an instruction is the only one that greffe writes.
func isDeclaration(b []byte) bool {
	return string(b) == `<?xml version="1.0" encoding="UTF-8"?>` || string(b) == `<?xml version="1.0"?>`
}

func (x *xmlText) start(t *tag) {
	if x.seen && len(x.ends) == 0 {
		x.bad = true
		return
	}
	x.seen = true
	x.bad = x.bad || !isXMLName(t.name)
	for _, a := range t.attributes {
		x.bad = x.bad || !isXMLName(a.name)
		x.value(a.value)
	}
	if !t.empty {
		x.ends = append(x.ends, len(x.open))
		x.open = append(x.open, t.name...)
	}
}

// isXMLName tells whether a name is one of those that greffe gives: in ASCII.
func isXMLName(name []byte) bool {
	begins := true
	for _, c := range name {
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_':
			begins = false
		case begins:
			return false
		case c == ':':
			begins = true // a namespace's prefix, then a name
		case c != '-' && c != '.' && (c < '0' || c > '9'):
			return false
		}
	}
	return !begins
}

func (x *xmlText) close(name []byte) {
	last := len(x.ends) - 1
	if last < 0 || string(x.open[x.ends[last]:]) != string(name) {
		x.bad = true
		return
	}
	x.open, x.ends = x.open[:x.ends[last]], x.ends[:last]
}

// text is told what stands between two marks.
func (x *xmlText) text(b []byte) {
	if len(x.ends) == 0 && len(bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\uFEFF")))) > 0 {
		x.bad = true
		return
	}
	x.characters(b)
}

func (x *xmlText) value(b []byte) {
	x.bad = x.bad || bytes.IndexByte(b, '<') >= 0
	x.characters(b)
}

func (x *xmlText) characters(b []byte) {
	if !utf8.Valid(b) {
		x.bad = true
		return
	}
	for i, c := range b {
		switch {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r':
			x.bad = true
		case c == '&':
			x.bad = x.bad || !isEntity(b[i:])
		case c == '>':
			x.bad = x.bad || bytes.HasSuffix(b[:i], []byte("]]"))
		case c == 0xEF && bytes.HasPrefix(b[i:], []byte("\xEF\xBF")) && b[i+2] >= 0xBE:
			x.bad = true // U+FFFE and U+FFFF are no characters of XML
		}
	}
}

// isEntity tells whether a text begins with one of the five entities, or with a
// character's number.
func isEntity(b []byte) bool {
	const longest = len("&#x10FFFF;")
	length := bytes.IndexByte(b[:min(len(b), longest)], ';')
	if length < 0 {
		return false
	}
	name := string(b[1:length])
	switch name {
	case "amp", "lt", "gt", "quot", "apos":
		return true
	}
	digits, base := strings.CutPrefix(name, "#x")
	radix := 16
	if !base {
		digits, radix = strings.TrimPrefix(name, "#"), 10
	}
	if len(digits) == len(name) {
		return false
	}
	r, err := strconv.ParseUint(digits, radix, 32)
	return err == nil && isCharacter(rune(r)) && r <= unicode.MaxRune
}

// isCharacter tells whether XML knows a character.
func isCharacter(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r < 0xD800 || r > 0xDFFF && r < 0xFFFE || r > 0xFFFF
}

func (x *xmlText) end(rest []byte) (*sheet, []breach) {
	x.text(rest)
	if x.bad || !x.seen || len(x.ends) > 0 {
		return nil, []breach{{"file-unreadable", "XML"}}
	}
	return nil, nil
}
