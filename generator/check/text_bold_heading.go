package check

import (
	"bytes"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// boldHeading: a paragraph wholly in bold, with a text after it: it looks like a
// heading and is none for who does not see it (RGAA 9.1).
var boldHeading = Rule{
	Name:     "bold-heading",
	Severity: diagnostic.Warning,
	Text: &textRule{bodies: true, whole: func(p *proof) {
		const most = 100 // bytes: what is longer is a sentence that matters
		for i := range p.Blocks {
			b := &p.Blocks[i]
			words := bytes.TrimSpace(b.Text)
			if b.Kind != markdown.Paragraph || !b.Bold || !b.Leads || len(words) == 0 || len(words) > most || bytes.IndexByte(words, '\n') >= 0 {
				continue
			}
			switch words[len(words)-1] {
			case '.', '!', ';', ',':
				continue // a sentence
			}
			p.report(int32(i), 0, len(b.Text), "make-heading", diagnostic.Args{})
		}
	}},
}
