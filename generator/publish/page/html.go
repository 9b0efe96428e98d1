package page

import "html/template"

// safe is the project's one door from text to HTML that is not escaped again.
// Three things pass through it: what package markdown made of a body, what a
// layout made, and the fragments that this package wrote, with every value in
// them escaped.
func safe[T string | []byte](html T) template.HTML { return template.HTML(html) }

// escape makes text part of an HTML fragment, within quotes too.
func escape(text string) string { return template.HTMLEscapeString(text) }
