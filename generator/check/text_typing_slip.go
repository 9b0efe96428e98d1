package check

import (
	"bytes"
	"strings"

	"greffe/generator/diagnostic"
)

// typingSlip: what French typography writes otherwise, and always: "oe" in one
// letter, "2e" and not "2ème", no space before a comma. Spaces before ; : ! ?
// and quotation marks are set by the site, and inclusive writing is the
// editor's own business: neither is looked at.
var typingSlip = Rule{
	Name:     "typing-slip",
	Severity: diagnostic.Warning,
	Text:     &textRule{bodies: true, headers: true, words: misspelt, whole: findTypingSlips},
}

// ligatures are the words that have œ, with the feminine or plural that they
// may take.
const ligatured = "boeuf boeufs choeur choeurs coeur coeurs manoeuvre manoeuvres moeurs noeud noeuds oeil oeillet oeillets oeuf oeufs oeuvre oeuvres oeuvrer soeur soeurs voeu voeux"

// accented are words whose capital keeps its accent.
const capitals = "Etat États Etats Ecole Ecoles Etablissement Etablissements Etude Etudes Etape Etapes Election Elections Egalement Egalité Education Economie Evénement Evénements Echange Echanges"

const months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"

func misspelt(l *lexicon) map[string]atWord {
	if l.language != "fr" {
		return nil
	}
	at := make(map[string]atWord)
	for _, word := range strings.Fields(ligatured) {
		at[word] = func(p *proof, i int) {
			proper := strings.NewReplacer("oe", "œ", "Oe", "Œ", "OE", "Œ").Replace(p.text(i))
			p.mendBare(i, proper)
		}
	}
	for _, word := range strings.Fields(capitals) {
		at[strings.ToLower(word)] = func(p *proof, i int) {
			if typed := p.text(i); typed[0] == 'E' && typed[1] >= 'a' && !p.inName(i) {
				p.mendBare(i, "É"+typed[1:])
			}
		}
	}
	for _, month := range strings.Fields(months) {
		at[month] = func(p *proof, i int) {
			if typed := p.text(i); typed != month && typed != strings.ToUpper(typed) && p.afterNumber(i, true) {
				p.mendBare(i, month)
			}
		}
	}
	ordinal := func(proper string) atWord {
		return func(p *proof, i int) {
			if p.afterNumber(i, false) {
				p.mendNumber(i, proper)
			}
		}
	}
	for _, ending := range []string{"ème", "eme", "ième", "ieme"} {
		at[ending] = ordinal("e")
	}
	at["èmes"], at["ièmes"] = ordinal("es"), ordinal("es")
	at["ère"], at["ere"] = ordinal("re"), ordinal("re")
	at["mr"] = func(p *proof, i int) { // M. Dupont
		if p.text(i) == "Mr" && p.follows(i) {
			p.mendBare(i, "M.")
		}
	}
	at["etc"] = func(p *proof, i int) {
		w := &p.words[i]
		rest := p.Blocks[w.block].Text[w.to:]
		for _, dots := range []string{"...", "…"} {
			if bytes.HasPrefix(rest, []byte(dots)) {
				p.mend(w.block, int(w.from), int(w.to)+len(dots), p.text(i)+".")
			}
		}
	}
	return at
}

// mendBare mends a word on its own; within a longer name (a hyphen, a point of
// inclusive writing) the lexicon would not have found it.
func (p *proof) mendBare(i int, proper string) {
	w := &p.words[i]
	p.mend(w.block, int(w.from), int(w.to), proper)
}

// inName tells whether the word may be part of a proper name: another capital
// follows at once ("Ecole Estienne" keeps what it wrote on its door).
func (p *proof) inName(i int) bool {
	if !p.follows(i) {
		return false
	}
	next := p.text(i + 1)
	return next[0] >= 'A' && next[0] <= 'Z'
}

// afterNumber tells whether digits stand just before the i-th word, after a
// space or not.
func (p *proof) afterNumber(i int, spaced bool) bool {
	w := &p.words[i]
	text := p.Blocks[w.block].Text[:w.from]
	if spaced {
		trimmed := bytes.TrimRight(text, " \n\u00a0")
		if len(trimmed) == len(text) {
			return false
		}
		text = trimmed
	}
	return len(text) > 0 && text[len(text)-1] >= '0' && text[len(text)-1] <= '9'
}

// mendNumber mends what ends a number, and shows the number with it.
func (p *proof) mendNumber(i int, proper string) {
	w := &p.words[i]
	text := p.Blocks[w.block].Text
	from := int(w.from)
	for from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
		from--
	}
	number := string(text[from:w.from])
	if proper == "re" && number != "1" {
		return
	}
	p.mend(w.block, from, int(w.to), number+proper)
}

// twice are the words that never stand twice in a row.
var twice = map[string]bool{"de": true, "des": true, "du": true, "les": true, "un": true, "une": true, "et": true, "à": true, "au": true, "aux": true, "dans": true, "pour": true, "sur": true, "par": true, "avec": true, "est": true, "qui": true, "ce": true, "ces": true}

func findTypingSlips(p *proof) {
	if p.language != "fr" {
		return
	}
	for i := range p.words {
		w := &p.words[i]
		if i == 0 || w.entry == nil || w.entry != p.words[i-1].entry || !w.entry.native || w.block != p.words[i-1].block {
			continue
		}
		last := &p.words[i-1]
		text := p.Blocks[w.block].Text
		if string(text[last.to:w.from]) == " " && !w.joined && string(text[last.from:last.to]) == string(text[w.from:w.to]) && twice[string(text[w.from:w.to])] {
			p.mend(w.block, int(last.from), int(w.to), string(text[w.from:w.to]))
		}
	}
	for block := range p.Blocks {
		p.spacesBefore(int32(block), ',')
	}
}

// spacesBefore finds spaces before a sign that takes none.
func (p *proof) spacesBefore(block int32, sign byte) {
	text := p.Blocks[block].Text
	for from := 0; ; from++ {
		n := bytes.IndexByte(text[from:], sign)
		if n < 0 {
			return
		}
		from += n
		if from < 2 || text[from-1] != ' ' || !isLetterEnd(text[from-2]) || from+1 < len(text) && text[from+1] != ' ' && text[from+1] != '\n' {
			continue
		}
		start := from - 1
		for start > 0 && isLetterEnd(text[start-1]) {
			start--
		}
		p.mend(block, start, from+1, string(text[start:from-1])+string(sign))
	}
}

// isLetterEnd tells whether a byte may be of a letter; the bytes of the
// characters that are none do not matter before a space and a comma.
func isLetterEnd(c byte) bool { return c >= 0x80 || kinds[c] == letter || kinds[c] == vowel }
