package markdown

import (
	"github.com/yuin/goldmark/ast"

	"greffe/generator/diagnostic"
)

func (r *renderer) layLink(n *ast.Link) {
	if r.inLink {
		r.lay(n)
		return
	}
	link, ok := r.addLink(n, n.Destination, n.Title)
	if !ok {
		r.laySpoken(n, languageOf(n))
		return
	}
	rest := ">"
	if title := r.text.Links[link].Title; title != "" {
		rest = ` title="` + string(appendEscaped(nil, title)) + `">`
	}
	r.openLink(link, rest)
	r.inLink = true
	// The language is the text's; it must outlive a link that is left out.
	r.laySpoken(n, languageOf(n))
	r.inLink = false
	r.closeLink(link)
	for _, number := range r.callsInLink {
		r.noteCall(number)
	}
	r.callsInLink = r.callsInLink[:0]
}

func (r *renderer) openLink(link int, rest string) {
	r.flow.marks = append(r.flow.marks, mark{at: len(r.flow.text), html: rest, hole: openLink, link: link})
}

func (r *renderer) closeLink(link int) {
	r.flow.marks = append(r.flow.marks, mark{at: len(r.flow.text), html: "</a>", hole: closeLink, link: link})
}

// layAutoLink adds <https://…>, <name@…> or either without its brackets.
func (r *renderer) layAutoLink(n *ast.AutoLink) {
	label := n.Label(r.source)
	destination := n.URL(r.source)
	r.copy.skip(n.Pos())
	if n.AutoLinkType == ast.AutoLinkEmail {
		destination = append([]byte("mailto:"), label...)
	}
	link, ok := 0, false
	if !r.inLink {
		link, ok = r.register(n.Pos(), Link{Destination: string(destination), Text: string(label)})
	}
	if ok {
		r.openLink(link, ">")
	}
	former := r.flow.speak(asWritten)
	r.flow.text = append(r.flow.text, label...)
	r.flow.speak(former)
	if ok {
		r.closeLink(link)
	}
}

// addLink registers a link or an image that is written in brackets.
func (r *renderer) addLink(n ast.Node, destination, title []byte) (index int, ok bool) {
	address, _ := unescape(nil, destination)
	words, control := unescape(nil, title)
	if control {
		r.report(n.Pos(), "control-character", diagnostic.Args{"character": excerpt(title)})
	}
	_, isImage := n.(*ast.Image)
	return r.register(n.Pos(), Link{
		Destination: string(address),
		Text:        oneLine(r.appendPlain(nil, n)),
		Title:       oneLine(words),
		Image:       isImage,
	})
}

// register keeps a link whose address is harmless; the text of another stays in
// the page without one.
func (r *renderer) register(offset int, link Link) (index int, ok bool) {
	if !isSafe(link.Destination) {
		r.report(offset, "dangerous-address", diagnostic.Args{"address": excerpt([]byte(link.Destination))})
		return 0, false
	}
	// A reference defined once may serve many links, and each is written out.
	before := r.addresses
	r.addresses += len(link.Destination) + len(link.Title)
	if r.addresses > maxAddresses {
		if before <= maxAddresses {
			r.report(offset, "too-many-references", limit("4 Mio"))
		}
		return 0, false
	}
	link.Position = r.lines.position(offset)
	r.text.Links = append(r.text.Links, link)
	return len(r.text.Links) - 1, true
}
