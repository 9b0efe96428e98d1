package inspect

import (
	"bytes"
	"hash/maphash"
	"html"
	"slices"

	"greffe/generator/site"
)

// A page reads one page of the site. Another one uses it afterwards: it keeps
// its memory, and none of what it read.
type page struct {
	inspection *Inspection
	place      int32
	tag        tag
	bad        bool   // it can be read no further
	guarded    bool   // its policy has been read
	inside     []byte // "</script": the element whose text is being skipped
	isData     bool   // that text is structured data

	ids, followed set // the ids; the addresses that were met
	known         set // addresses that lead to files, met in any page: most are in all of them
	own           []want
	sheet         sheet
	text          []byte // of the anchors that are wanted
	data          jsonText
	found         []breach
}

// A sheet is what is kept of a page until all are known.
type sheet struct {
	ids   []uint64 // their hashes
	wants []want   // ids of other pages
	leads []int32  // the places that it leads to, if there will be other builds
	text  string
}

// A want is an id that a page should have.
type want struct {
	place    int32
	from, to int32 // of its name in the sheet's text
	id       uint64
}

func (s *sheet) has(id uint64) bool {
	for _, other := range s.ids {
		if other == id {
			return true
		}
	}
	return false
}

// seed is that of one process: hashes are never written anywhere.
var seed = maphash.MakeSeed()

func newPage(i *Inspection) *page { return &page{inspection: i} }

func (p *page) begin(place int32) {
	p.place = place
	p.bad, p.guarded, p.inside = false, false, nil
	p.ids.clear()
	p.followed.clear()
	p.own, p.text, p.found = p.own[:0], p.text[:0], nil
	p.sheet.wants, p.sheet.leads = p.sheet.wants[:0], p.sheet.leads[:0]
}

func (p *page) breach(rule, detail string) { p.found = append(p.found, breach{rule, detail}) }

func (p *page) read(text []byte) int {
	at := 0
	for !p.bad {
		if p.inside != nil {
			length := indexFold(text[at:], p.inside)
			if length < 0 {
				return at
			}
			p.leave(text[at : at+length])
			at += length
		}
		next := bytes.IndexByte(text[at:], '<')
		if next < 0 {
			break
		}
		at += next
		length := p.tag.read(text[at:])
		switch p.tag.kind {
		case cutShort:
			return at
		case fault:
			p.bad = true
			p.breach("page-unreadable", excerpt(text[at:]))
		case startTag:
			p.start(&p.tag)
		}
		at += length
	}
	return len(text)
}

// indexFold is where an end tag begins, in letters of any size; below 0 if it
// does not.
func indexFold(text, endTag []byte) int {
	for at := 0; ; at++ {
		next := bytes.IndexByte(text[at:], '<')
		if at += next; next < 0 || at+len(endTag) >= len(text) {
			return -1
		}
		if bytes.EqualFold(text[at:at+len(endTag)], endTag) && endsAttribute(text[at+len(endTag)]) {
			return at
		}
	}
}

// excerpt is the beginning of what cannot be read.
func excerpt(text []byte) string {
	const enough = 60
	return string(bytes.ToValidUTF8(text[:min(len(text), enough)], nil))
}

func (p *page) end(rest []byte) (*sheet, []breach) {
	switch {
	case p.bad:
	case len(rest) > 0:
		p.breach("page-unreadable", excerpt(rest))
	case !p.guarded:
		p.breach("page-policy", "")
	}
	for _, w := range p.own {
		if !p.ids.has(w.id) {
			p.breach("page-dead-anchor", "#"+string(p.text[w.from:w.to]))
		}
	}
	return &sheet{slices.Clone(p.ids.all), slices.Clone(p.sheet.wants), slices.Clone(p.sheet.leads), string(p.text)}, p.found
}

// skip passes over the text of an element that holds no marks.
func (p *page) skip(closing []byte, isData bool) { p.inside, p.isData = closing, isData }

var closingTitle, closingArea, closingScript = []byte("</title"), []byte("</textarea"), []byte("</script")

// leave is told the text that was passed over. A "<" in structured data might
// end it sooner, or later, than it looks.
func (p *page) leave(text []byte) {
	p.inside = nil
	if !p.isData {
		return
	}
	p.data.begin(p.place)
	if p.data.read(text); bytes.IndexByte(text, '<') >= 0 || !p.data.ended() {
		p.breach("page-unreadable", excerpt(text))
	}
}

// start looks at an element.
func (p *page) start(t *tag) {
	for i := range t.attributes {
		p.attribute(t, &t.attributes[i])
	}
	switch string(t.name) {
	case "a", "p", "li", "td", "th", "span", "div", "tr": // most of them
	case "title":
		p.skip(closingTitle, false)
	case "textarea":
		p.skip(closingArea, false)
	case "script":
		p.script(t)
	case "meta":
		p.meta(t)
	case "style", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "portal", "fencedframe",
		"xmp", "plaintext", "noembed", "noframes", "animate", "animatemotion", "animatetransform", "set", "foreignobject":
		p.breach("page-inline", "<"+string(t.name)+">")
		p.bad = string(t.name) != "base"
	}
}

// script lets structured data pass, and scripts of the site's own.
func (p *page) script(t *tag) {
	kind, from := string(t.value("type")), t.value("src")
	isData := kind == "application/ld+json"
	if !isData && (from == nil || (kind != "" && kind != "module" && kind != "text/javascript")) {
		p.breach("page-inline", "<script>")
	}
	p.skip(closingScript, isData)
}

// policy is the security policy as pages write it.
var policy = html.EscapeString(site.PagePolicy)

func (p *page) meta(t *tag) {
	header := bytes.ToLower(t.value("http-equiv"))
	switch string(header) {
	case "content-security-policy":
		if written := t.value("content"); string(written) != policy && html.UnescapeString(string(written)) != site.PagePolicy {
			p.breach("page-policy", string(written))
		}
		p.guarded = true
	case "refresh":
		_, address, _ := bytes.Cut(t.value("content"), []byte("url="))
		p.follow(address, ours)
	}
}

// attribute looks at what an attribute asks for. No attribute but a handler
// begins with "on".
func (p *page) attribute(t *tag, a *attribute) {
	switch string(a.name) {
	case "class":
	case "id":
		p.id(a.value)
	case "href", "xlink:href":
		p.follow(a.value, usesOf(t))
	case "cite", "longdesc":
		p.follow(a.value, visited)
	case "src", "poster":
		if string(t.name) == "img" {
			p.follow(a.value, picture)
		} else {
			p.follow(a.value, ours)
		}
	case "action", "formaction", "data", "background", "ping", "manifest", "codebase", "classid":
		p.follow(a.value, ours)
	case "srcset", "imagesrcset":
		for choice := range bytes.SplitSeq(a.value, []byte(",")) {
			if fields := bytes.Fields(choice); len(fields) > 0 {
				p.follow(fields[0], ours)
			}
		}
	case "style", "srcdoc":
		p.breach("page-inline", string(a.name))
	default:
		if len(a.name) > 2 && a.name[0] == 'o' && a.name[1] == 'n' {
			p.breach("page-inline", string(a.name))
		}
	}
}

// id notes an id.
func (p *page) id(value []byte) {
	if bytes.IndexByte(value, '&') >= 0 {
		value = []byte(html.UnescapeString(string(value)))
	}
	if len(value) == 0 || bytes.ContainsAny(value, " \t\n\f\r") || !p.ids.add(maphash.Bytes(seed, value)) {
		p.breach("page-id-twice", string(value))
	}
}

// A use is what a browser does with an address.
type use uint8

const (
	visited use = iota // when somebody follows it: any site
	ours               // at once: this site
	picture            // at once: this site, or a picture in the address
	named              // never: it says what the page is
)

// usesOf says what a browser does with where an element leads.
func usesOf(t *tag) use {
	switch string(t.name) {
	case "a", "area":
		return visited
	case "link":
		for rel := range bytes.FieldsSeq(t.value("rel")) {
			switch string(bytes.ToLower(rel)) {
			case "canonical", "alternate", "license", "author", "me", "next", "prev", "up", "help", "search", "describedby", "first", "last", "index":
			default:
				return ours
			}
		}
		return named
	}
	return ours
}

// A set holds hashes. It is emptied at the cost of what it holds.
type set struct {
	all   []uint64
	table []uint64 // a power of two, at least twice as long
}

func (s *set) clear() {
	if len(s.all)*8 > len(s.table) {
		clear(s.table)
	} else {
		for _, key := range slices.Backward(s.all) {
			s.table[s.slot(key)] = 0
		}
	}
	s.all = s.all[:0]
}

// slot is where a key is, or would go. The last to come must be the first to
// leave, so that none is lost behind a gap.
func (s *set) slot(key uint64) int {
	mask := uint64(len(s.table) - 1)
	at := key & mask
	for s.table[at] != 0 && s.table[at] != key {
		at = (at + 1) & mask
	}
	return int(at)
}

func (s *set) has(key uint64) bool {
	key |= 1
	return len(s.table) > 0 && s.table[s.slot(key)] == key
}

// add tells whether a key is new.
func (s *set) add(key uint64) bool {
	key |= 1 // 0 is an empty slot
	if 2*(len(s.all)+1) > len(s.table) {
		s.table = make([]uint64, max(256, 2*len(s.table)))
		for _, other := range s.all {
			s.table[s.slot(other)] = other
		}
	}
	at := s.slot(key)
	if s.table[at] == key {
		return false
	}
	s.table[at] = key
	s.all = append(s.all, key)
	return true
}
