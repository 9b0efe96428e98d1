package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"greffe/generator/diagnostic"
)

func (r *renderer) heading(n *ast.Heading) {
	given := r.headingAttributes(n)
	former := r.voice
	if given.language != "" {
		r.voice = voiceOf(given.language)
		r.copy.elsewise++
	}
	r.layFlat(n)
	if r.voice = former; given.language != "" {
		r.copy.elsewise--
	}

	title := r.flow.plain()
	if title == "" {
		title = oneLine(r.appendPlain(nil, n)) // of an image
	}
	if title == "" {
		r.report(n.Pos(), "empty-heading", nil)
		return
	}
	if n.Level == 1 {
		// The page's title is its only h1.
		r.report(n.Pos(), "heading-level-one", diagnostic.Args{"text": excerpt([]byte(title))})
	}
	h := Heading{
		Level:    max(n.Level, 2),
		ID:       r.headingAnchor(given, title),
		Text:     title,
		Language: given.language,
		Position: r.lines.position(n.Pos()),
	}
	r.text.Headings = append(r.text.Headings, h)
	r.headingID = h.ID

	tag := "h" + strconv.Itoa(h.Level)
	r.raw("<" + tag + ` id="` + h.ID + `"`)
	if h.Language != "" {
		r.raw(` lang="` + h.Language + `"`)
	}
	r.raw(">")
	r.flow.raiseOrdinals()
	r.write(&r.flow)
	r.raw("</" + tag + ">\n")
}

// headingAnchor is the id that the editor chose, or one made of the title.
func (r *renderer) headingAnchor(given accepted, title string) string {
	prefix := r.Prefix + headingPrefix
	if given.anchor == "" {
		return r.uniqueID(prefix + slug(title))
	}
	args := diagnostic.Args{"anchor": excerpt([]byte(given.anchor))}
	if !isAnchor(given.anchor) {
		r.report(given.anchorAt, "bad-anchor", args)
		return r.uniqueID(prefix + slug(title))
	}
	if r.isTaken(prefix + given.anchor) {
		r.report(given.anchorAt, "duplicate-anchor", args)
	}
	return r.uniqueID(prefix + given.anchor)
}

// headingAttributes takes "{#id lang=en}" off the end of a heading.
func (r *renderer) headingAttributes(n *ast.Heading) accepted {
	last, ok := n.LastChild().(*ast.Text)
	if !ok || last.IsRaw() {
		return accepted{}
	}
	for {
		former, ok := last.PreviousSibling().(*ast.Text)
		if !ok || former.IsRaw() || former.Segment.Stop != last.Segment.Start {
			break
		}
		last = former
	}
	joinText(last)
	text := r.source[last.Segment.Start:last.Segment.Stop]
	start := bytes.LastIndexByte(text, '{')
	if start < 0 || start > 0 && text[start-1] != ' ' {
		return accepted{}
	}
	a, size := attributesAt(text[start:])
	if start+size != len(text) || !a.has("lang") && !bytes.HasPrefix(text[start:], []byte("{#")) {
		return accepted{}
	}
	at := last.Segment.Start + start
	kept := bytes.TrimRight(text[:start], " ")
	last.Segment = last.Segment.WithStop(last.Segment.Start + len(kept))
	return r.accept(a, at, "#", "lang")
}
