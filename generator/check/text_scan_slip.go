package check

import (
	"bytes"
	"strings"

	"greffe/generator/diagnostic"
)

// scanSlip: what a program that reads scanned paper takes for something else: a
// capital I for an l, an accent beside its letter, a ¢ for the e of "9e".
var scanSlip = Rule{
	Name:     "scan-slip",
	Severity: diagnostic.Warning,
	Text:     &textRule{bodies: true, headers: true, words: scanned, whole: findScanSlips},
}

func scanned(l *lexicon) map[string]atWord {
	if l.language != "fr" {
		return nil
	}
	return map[string]atWord{
		"cing": func(p *proof, i int) { p.mendWord(i, "cinq") },
		"gu": func(p *proof, i int) { // gu'en for qu'en
			if p.text(i) == "gu" && p.follows(i) && p.words[i+1].joined {
				p.mendWord(i, "qu")
			}
		},
		"i": func(p *proof, i int) { // I'inclusion for l'inclusion; not "I'm"
			if p.text(i) == "I" && p.follows(i) && p.words[i+1].joined {
				next := p.words[i+1]
				switch text := p.Blocks[next.block].Text[next.from:next.to]; {
				case strings.IndexByte("aeiouyh", text[0]) >= 0, text[0] == 0xC3 && len(text) > 1 && text[1] >= 0xA0:
					if i == 0 || p.words[i-1].ends {
						p.mendWord(i, "L")
					} else {
						p.mendWord(i, "l")
					}
				}
			}
		},
	}
}

// mendWord puts another word in the place of the i-th; what follows it up to the
// next one is shown with it, so that "I" is told as "I'inclusion".
func (p *proof) mendWord(i int, proper string) {
	w := &p.words[i]
	end := int(w.to)
	if p.follows(i) && p.words[i+1].joined {
		end = int(p.words[i+1].to)
	}
	rest := string(p.Blocks[w.block].Text[w.to:end])
	p.mend(w.block, int(w.from), end, proper+rest)
}

var cent = []byte("¢")

func findScanSlips(p *proof) {
	if p.language != "fr" {
		return
	}
	for i := range p.words {
		if p.words[i].doubled {
			p.mendDoubled(i)
		}
	}
	for block := range p.Blocks {
		text := p.Blocks[block].Text
		for from := 0; ; {
			n := bytes.Index(text[from:], cent)
			if n < 0 {
				break
			}
			from += n
			start := from
			for start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
				start--
			}
			if start < from {
				p.mend(int32(block), start, from+len(cent), string(text[start:from])+"e")
			}
			from += len(cent)
		}
	}
}

// mendDoubled takes the bare e off before its accented twin: numeériques. At the
// start of a word it may stand for another é: "reélire".
func (p *proof) mendDoubled(i int) {
	w := &p.words[i]
	typed := p.text(i)
	proper := typed
	for _, accented := range []string{"é", "è", "ê", "ë"} {
		proper = strings.ReplaceAll(proper, "e"+accented, accented)
	}
	if proper == typed || strings.HasPrefix(strings.ToLower(typed), "reé") {
		p.report(w.block, int(w.from), int(w.to), "retype", diagnostic.Args{})
		return
	}
	p.mend(w.block, int(w.from), int(w.to), proper)
}
