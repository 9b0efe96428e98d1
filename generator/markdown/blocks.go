package markdown

import (
	"bytes"
	"strconv"
	"sync"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// A renderer writes one syntax tree as HTML. It serves one Parse.
type renderer struct {
	Options
	source []byte
	lines  lineIndex
	text   *Text

	*room
	holes  []hole
	unread []extent

	ids       map[string]int
	voice     voice
	depth     int
	addresses int // bytes of all destinations so far

	captions    int
	captionDone ast.Node // the caption after a table, already written
	headingID   string   // of the last heading, until a table has taken its name

	proofread     bool // there is a proof-reader, and so a copy
	inLink        bool // links do not nest
	hasAttributes bool // "{…}" may stand in the source

	notes       *extension.FootnoteList
	calls       map[int]int // how often each note was called
	callsInLink []int       // calls that wait for the end of a link
}

// A room is kept by one renderer for the next.
type room struct {
	body []byte
	flow flow
	copy copyist
}

var rooms = sync.Pool{New: func() any { return new(room) }}

func (r *renderer) render(root ast.Node) {
	r.room = rooms.Get().(*room)
	r.body = r.body[:0]
	r.voice = voiceOf(r.Language)
	r.hasAttributes = bytes.Contains(r.source, []byte("]{")) || bytes.Contains(r.source, []byte("){"))
	r.proofread = r.Proof != nil
	r.copy.reset(&r.lines)
	r.blocks(root)
	r.writeNotes()
	r.finish()
	if r.proofread {
		found := r.Proof(r.copy.finish(r.Language, r.text))
		r.text.Problems = append(r.text.Problems, found...)
		r.copy.lines = nil
	}
	rooms.Put(r.room)
}

func (r *renderer) raw(html string) { r.body = append(r.body, html...) }

func (r *renderer) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		r.block(n)
	}
}

func (r *renderer) block(node ast.Node) {
	switch n := node.(type) {
	case *ast.Heading:
		r.heading(n)
	case *ast.Paragraph:
		r.paragraph(n)
	case *ast.TextBlock:
		r.inline(n)
		if n.NextSibling() != nil {
			r.raw("\n")
		}
	case *ast.Blockquote:
		r.raw("<blockquote>\n")
		r.copy.quotes++
		r.blocks(n)
		r.copy.quotes--
		r.raw("</blockquote>\n")
	case *ast.List:
		r.list(n)
	case *ast.CodeBlock:
		r.code(n)
	case *ast.FencedCodeBlock:
		r.code(n)
	case *ast.HTMLBlock:
		r.htmlBlock(n)
	case *ast.ThematicBreak:
		r.raw("<hr>\n")
	case *extension.Table:
		r.table(n)
	case *extension.DefinitionList:
		r.raw("<dl>\n")
		r.blocks(n)
		r.raw("</dl>\n")
	case *extension.DefinitionTerm:
		r.raw("<dt>")
		r.inline(n)
		r.raw("</dt>\n")
	case *extension.DefinitionDescription:
		r.raw("<dd>")
		r.blocks(n)
		r.raw("</dd>\n")
	case *extension.FootnoteList:
		r.notes = n
	}
}

func (r *renderer) paragraph(n *ast.Paragraph) {
	if r.isCaption(n) {
		return // its table writes it
	}
	if img, ok := n.FirstChild().(*ast.Image); ok && r.isAlone(img) {
		r.imageBlock(img)
		return
	}
	r.raw("<p>")
	r.inline(n)
	r.raw("</p>\n")
}

func (r *renderer) list(n *ast.List) {
	open, end := "<ul>\n", "</ul>\n"
	if n.IsOrdered() {
		open, end = "<ol>\n", "</ol>\n"
		if n.Start != 1 {
			open = `<ol start="` + strconv.Itoa(n.Start) + "\">\n"
		}
	}
	r.raw(open)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		r.raw("<li>")
		if first := item.FirstChild(); first != nil {
			if _, tight := first.(*ast.TextBlock); !tight {
				r.raw("\n")
			}
		}
		r.blocks(item)
		r.raw("</li>\n")
	}
	r.raw(end)
}

func (r *renderer) code(n ast.Node) {
	r.raw("<pre><code>")
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		r.body = appendEscaped(r.body, line.Value(r.source))
	}
	r.raw("</code></pre>\n")
}

func (r *renderer) htmlBlock(n *ast.HTMLBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	line := n.Lines().At(0)
	r.rawHTML(line.Start, line.Value(r.source))
}
