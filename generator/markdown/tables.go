package markdown

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a region that scrolls, by keyboard too, and that
// screen readers announce by the table's caption or by the heading above it.
func (r *renderer) table(n *extension.Table) {
	caption := r.captionOf(n)
	id := ""
	switch {
	case caption != nil:
		r.captions++
		id = r.Prefix + "t-" + strconv.Itoa(r.captions)
		r.raw(`<div class="scroll" role="region" aria-labelledby="` + id + `" tabindex="0">`)
	case r.headingID != "":
		r.raw(`<div class="scroll" role="region" aria-labelledby="` + r.headingID + `" tabindex="0">`)
		r.headingID = "" // two regions of one name could not be told apart
	default:
		r.warn(n.FirstChild().Pos(), "table-without-caption", nil)
		r.raw(`<div class="scroll" tabindex="0">`)
	}
	r.raw("<table>\n")
	if caption != nil {
		r.raw(`<caption id="` + id + `">`)
		r.inline(caption)
		r.raw("</caption>\n")
	}
	r.rows(n, caption)
	r.raw("</table></div>\n")
}

func (r *renderer) rows(n *extension.Table, caption ast.Node) {
	r.raw("<thead>\n<tr>\n")
	head := n.FirstChild()
	for cell := head.FirstChild(); cell != nil; cell = cell.NextSibling() {
		r.headerCell(cell.(*extension.TableCell))
	}
	r.raw("</tr>\n</thead>\n")
	named := hasRowHeaders(n)
	body := false
	for row := head.NextSibling(); row != nil; row = row.NextSibling() {
		if caption != nil && row.FirstChild() == caption {
			continue
		}
		if !body {
			r.raw("<tbody>\n")
			body = true
		}
		r.raw("<tr>\n")
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			c := cell.(*extension.TableCell)
			if named && cell == row.FirstChild() {
				r.raw(`<th scope="row"` + alignment(c) + ">")
				r.inline(c.FirstChild()) // bold is what says so, not how it looks
				r.raw("</th>\n")
				continue
			}
			r.raw("<td" + alignment(c) + ">")
			r.inline(c)
			r.raw("</td>\n")
		}
		r.raw("</tr>\n")
	}
	if body {
		r.raw("</tbody>\n")
	}
}

func (r *renderer) headerCell(c *extension.TableCell) {
	r.layFlat(c)
	if r.flow.isBlank() {
		r.report(r.cellStart(c), "empty-header-cell", nil)
	}
	r.raw(`<th scope="col"` + alignment(c) + ">")
	r.flow.raiseOrdinals()
	r.write(&r.flow)
	r.raw("</th>\n")
}

// cellStart is the offset just after the bar that opens the cell.
func (r *renderer) cellStart(c *extension.TableCell) int {
	if c.Lines().Len() == 0 {
		return c.Pos()
	}
	at := c.Lines().At(0).Start
	for at > 0 && (r.source[at-1] == ' ' || r.source[at-1] == '\t') {
		at--
	}
	return at
}

func alignment(c *extension.TableCell) string {
	switch c.Alignment {
	case extension.AlignRight:
		return ` class="num"`
	case extension.AlignCenter:
		return ` class="mid"`
	}
	return ""
}

// hasRowHeaders tells whether the first cell of every row is wholly bold: the
// way, in Markdown, to say that it names its row.
func hasRowHeaders(n *extension.Table) bool {
	first := n.FirstChild().NextSibling()
	for row := first; row != nil; row = row.NextSibling() {
		bold, ok := row.FirstChild().FirstChild().(*ast.Emphasis)
		if !ok || bold.Level != 2 || bold.NextSibling() != nil {
			return false
		}
	}
	return first != nil
}

// captionOf finds the paragraph that is a table's caption, before it or after.
// The last row is one too if it has no bars: editors forget the blank line.
func (r *renderer) captionOf(n *extension.Table) ast.Node {
	if p, ok := n.PreviousSibling().(*ast.Paragraph); ok && p != r.captionDone && r.takeCaption(p) {
		return p
	}
	if row := n.LastChild(); row != n.FirstChild() {
		line, _, _ := bytes.Cut(r.source[row.Pos():], []byte("\n"))
		if bytes.IndexByte(line, '|') < 0 && r.takeCaption(row.FirstChild()) {
			return row.FirstChild()
		}
	}
	p, ok := n.NextSibling().(*ast.Paragraph)
	if !ok {
		return nil
	}
	if _, next := p.NextSibling().(*extension.Table); next || !r.takeCaption(p) {
		return nil // it is the next table's
	}
	r.captionDone = p
	return p
}

// isCaption tells whether a table writes the paragraph.
func (r *renderer) isCaption(p *ast.Paragraph) bool {
	if p == r.captionDone {
		return true
	}
	if _, ok := p.NextSibling().(*extension.Table); !ok {
		return false
	}
	words, _ := r.captionStart(r.appendPlain(nil, p))
	return words > 0
}

// takeCaption tells whether the node is a caption, and takes its first word
// off. A numbered one keeps it: the text may speak of "Tableau 3".
func (r *renderer) takeCaption(n ast.Node) bool {
	words, numbered := r.captionStart(r.appendPlain(nil, n))
	if words == 0 {
		return false
	}
	first, ok := n.FirstChild().(*ast.Text)
	if !ok || numbered {
		return true
	}
	joinText(first)
	if words, _ := r.captionStart(first.Segment.Value(r.source)); words > 0 {
		first.Segment = first.Segment.WithStart(first.Segment.Start + words)
	}
	return true
}

// captionStart returns the length of "Tableau 3 : ", or 0, and whether there is
// a number in it.
func (r *renderer) captionStart(text []byte) (length int, numbered bool) {
	for _, word := range r.Labels.Tables {
		if word == "" || !bytes.HasPrefix(text, []byte(word)) {
			continue
		}
		i := spacesEnd(text, len(word))
		digits := i
		for i < len(text) && isDigit(rune(text[i])) {
			i++
		}
		numbered = i > digits
		i = spacesEnd(text, i)
		if i >= len(text) || text[i] != ':' {
			continue
		}
		if i = spacesEnd(text, i+1); i < len(text) {
			return i, numbered
		}
	}
	return 0, false
}
