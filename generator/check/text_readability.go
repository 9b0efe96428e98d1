package check

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// hardToRead: a body, or a plain summary, that asks much of its readers, by the
// index of Kandel and Moles for French (1958). It is told to the writer alone;
// the sentences that it names teach more than the figure.
var hardToRead = Rule{
	Name:     "hard-to-read",
	Severity: diagnostic.Information,
	Text: &textRule{bodies: true, headers: true, whole: func(p *proof) {
		const (
			leastBody, leastSummary = 30.0, 40.0
			enough                  = 100 // words, below which the index means nothing
			enoughSummary           = 20
			longBody, longSummary   = 25, 15 // words of a sentence worth naming
		)
		if p.language != "fr" {
			return // the constants are those of French
		}
		if p.Header {
			p.eachPlainSummary(func(block int, _ []word, m measure) {
				if m.words >= enoughSummary && m.index() < leastSummary {
					p.tellHard(p.Blocks[block].At(0), m, leastSummary, longSummary)
				}
			})
			return
		}
		if len(p.words) < enough {
			return
		}
		if m := p.measure(p.words); m.words >= enough && m.index() < leastBody {
			at := p.Blocks[0].At(0)
			if len(m.longest) > 0 {
				at = p.Blocks[m.longest[0].block].At(m.longest[0].from)
			}
			p.tellHard(at, m, leastBody, longBody)
		}
	}},
}

func (p *proof) tellHard(at diagnostic.Position, m measure, least float64, long int) {
	args := diagnostic.Args{"index": fmt.Sprintf("%.0f", m.index()), "least": fmt.Sprintf("%.0f", least)}
	n := 0
	for _, s := range m.longest {
		if s.words <= long {
			break
		}
		n++
		number := strconv.Itoa(n)
		b := &p.Blocks[s.block]
		args["line"+number] = strconv.Itoa(b.At(s.from).Line)
		args["words"+number] = strconv.Itoa(s.words)
		args["text"+number] = short(string(b.Text[s.from:s.to]))
	}
	hint := "shorter-words"
	if n > 0 {
		hint = "longest-sentences-" + strconv.Itoa(n)
	}
	p.reportAt(at, hint, args, nil)
}

// short is the beginning of a sentence, enough to find it.
func short(text string) string {
	const most = 30
	if text = excerpt(text); len([]rune(text)) > most {
		return string([]rune(text)[:most]) + "…"
	}
	return text
}

// A measure counts what the index of Kandel and Moles is made of.
type measure struct {
	words, sentences, syllables int
	longest                     []sentence // three at most, the longest first
}

type sentence struct {
	block    int32
	from, to int
	words    int
}

// index is 207 − 1.015 words per sentence − 73.6 syllables per word.
func (m *measure) index() float64 {
	if m.words == 0 || m.sentences == 0 {
		return 207
	}
	return 207 - 1.015*float64(m.words)/float64(m.sentences) - 73.6*float64(m.syllables)/float64(m.words)
}

// measure counts the words that are the writer's own sentences: no headings, no
// tables, no quotations, no legal references.
func (p *proof) measure(words []word) measure {
	var m measure
	start, count := 0, 0
	for i := range words {
		w := &words[i]
		if i > 0 && words[i-1].ends {
			start, count = i, 0
		}
		if !p.isProse(w.block) {
			continue
		}
		if !w.joined {
			m.words++
			count++
		}
		m.syllables += spoken(p, w)
		if !w.ends {
			continue
		}
		m.sentences++
		const kept = 3
		s := sentence{w.block, int(words[start].from), int(w.to), count}
		if len(m.longest) < kept || s.words > m.longest[kept-1].words {
			m.longest = append(m.longest, s)
			slices.SortStableFunc(m.longest, func(a, b sentence) int { return cmp.Compare(b.words, a.words) })
			m.longest = m.longest[:min(len(m.longest), kept)]
		}
	}
	return m
}

// spoken counts a word's syllables; the "l'" of "l'avis" has none of its own.
func spoken(p *proof, w *word) int {
	text := p.Blocks[w.block].Text
	if int(w.to) < len(text) && (text[w.to] == '\'' || text[w.to] == 0xE2) && w.to-w.from <= 2 && kinds[text[w.to-1]] == letter {
		return 0
	}
	return int(w.syllables)
}

func (p *proof) isProse(block int32) bool {
	b := &p.Blocks[block]
	switch b.Kind {
	case markdown.Paragraph, markdown.Item, markdown.Value:
		return len(b.Text) < 3 || string(b.Text[:3]) != "Vu "
	}
	return false
}
