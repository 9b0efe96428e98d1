package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"greffe/generator/diagnostic"
)

// inline writes what is within a block: laid flat, set, then written.
func (r *renderer) inline(block ast.Node) {
	r.layFlat(block)
	r.flow.raiseOrdinals()
	r.write(&r.flow)
}

// layFlat fills the flow with the block's contents and sets them.
func (r *renderer) layFlat(block ast.Node) {
	r.flow.reset(r.voice)
	if r.proofread {
		r.copy.begin(block)
		r.lay(block)
		r.copy.end()
	} else {
		r.lay(block)
	}
	r.flow.set()
}

// lay adds the contents of a node to the flow.
func (r *renderer) lay(parent ast.Node) {
	r.bindAttributes(parent)
	r.depth++
	defer func() { r.depth-- }()
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			r.layText(n)
		case *ast.CodeSpan:
			r.layCode(n)
		case *ast.Emphasis:
			if n.Level == 2 {
				r.layWithin("<strong>", n, "</strong>")
			} else {
				r.layWithin("<em>", n, "</em>")
			}
		case *extension.Strikethrough:
			r.layWithin("<del>", n, "</del>")
		case *passage:
			r.laySpoken(n, n.language)
		case *ast.Link:
			r.layLink(n)
		case *ast.AutoLink:
			r.layAutoLink(n)
		case *ast.Image:
			r.layImage(n)
		case *extension.FootnoteLink:
			r.layNoteCall(n)
		case *ast.RawHTML:
			if n.Segments.Len() > 0 {
				segment := n.Segments.At(0)
				r.rawHTML(segment.Start, segment.Value(r.source))
			}
		case *ast.String:
			r.flow.text = append(r.flow.text, n.Value...)
		default:
			r.lay(n)
		}
	}
}

// layWithin adds a node between its tags. Emphasis within emphasis without end
// passes the parser but would make HTML that no browser keeps as written.
func (r *renderer) layWithin(open string, n ast.Node, end string) {
	if r.depth > maxDepth {
		if r.depth == maxDepth+1 {
			r.report(n.Pos(), "nesting-too-deep", limit(strconv.Itoa(maxDepth)))
		}
		r.lay(n)
		return
	}
	r.flow.tag(open)
	r.lay(n)
	r.flow.tag(end)
}

// laySpoken adds a node whose text may be in another language.
func (r *renderer) laySpoken(n ast.Node, language string) {
	if language == "" {
		r.lay(n)
		return
	}
	former := r.flow.speak(voiceOf(language))
	r.copy.skip(n.Pos())
	r.copy.elsewise++
	r.layWithin(`<span lang="`+language+`">`, n, "</span>")
	r.copy.elsewise--
	r.flow.speak(former)
}

func (r *renderer) layText(n *ast.Text) {
	value := n.Segment.Value(r.source)
	r.copy.copy(r.source, n.Segment.Start, n.Segment.Stop)
	if n.IsRaw() {
		r.flow.text = append(r.flow.text, value...)
	} else {
		var control bool
		r.flow.text, control = unescape(r.flow.text, value)
		if control {
			r.report(n.Segment.Start, "control-character", diagnostic.Args{"character": excerpt(value)})
		}
		r.findUnknownNotes(n.Segment.Start, n.Segment.Stop)
	}
	switch {
	case n.HardLineBreak():
		r.flow.tag("<br>")
		r.flow.text = append(r.flow.text, '\n')
		r.copyLineEnd(n.Segment.Stop)
	case n.SoftLineBreak():
		r.flow.text = append(r.flow.text, '\n')
		r.copyLineEnd(n.Segment.Stop)
	}
}

// copyLineEnd shows the proof-reader the end of a line, which comes after from:
// spaces or a backslash may stand before it.
func (r *renderer) copyLineEnd(from int) {
	if end := bytes.IndexByte(r.source[from:], '\n'); end >= 0 {
		r.copy.copy(r.source, from+end, from+end+1)
	}
}

func (r *renderer) layCode(n *ast.CodeSpan) {
	r.copy.skip(n.Pos())
	r.flow.tag("<code>")
	former := r.flow.speak(asWritten)
	r.flow.text = appendCode(r.flow.text, n, r.source)
	r.flow.speak(former)
	r.flow.tag("</code>")
}

func appendCode(to []byte, n *ast.CodeSpan, source []byte) []byte {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			value := t.Segment.Value(source)
			to = append(to, bytes.TrimSuffix(value, []byte("\n"))...)
			if bytes.HasSuffix(value, []byte("\n")) {
				to = append(to, ' ')
			}
		}
	}
	return to
}

func (r *renderer) rawHTML(offset int, html []byte) {
	trimmed := bytes.TrimLeft(html, " \t")
	r.report(offset+len(html)-len(trimmed), "raw-html", diagnostic.Args{"text": excerpt(bytes.TrimSpace(trimmed))})
}

// appendPlain appends the text of a node without marks: an image's is its
// alternative.
func (r *renderer) appendPlain(to []byte, parent ast.Node) []byte {
	for node := parent.FirstChild(); node != nil; node = node.NextSibling() {
		switch n := node.(type) {
		case *ast.Text:
			value := n.Segment.Value(r.source)
			if n.IsRaw() {
				to = append(to, value...)
			} else {
				to, _ = unescape(to, value)
			}
			if n.SoftLineBreak() || n.HardLineBreak() {
				to = append(to, ' ')
			}
		case *ast.String:
			to = append(to, n.Value...)
		case *ast.CodeSpan:
			to = appendCode(to, n, r.source)
		case *ast.AutoLink:
			to = append(to, n.Label(r.source)...)
		default:
			to = r.appendPlain(to, n)
		}
	}
	return to
}
