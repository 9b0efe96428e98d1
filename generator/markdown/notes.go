package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"greffe/generator/diagnostic"
)

// layNoteCall adds the number that calls a note. Within a link it waits for its
// end, since it is a link too.
func (r *renderer) layNoteCall(n *extension.FootnoteLink) {
	if r.inLink {
		r.callsInLink = append(r.callsInLink, n.Index)
		return
	}
	r.noteCall(n.Index)
}

func (r *renderer) noteCall(number int) {
	if r.calls == nil {
		r.calls = map[int]int{}
	}
	r.calls[number]++
	digits := strconv.Itoa(number)
	id := r.Prefix + "fnref-" + digits
	if r.calls[number] > 1 {
		id += "-" + strconv.Itoa(r.calls[number])
	}
	html := `<sup><a href="#` + r.Prefix + "fn-" + digits + `" id="` + id + `" role="doc-noteref"`
	if r.Labels.Note != "" {
		html += ` aria-label="` + string(appendEscaped(nil, label(r.Labels.Note, number))) + `"`
	}
	r.flow.marks = append(r.flow.marks, mark{at: len(r.flow.text), html: html + ">" + digits + "</a></sup>", unread: true})
}

// findUnknownNotes reports the calls in a text that call no note: the parser
// has left them as they were.
func (r *renderer) findUnknownNotes(from, to int) {
	for i := from; i < to; i++ {
		switch {
		case r.source[i] == '\\':
			i++
		case r.source[i] == '[' && i+1 < len(r.source) && r.source[i+1] == '^':
			line, _, _ := bytes.Cut(r.source[i+2:], []byte("\n"))
			if name, _, closed := bytes.Cut(line, []byte("]")); closed && len(name) > 0 {
				r.report(i, "unknown-note", diagnostic.Args{"note": excerpt(name)})
			}
		}
	}
}

// writeNotes ends the body with the notes that were called, in their order.
func (r *renderer) writeNotes() {
	if r.notes == nil {
		return
	}
	var called []*extension.Footnote
	for n := r.notes.FirstChild(); n != nil; n = n.NextSibling() {
		note := n.(*extension.Footnote)
		if note.Index < 0 {
			r.warn(note.Pos(), "unused-note", diagnostic.Args{"note": excerpt(note.Ref)})
			continue
		}
		called = append(called, note)
	}
	if len(called) == 0 {
		return
	}
	byNumber := make([]*extension.Footnote, len(called))
	for _, note := range called {
		byNumber[note.Index-1] = note
	}
	if r.Labels.Notes == "" {
		r.raw(`<section class="notes">` + "\n")
	} else {
		id := r.Prefix + "fn-title"
		r.raw(`<section class="notes" aria-labelledby="` + id + `">` + "\n")
		start := len(r.body)
		r.raw(`<h2 id="` + id + `">`)
		r.body = appendEscaped(r.body, r.Labels.Notes)
		r.raw("</h2>\n")
		r.unread = append(r.unread, extent{start, len(r.body)})
	}
	r.raw("<ol>\n")
	for _, note := range byNumber {
		r.note(note)
	}
	r.raw("</ol>\n</section>\n")
}

func (r *renderer) note(note *extension.Footnote) {
	r.raw(`<li id="` + r.Prefix + "fn-" + strconv.Itoa(note.Index) + `">` + "\n")
	last := note.LastChild()
	for n := note.FirstChild(); n != nil; n = n.NextSibling() {
		if p, ok := n.(*ast.Paragraph); ok && n == last {
			r.raw("<p>")
			r.inline(p)
			r.raw("\u00a0")
			r.backLink(note.Index)
			r.raw("</p>\n</li>\n")
			return
		}
		r.block(n)
	}
	r.raw("<p>")
	r.backLink(note.Index)
	r.raw("</p>\n</li>\n")
}

// backLink leads to where the note was first called.
func (r *renderer) backLink(number int) {
	if r.calls[number] == 0 {
		return // only called from the alternative of an image
	}
	start := len(r.body)
	r.raw(`<a href="#` + r.Prefix + "fnref-" + strconv.Itoa(number) + `" role="doc-backlink"`)
	if r.Labels.Back != "" {
		r.raw(` aria-label="`)
		r.body = appendEscaped(r.body, label(r.Labels.Back, number))
		r.raw(`"`)
	}
	r.raw(">↩\ufe0e</a>") // the arrow as text, not as an emoji
	r.unread = append(r.unread, extent{start, len(r.body)})
}
