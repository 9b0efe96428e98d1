package markdown

import "github.com/yuin/goldmark/ast"

// A passage is "[texte]{lang=en}": text in another language than its surroundings.
type passage struct {
	ast.BaseInline
	language string // empty when it was wrong
}

var kindPassage = ast.NewNodeKind("Passage")

// Kind and Dump make a passage a node of goldmark's tree.
func (*passage) Kind() ast.NodeKind { return kindPassage }

func (p *passage) Dump(source []byte, level int) { ast.DumpHelper(p, source, level, nil, nil) }

// bindAttributes finds "{…}" after passages, links and images among the
// children of a node, and gives them what it says.
//
// It works on the tree, since goldmark has no way to let a parser of ours end
// what its link parser has begun.
func (r *renderer) bindAttributes(parent ast.Node) {
	if !r.hasAttributes {
		return
	}
	var open []bracket
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok || t.IsRaw() {
			continue
		}
		joinText(t)
		if r.bindNeighbour(t); t.Segment.IsEmpty() && n.NextSibling() == nil && n.PreviousSibling() != nil {
			parent.RemoveChild(parent, n) // the image is now alone
			return
		}
		for i := t.Segment.Start; i < t.Segment.Stop; i++ {
			switch r.source[i] {
			case '\\':
				i++
			case '[':
				open = append(open, bracket{t, i})
			case ']':
				a, size := attributesAt(r.source[i+1 : t.Segment.Stop])
				if len(open) == 0 {
					if size > 0 && a.has("lang") {
						r.unknownAttribute(i+1, r.source[i+1:i+1+size])
					}
					continue
				}
				last := open[len(open)-1]
				open = open[:len(open)-1]
				if size == 0 {
					continue
				}
				p := &passage{language: r.accept(a, i+1, "lang").language}
				p.SetPos(last.at)
				t = enclose(parent, last, t, i, i+1+size, p)
				n, i = t, t.Segment.Start-1
			}
		}
	}
}

// A bracket is a "[" in a text, at an offset of the source.
type bracket struct {
	text *ast.Text
	at   int
}

// bindNeighbour reads "{…}" at the start of a text, just after a link or an image.
func (r *renderer) bindNeighbour(t *ast.Text) {
	a, size := attributesAt(t.Segment.Value(r.source))
	if size == 0 || t.Segment.Padding > 0 {
		return
	}
	switch neighbour := t.PreviousSibling().(type) {
	case *ast.Link:
		if l := r.accept(a, t.Segment.Start, "lang").language; l != "" {
			neighbour.SetAttributeString("lang", l)
		}
	case *ast.Image:
		if r.accept(a, t.Segment.Start, "decorative").decorative {
			neighbour.SetAttributeString("decorative", true)
		}
	default:
		return
	}
	t.Segment = t.Segment.WithStart(t.Segment.Start + size)
}

// enclose moves what stands between the bracket and text[end] into p, and
// returns the text that follows p.
func enclose(parent ast.Node, open bracket, text *ast.Text, end, after int, p *passage) *ast.Text {
	rest := ast.NewTextSegment(text.Segment.WithStart(after))
	rest.SetSoftLineBreak(text.SoftLineBreak())
	rest.SetHardLineBreak(text.HardLineBreak())
	if open.text == text {
		inside := text.Segment.WithStart(open.at + 1)
		p.AppendChild(p, ast.NewTextSegment(inside.WithStop(end)))
	} else {
		first := ast.NewTextSegment(open.text.Segment.WithStart(open.at + 1))
		first.SetSoftLineBreak(open.text.SoftLineBreak())
		first.SetHardLineBreak(open.text.HardLineBreak())
		p.AppendChild(p, first)
		for n := open.text.NextSibling(); n != ast.Node(text); {
			next := n.NextSibling()
			p.AppendChild(p, n)
			n = next
		}
		p.AppendChild(p, text)
		text.Segment = text.Segment.WithStop(end)
		text.SetSoftLineBreak(false)
		text.SetHardLineBreak(false)
	}
	open.text.Segment = open.text.Segment.WithStop(open.at)
	open.text.SetSoftLineBreak(false)
	open.text.SetHardLineBreak(false)
	parent.InsertAfter(parent, open.text, p)
	parent.InsertAfter(parent, p, rest)
	return rest
}

// joinText adds the texts that follow t in the source to it; goldmark parts
// them wherever something might have begun.
func joinText(t *ast.Text) {
	for !t.SoftLineBreak() && !t.HardLineBreak() {
		next, ok := t.NextSibling().(*ast.Text)
		if !ok || next.IsRaw() || next.Segment.Start != t.Segment.Stop || next.Segment.Padding > 0 {
			return
		}
		t.Segment = t.Segment.WithStop(next.Segment.Stop)
		t.SetSoftLineBreak(next.SoftLineBreak())
		t.SetHardLineBreak(next.HardLineBreak())
		t.Parent().RemoveChild(t.Parent(), next)
	}
}
