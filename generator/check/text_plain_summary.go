package check

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// missingPlainSummary: what was decided, said in plain words, is what most
// readers come for. A meeting that was held and a workshop that is over have
// something to say.
var missingPlainSummary = Rule{
	Name:     "missing-plain-summary",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		if lacksPlainSummary(c, document) && isOver(document) {
			report(at(document, "title"), "add-plain-summary", diagnostic.Args{})
		}
	},
}

// plainSummaryAdvised: the same of what is still to come or at work.
var plainSummaryAdvised = Rule{
	Name:     "plain-summary-advised",
	Severity: diagnostic.Information,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		if lacksPlainSummary(c, document) && !isOver(document) {
			report(at(document, "title"), "add-plain-summary", diagnostic.Args{})
		}
	},
}

func lacksPlainSummary(c *council.Council, document council.Documented) bool {
	switch document.(type) {
	case *council.Opinion, *council.Session, *council.Workshop:
		return document.Common().PlainSummary == "" && c.State(document) == council.Published
	}
	return false
}

func isOver(document council.Documented) bool {
	switch d := document.(type) {
	case *council.Opinion:
		return true
	case *council.Session:
		return d.Status == council.Held
	case *council.Workshop:
		return d.Status == "concluded"
	}
	return false
}

// longPlainSummary: a plain summary of more words than one reads at a glance.
var longPlainSummary = Rule{
	Name:     "long-plain-summary",
	Severity: diagnostic.Information,
	Text: &textRule{headers: true, whole: func(p *proof) {
		const most = 60 // words
		p.eachPlainSummary(func(block int, words []word, _ measure) {
			if n := countWords(words); n > most {
				p.reportAt(p.Blocks[block].At(0), "shorten", diagnostic.Args{"n": strconv.Itoa(n)}, nil)
			}
		})
	}},
}

// longPlainSentence: a sentence of a plain summary in which one loses breath.
var longPlainSentence = Rule{
	Name:     "long-plain-sentence",
	Severity: diagnostic.Information,
	Text: &textRule{headers: true, whole: func(p *proof) {
		const most = 15 // words
		p.eachPlainSummary(func(_ int, _ []word, m measure) {
			for _, s := range m.longest {
				if s.words > most {
					p.report(s.block, s.from, s.to, "two-sentences", diagnostic.Args{"n": strconv.Itoa(s.words)})
				}
			}
		})
	}},
}

func (p *proof) eachPlainSummary(visit func(block int, words []word, m measure)) {
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Kind != markdown.Value || b.Key != "plain_summary" {
			continue
		}
		from := 0
		for from < len(p.words) && int(p.words[from].block) < i {
			from++
		}
		to := from
		for to < len(p.words) && int(p.words[to].block) == i {
			to++
		}
		visit(i, p.words[from:to], p.measure(p.words[from:to]))
	}
}

func countWords(words []word) int {
	n := 0
	for i := range words {
		if !words[i].joined {
			n++
		}
	}
	return n
}
