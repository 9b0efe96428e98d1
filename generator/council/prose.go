package council

import (
	"sync"

	"greffe/generator/markdown"
)

// Prose is the Markdown text of a document. It is parsed when somebody first
// asks for it, once, whatever the number of councils that share the document.
type Prose struct {
	once     sync.Once
	unparsed *unparsed // nil once it was parsed
	text     *markdown.Text
}

// What a text is parsed from.
type unparsed struct {
	source  []byte
	options markdown.Options
}

// NewProse wraps a text that has not been parsed yet.
func NewProse(source []byte, options markdown.Options) *Prose {
	return &Prose{unparsed: &unparsed{source, options}}
}

// Text is the parsed body; nil for a document without one.
func (p *Prose) Text() *markdown.Text {
	if p == nil {
		return nil
	}
	p.once.Do(func() {
		p.text = markdown.Parse(p.unparsed.source, p.unparsed.options)
		p.unparsed = nil // the parsed text is all that anybody needs from now on
	})
	return p.text
}

// Text is a document's parsed body, nil if it has none. The look-up is noted as
// one of the document: a list of a whole collection does not depend on bodies.
func (c *Council) Text(document Documented) *markdown.Text {
	c.reads.note(document.Collection(), document.Key())
	return document.Common().Body.Text()
}
