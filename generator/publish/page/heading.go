package page

import (
	"html/template"
	"strings"
)

// Deeper sets the headings of a text one level down: it stands under a heading
// of its page's own, which is the one that the table of contents lists.
func (v *View) Deeper(text template.HTML) template.HTML {
	return safe(deeper.Replace(string(text)))
}

var deeper = strings.NewReplacer(
	"<h5 ", "<h6 ", "</h5>", "</h6>", "<h4 ", "<h5 ", "</h4>", "</h5>",
	"<h3 ", "<h4 ", "</h3>", "</h4>", "<h2 ", "<h3 ", "</h2>", "</h3>",
)
