package page

import (
	"html/template"
	"strings"
)

// Say is [View.T] for a sentence with links or dates in it: arguments that are
// HTML already stay so, everything else is escaped.
func (v *View) Say(key string, args ...any) template.HTML {
	// A private-use character holds the place of each fragment while the
	// sentence is set and escaped.
	var fragments []string
	plain := make([]any, len(args))
	for i, arg := range args {
		if fragment, ok := arg.(template.HTML); ok {
			plain[i] = string(placeholder + rune(len(fragments)))
			fragments = append(fragments, string(fragment))
		} else {
			plain[i] = arg
		}
	}
	return safe(filled(escape(v.T(key, plain...)), fragments))
}

// filled puts the fragments in the places that were held for them.
func filled(sentence string, fragments []string) string {
	if len(fragments) == 0 {
		return sentence
	}
	var b strings.Builder
	for _, char := range sentence {
		if i := int(char - placeholder); i >= 0 && i < len(fragments) {
			b.WriteString(fragments[i])
		} else {
			b.WriteRune(char)
		}
	}
	return b.String()
}

// described is the introduction of a page with the council's name: a list of
// results shows pages of many sites.
func (v *View) described(intro string) string {
	return v.T("pages.described", "text", v.T(intro), "council", v.Settings.Name)
}

const placeholder = '\uE000'

// Join puts fragments one after another, between commas; empty ones are left
// out.
func (v *View) Join(fragments ...any) template.HTML {
	var b strings.Builder
	separator := v.T("pages.separator")
	for _, fragment := range fragments {
		var text string
		switch fragment := fragment.(type) {
		case template.HTML:
			text = string(fragment)
		default:
			text = escape(v.typeset(v.quoted(toString(fragment))))
		}
		if text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString(separator)
		}
		b.WriteString(text)
	}
	return safe(b.String())
}
