package check

import (
	"strings"
	"sync"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// A Proofreader applies the rules that look at words. It is shown each text
// once, while it is parsed, and what it finds stays with the parsed text: an
// edit costs the reading of one file. It may serve several goroutines.
type Proofreader struct {
	jargon   func(language string) []string
	lexicons sync.Map // language → *lexicon
	proofs   sync.Pool
}

// NewProofreader makes a proof-reader. jargon lists, for a language, the terms
// that a glossary should explain.
func NewProofreader(jargon func(language string) []string) *Proofreader {
	return &Proofreader{jargon: jargon, proofs: sync.Pool{New: func() any { return &proof{told: make(map[*Rule]int)} }}}
}

// A textRule is what a rule does with words: something at certain words of a
// language, something with the text as a whole, or both.
type textRule struct {
	headers bool // in front matters too
	bodies  bool
	words   func(l *lexicon) map[string]atWord
	whole   func(*proof)
}

// atWord looks at the i-th word of the proof.
type atWord func(p *proof, i int)

// A proof is one text under the eyes of its proof-reader.
type proof struct {
	*markdown.Copy
	*lexicon
	words []word
	marks []mark // « and »
	rule  *Rule
	told  map[*Rule]int // how often a rule has spoken of this text
	found diagnostic.List
}

// mostOfARule is how often a rule speaks of one text. Whoever mends as much is
// told the rest; a text that slips at each of its letters costs no more.
const mostOfARule = 1000

// A word is a run of letters, with the hyphens and the points of inclusive
// writing within; an apostrophe ends one: "l'élu·e" is two.
type word struct {
	from, to  int32 // in its block's text
	block     int32
	syllables uint8
	joined    bool // by an apostrophe to the one before
	ends      bool // a sentence
	doubled   bool // a letter stands there with its accent and without, as scanners do
	entry     *entry
}

// A mark is a French quotation mark.
type mark struct {
	block, at int
	opens     bool
}

// Read is what a reader and a parser call, as their Proof.
func (r *Proofreader) Read(copy *markdown.Copy) diagnostic.List {
	p := r.proofs.Get().(*proof)
	p.Copy, p.lexicon, p.words, p.marks, p.found = copy, r.lexicon(copy.Language), p.words[:0], p.marks[:0], nil
	clear(p.told)
	for i := range p.Blocks {
		p.spell(i)
	}
	for i := range p.words {
		if known := p.words[i].entry; known != nil {
			for _, call := range known.calls {
				if call.applies(p) {
					p.rule = call.rule
					call.do(p, i)
				}
			}
		}
	}
	for i := range p.whole {
		if rule := p.whole[i]; rule.Text.in(copy) {
			p.rule = rule
			rule.Text.whole(p)
		}
	}
	found := p.found
	p.Copy, p.found = nil, nil
	r.proofs.Put(p)
	return found
}

func (t *textRule) in(copy *markdown.Copy) bool {
	if copy.Header {
		return t.headers
	}
	return t.bodies
}

// enough tells whether the rule has spoken as often as it may.
func (p *proof) enough() bool {
	p.told[p.rule]++
	return p.told[p.rule] > mostOfARule
}

// report notes something about text[from:to] of a block.
func (p *proof) report(block int32, from, to int, hint string, args diagnostic.Args) {
	if p.enough() {
		return
	}
	b := &p.Blocks[block]
	args["text"] = excerpt(string(b.Text[from:to]))
	at, _ := b.Source.Locate(b, from, to)
	p.reportAt(at, hint, args, nil)
}

// mend reports what can only be a slip, with what should stand there.
func (p *proof) mend(block int32, from, to int, proper string) {
	if p.enough() {
		return
	}
	b := &p.Blocks[block]
	at, _ := b.Source.Locate(b, from, to)
	p.reportAt(at, "write", diagnostic.Args{"text": string(b.Text[from:to]), "proper": proper}, b.Fix(from, to, proper))
}

func (p *proof) reportAt(at diagnostic.Position, hint string, args diagnostic.Args, fix *diagnostic.Fix) {
	p.found.Add(diagnostic.Diagnostic{Position: at, Severity: p.rule.Severity, Rule: p.rule.Name, Hint: hint, Args: args, Fix: fix})
}

// text is the i-th word as it was typed.
func (p *proof) text(i int) string {
	w := &p.words[i]
	return string(p.Blocks[w.block].Text[w.from:w.to])
}

// follows tells whether the word after the i-th stands in the same phrase:
// nothing but spaces or an apostrophe is between them.
func (p *proof) follows(i int) bool {
	if i+1 >= len(p.words) || p.words[i].block != p.words[i+1].block {
		return false
	}
	for _, c := range string(p.Blocks[p.words[i].block].Text[p.words[i].to:p.words[i+1].from]) {
		switch c {
		case ' ', '\n', '\t', '\'', '’', '\u00a0', '\u202f':
		default:
			return false
		}
	}
	return true
}

// excerpt keeps messages to a line.
func excerpt(text string) string {
	const most = 60
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}
