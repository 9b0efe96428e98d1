package check

import (
	"bytes"
	"strings"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// quotedParagraph: a paragraph that is wholly a quotation and does not say so:
// only its quotation marks show it (RGAA 9.4).
var quotedParagraph = Rule{
	Name:     "quoted-paragraph",
	Severity: diagnostic.Warning,
	Text: &textRule{bodies: true, whole: func(p *proof) {
		const fewest = 8 // words; a shorter one is a title, a motto, a cry
		for i := range p.Blocks {
			b := &p.Blocks[i]
			if b.Kind != markdown.Paragraph || !isQuotation(b.Text) || len(bytes.Fields(b.Text)) < fewest {
				continue
			}
			p.report(int32(i), 0, len(b.Text), "make-quotation", diagnostic.Args{})
		}
	}},
}

func isQuotation(text []byte) bool {
	if len(text) == 0 || text[0] != '"' && text[0] != 0xC2 && text[0] != 0xE2 {
		return false
	}
	words := strings.TrimRight(string(text), " .\n")
	for _, marks := range [][2]string{{"«", "»"}, {"“", "”"}, {`"`, `"`}} {
		inside, opens := strings.CutPrefix(words, marks[0])
		inside, closes := strings.CutSuffix(inside, marks[1])
		if opens && closes && !strings.Contains(inside, marks[0]) {
			return true
		}
	}
	return false
}
