package check

import (
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// unbalancedQuotes: a « that nothing closes, or a » that nothing opened: readers
// no longer know who speaks.
var unbalancedQuotes = Rule{
	Name:     "unbalanced-quotes",
	Severity: diagnostic.Warning,
	Text:     &textRule{bodies: true, headers: true, whole: findUnbalancedQuotes},
}

// A quotation of several paragraphs may open each of them with « and close only
// the last; one that has a list within may close after it.
func findUnbalancedQuotes(p *proof) {
	if len(p.marks) == 0 {
		return
	}
	var open []mark
	unclosed := func() {
		for _, m := range open {
			p.report(int32(m.block), m.at, m.at+len("«"), "close-quote", diagnostic.Args{})
		}
		open = open[:0]
	}
	before, reach := 0, 0 // the last block that the open quotation is known to hold
	for _, m := range p.marks {
		for ; before < m.block; before++ {
			if p.Header || p.Blocks[before+1].Kind == markdown.Title || p.Blocks[before].Kind == markdown.Cell {
				unclosed()
			}
			if reach == before && p.Blocks[before+1].Kind == markdown.Item {
				reach++
			}
		}
		switch {
		case m.opens && m.at == 0 && len(open) > 0 && open[len(open)-1].block < m.block && reach == m.block-1:
			reach = m.block
		case m.opens:
			open, reach = append(open, m), m.block
		case len(open) == 0:
			p.report(int32(m.block), m.at, m.at+len("»"), "open-quote", diagnostic.Args{})
		default:
			open = open[:len(open)-1]
		}
	}
	unclosed()
}
