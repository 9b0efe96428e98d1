package markdown

import (
	"bytes"
	"slices"
	"strconv"
	"sync"
)

// A hole is a place of the body where something of a link's target goes. The
// skip bytes that follow it (attributes, an end tag, a whole figure) belong to
// the link: they are left out with it.
type hole struct {
	at, skip int
	link     int
	kind     holeKind
}

type holeKind uint8

const (
	noHole holeKind = iota
	openLink
	closeLink
	image
	imageBlock // a figure or paragraph that holds nothing but an image
)

// An extent is a part of the body.
type extent struct{ from, to int }

// HTML writes the body. It asks resolve for each link when it comes to it, once.
func (t *Text) HTML(resolve func(Link) Target) string {
	return t.write(resolve, false)
}

// LowerHTML writes the body as [Text.HTML] does, its headings one level down: for
// where it stands under a heading of the page's own.
func (t *Text) LowerHTML(resolve func(Link) Target) string {
	return t.write(resolve, true)
}

// Most of a body is copied twice on its way to a page, so that is done in
// buffers that are kept.
type outputRoom struct{ body, html []byte }

var outputRooms = sync.Pool{New: func() any { return new(outputRoom) }}

func (t *Text) write(resolve func(Link) Target, lowered bool) string {
	room := outputRooms.Get().(*outputRoom)
	defer outputRooms.Put(room)
	room.body = t.body.Append(room.body[:0])
	if len(room.body) == 0 { // it could not be read back
		return ""
	}
	room.html = t.fill(room.html[:0], room.body, resolve)
	if lowered {
		lower(room.html)
	}
	return string(room.html)
}

// lower puts each heading one level down. The body is our own HTML: "<" always
// begins a tag.
func lower(html []byte) {
	for {
		next := bytes.IndexByte(html, '<')
		if next < 0 {
			return
		}
		html = html[next+1:]
		tag := html
		if len(tag) > 0 && tag[0] == '/' {
			tag = tag[1:]
		}
		if len(tag) > 2 && tag[0] == 'h' && tag[1] >= '2' && tag[1] <= '5' && (tag[2] == ' ' || tag[2] == '>') {
			tag[1]++
		}
	}
}

// fill copies the body with the links' targets in its holes.
func (t *Text) fill(html, body []byte, resolve func(Link) Target) []byte {
	var link, picture Target
	shown := -1 // the image that picture is the target of
	from := 0
	for _, h := range t.holes {
		if h.at < from {
			continue // within what was left out
		}
		html = append(html, body[from:h.at]...)
		from = h.at
		target := &link
		switch h.kind {
		case openLink:
			link = resolve(t.Links[h.link])
		case image, imageBlock:
			if shown != h.link {
				picture = resolve(t.Links[h.link])
				shown = h.link
			}
			target = &picture
		}
		if target.Href == "" || !isSafe(target.Href) {
			from += h.skip
			continue
		}
		switch h.kind {
		case openLink:
			html = append(appendAddress(append(html, `<a href="`...), link.Href), '"')
			html = appendAttribute(html, "hreflang", link.Lang)
			html = appendAttribute(html, "type", link.Type)
		case closeLink:
			html = appendEscaped(html, link.Suffix)
		case image:
			html = append(appendAddress(append(html, `<img src="`...), picture.Href), '"')
			html = appendNumber(html, "width", picture.Width)
			html = appendNumber(html, "height", picture.Height)
			html = appendAttribute(html, "srcset", picture.Srcset)
			html = appendAttribute(html, "sizes", picture.Sizes)
			if !picture.Eager {
				html = append(html, ` loading="lazy" decoding="async"`...)
			}
		}
	}
	return append(html, body[from:]...)
}

func appendAttribute(html []byte, name, value string) []byte {
	if value == "" {
		return html
	}
	html = append(append(append(html, ' '), name...), `="`...)
	return append(appendEscaped(html, value), '"')
}

func appendNumber(html []byte, name string, value int) []byte {
	if value <= 0 {
		return html
	}
	return appendAttribute(html, name, strconv.Itoa(value))
}

// Plain returns the text without marks, one line for each block, for search and
// excerpts. The numbers of the notes are left out.
func (t *Text) Plain() string {
	room := outputRooms.Get().(*outputRoom)
	defer outputRooms.Put(room)
	room.body = t.body.Append(room.body[:0])
	if len(room.body) == 0 {
		return ""
	}
	body, plain, from := room.body, room.html[:0], 0
	for _, out := range append(t.leftOut(), extent{len(body), len(body)}) {
		if out.from < from {
			continue // within what was left out
		}
		plain = appendPlain(plain, body[from:out.from])
		from = out.to
	}
	room.html = plain
	lines := plain[:0] // over what was read already
	for line := range bytes.Lines(plain) {
		if line = bytes.TrimSpace(line); len(line) > 0 {
			if len(lines) > 0 {
				lines = append(lines, '\n')
			}
			lines = append(lines, line...)
		}
	}
	return string(lines)
}

// appendPlain copies a part of the body without its tags. The body is our own
// HTML: "<" always begins a tag, no attribute holds ">", and there are four
// entities.
func appendPlain(plain, html []byte) []byte {
	for len(html) > 0 {
		text, tag, _ := bytes.Cut(html, []byte{'<'})
		for {
			before, rest, found := bytes.Cut(text, []byte{'&'})
			plain = append(plain, before...)
			if !found {
				break
			}
			letter := byte('&')
			for _, e := range entities {
				if after, ok := bytes.CutPrefix(rest, []byte(e.name)); ok {
					letter, rest = e.letter, after
					break
				}
			}
			plain, text = append(plain, letter), rest
		}
		_, html, _ = bytes.Cut(tag, []byte{'>'})
	}
	return plain
}

var entities = [...]struct {
	name   string
	letter byte
}{{"lt;", '<'}, {"gt;", '>'}, {"quot;", '"'}, {"amp;", '&'}}

// leftOut is what Plain does not read, in order: the numbers of the notes, and
// what follows the hole in the tag of a link or an image.
func (t *Text) leftOut() []extent {
	left := slices.Clone(t.unread)
	for _, h := range t.holes {
		if h.kind == openLink || h.kind == image {
			left = append(left, extent{h.at, h.at + h.skip})
		}
	}
	slices.SortFunc(left, func(a, b extent) int { return a.from - b.from })
	return left
}

// finish takes the body over from the renderer.
func (r *renderer) finish() {
	if body := bytes.TrimRight(r.body, "\n"); len(body) > 0 {
		r.text.body = r.Scratch.Keep(append(body, '\n'))
	}
	r.text.holes = r.holes
	r.text.unread = r.unread
}
