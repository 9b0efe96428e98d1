package markdown

import (
	"github.com/yuin/goldmark/ast"

	"greffe/generator/diagnostic"
)

func (r *renderer) layImage(n *ast.Image) {
	r.copy.skip(n.Pos())
	link, ok := r.addImage(n)
	if !ok {
		return
	}
	rest := r.imageRest(link)
	if title := r.text.Links[link].Title; title != "" {
		rest = ` title="` + string(appendEscaped(nil, title)) + `"` + rest
	}
	r.flow.marks = append(r.flow.marks, mark{at: len(r.flow.text), html: rest, hole: image, link: link})
}

// isAlone tells whether the image is all that its paragraph holds.
func (r *renderer) isAlone(n *ast.Image) bool {
	if n.NextSibling() == nil {
		return true
	}
	r.bindAttributes(n.Parent()) // "{decorative}" is no neighbour
	return n.NextSibling() == nil
}

// imageBlock writes an image that is alone in its paragraph; one that has a
// title becomes a figure with a caption.
func (r *renderer) imageBlock(n *ast.Image) {
	link, ok := r.addImage(n)
	if !ok {
		return
	}
	caption := r.text.Links[link].Title
	block := len(r.holes)
	r.holes = append(r.holes, hole{at: len(r.body), kind: imageBlock, link: link})
	start := len(r.body)
	open, end := "<p>", "</p>\n"
	if caption != "" {
		open, end = "<figure>\n", "</figure>\n"
	}
	r.raw(open)
	rest := r.imageRest(link)
	r.holes = append(r.holes, hole{at: len(r.body), skip: len(rest), kind: image, link: link})
	r.raw(rest)
	if caption != "" {
		r.raw("\n<figcaption>")
		r.flow.reset(r.voice)
		r.flow.text = append(r.flow.text, caption...)
		r.flow.set()
		r.flow.raiseOrdinals()
		r.write(&r.flow)
		r.raw("</figcaption>\n")
	}
	r.raw(end)
	r.holes[block].skip = len(r.body) - start
}

// imageRest is what follows an image's address, its size and when it is loaded.
func (r *renderer) imageRest(link int) string {
	alternative := string(appendEscaped(nil, r.text.Links[link].Text))
	return ` alt="` + alternative + `">`
}

func (r *renderer) addImage(n *ast.Image) (link int, ok bool) {
	link, ok = r.addLink(n, n.Destination, n.Title)
	if !ok {
		return 0, false
	}
	picture := &r.text.Links[link]
	switch {
	case isDecorative(n):
		picture.Text = ""
	case picture.Text == "":
		r.report(n.Pos(), "missing-alternative", diagnostic.Args{"address": excerpt([]byte(picture.Destination))})
	}
	return link, true
}
