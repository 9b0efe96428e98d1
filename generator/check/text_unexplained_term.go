package check

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unexplainedTerm: a piece of jargon that the council's glossary does not
// explain; a suggestion, made once for the whole council.
var unexplainedTerm = Rule{
	Name:     "unexplained-term",
	Severity: diagnostic.Information,
	Text: &textRule{bodies: true, words: func(l *lexicon) map[string]atWord {
		return phrases(func(p *proof, first, last int) {
			b := &p.Blocks[p.words[first].block]
			term := council.Fold(string(b.Text[p.words[first].from:p.words[last].to]))
			for i := range p.found {
				if p.found[i].Rule == "unexplained-term" && p.found[i].Args["folded"] == term {
					return
				}
			}
			p.report(p.words[first].block, int(p.words[first].from), int(p.words[last].to), "add-term", diagnostic.Args{"folded": term, "n": "1"})
		}, l.jargon...)
	}},
	Unless: func(c *council.Council, _ council.Documented, d *diagnostic.Diagnostic) bool {
		for i := range c.Glossary {
			if council.Fold(c.Glossary[i].Term) == d.Args["folded"] {
				return true
			}
		}
		return false
	},
}

// onceEach leaves one suggestion for each term, at its first place, which says
// in how many texts the term is.
func onceEach(found diagnostic.List) diagnostic.List {
	type uses struct{ at, n int }
	terms := make(map[string]*uses)
	kept := found[:0]
	for _, d := range found {
		if d.Rule != unexplainedTerm.Name {
			kept = append(kept, d)
			continue
		}
		if known := terms[d.Args["folded"]]; known != nil {
			known.n++
			continue
		}
		terms[d.Args["folded"]] = &uses{len(kept), 1}
		kept = append(kept, d)
	}
	for term, known := range terms {
		// The text keeps its own diagnostic, and shares it with other councils.
		kept[known.at].Args = diagnostic.Args{"text": kept[known.at].Args["text"], "folded": term, "n": strconv.Itoa(known.n)}
	}
	return kept
}
