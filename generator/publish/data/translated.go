package data

import (
	"greffe/generator/site"
	"greffe/generator/words"
)

// spoken is a text in every language, by the language's code.
func spoken(b *site.Brief, say func(*words.Catalogue) string) object {
	texts := object{}
	for _, w := range b.Languages {
		texts.add(w.Language, say(w))
	}
	return texts
}
