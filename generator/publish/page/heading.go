package page

import (
	"bytes"
	"html/template"
)

// Deeper sets the headings of a text one level down: it stands under a heading
// of its page's own, which is the one that the table of contents lists.
func (v *View) Deeper(text template.HTML) template.HTML {
	html := []byte(text)
	for i := 0; ; i++ {
		next := bytes.IndexByte(html[i:], '<')
		if next < 0 {
			return safe(html)
		}
		i += next
		tag := html[i+1:]
		if len(tag) > 0 && tag[0] == '/' {
			tag = tag[1:]
		}
		if len(tag) > 2 && tag[0] == 'h' && tag[1] >= '2' && tag[1] <= '5' && (tag[2] == ' ' || tag[2] == '>') {
			tag[1]++
		}
	}
}
