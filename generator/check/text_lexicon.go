package check

import (
	"strings"
	"unicode/utf8"
)

// A lexicon is what the rules know of one language's words.
type lexicon struct {
	language string // its base: "fr"
	jargon   []string
	entries  map[string]*entry
	whole    []*Rule
	// lengths and endings tell which lengths the known words have that begin and
	// that end with a byte: most words are passed over without being looked up.
	lengths, endings [256]uint32
}

// An entry is one known word, in lower case.
type entry struct {
	native  bool  // one of the small words that hold a sentence together
	foreign uint8 // the languages of which it is such a word, as bits
	calls   []call
}

// A call is what one rule does at a word.
type call struct {
	rule *Rule
	do   atWord
}

func (c *call) applies(p *proof) bool { return c.rule.Text.in(p.Copy) }

// longest is the length in bytes of the longest word that is looked up.
const longest = 31

func (r *Proofreader) lexicon(language string) *lexicon {
	base, _, _ := strings.Cut(language, "-")
	if base = strings.ToLower(base); base == "" {
		base = "fr"
	}
	if known, ok := r.lexicons.Load(base); ok {
		return known.(*lexicon)
	}
	l := &lexicon{language: base, entries: make(map[string]*entry)}
	if r.jargon != nil {
		l.jargon = r.jargon(base)
	}
	for i := range Rules {
		rule := &Rules[i]
		if rule.Text == nil {
			continue
		}
		if rule.Text.whole != nil {
			l.whole = append(l.whole, rule)
		}
		if rule.Text.words != nil {
			for word, do := range rule.Text.words(l) {
				e := l.add(word)
				e.calls = append(e.calls, call{rule, do})
			}
		}
	}
	l.addSmallWords()
	known, _ := r.lexicons.LoadOrStore(base, l)
	return known.(*lexicon)
}

func (l *lexicon) add(word string) *entry {
	known := l.entries[word]
	if known == nil && word != "" && len(word) <= longest {
		known = new(entry)
		l.entries[word] = known
		l.lengths[word[0]] |= 1 << len(word)
		l.endings[word[len(word)-1]|small] |= 1 << len(word)
	}
	return known
}

// small is the bit that parts a small letter from its capital: in ASCII, and in
// the last byte of À to Þ.
const small = 0x20

// find looks a word up, whatever its capitals.
func (l *lexicon) find(typed []byte) *entry {
	n := len(typed)
	if n > longest {
		return nil
	}
	first := typed[0]
	if 'A' <= first && first <= 'Z' {
		first += 'a' - 'A'
	}
	if l.lengths[first]&l.endings[typed[n-1]|small]&(1<<n) == 0 {
		return nil
	}
	var room [longest + 1]byte
	for i := 0; i < n; i++ {
		c := typed[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xC3 && i+1 < n: // À to Þ
			room[i] = c
			if i++; typed[i] <= 0x9E {
				room[i] = typed[i] + 0x20
			} else {
				room[i] = typed[i]
			}
			continue
		}
		room[i] = c
	}
	return l.entries[string(room[:n])]
}

// phrases makes, of phrases of one word or more, what is to be done at the
// first word of each: found is called with the last one's place.
func phrases(found func(p *proof, first, last int), list ...string) map[string]atWord {
	rests := make(map[string][][]string)
	for _, phrase := range list {
		words := strings.FieldsFunc(phrase, func(c rune) bool { return c == ' ' || c == '\'' || c == '’' })
		if len(words) > 0 {
			rests[words[0]] = append(rests[words[0]], words[1:])
		}
	}
	at := make(map[string]atWord, len(rests))
	for first, rest := range rests {
		at[first] = func(p *proof, i int) {
			last := -1
			for _, words := range rest {
				if end, ok := p.matches(i, words); ok && end > last {
					last = end
				}
			}
			if last >= 0 {
				found(p, i, last)
			}
		}
	}
	return at
}

// matches tells whether the words follow the i-th, and where the last is.
func (p *proof) matches(i int, words []string) (last int, ok bool) {
	for _, word := range words {
		if !p.follows(i) || !strings.EqualFold(p.text(i+1), word) {
			return 0, false
		}
		i++
	}
	return i, true
}

// Kinds of bytes, for spell.
const (
	other  = iota
	letter // of ASCII
	vowel  // of ASCII
	accent // 0xC3: the accented letters of French, with × and ÷
	lead   // first byte of any other character
)

var kinds = func() (kinds [256]uint8) {
	for c := range 256 {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			kinds[c] = letter
		case c == 0xC3:
			kinds[c] = accent
		case c >= utf8.RuneSelf:
			kinds[c] = lead
		}
	}
	for _, c := range "aeiouyAEIOUY" {
		kinds[c] = vowel
	}
	return kinds
}()

// bases has the letter under the accent of each character that begins with
// 0xC3, by its second byte from 0x80.
const bases = "aaaaaa*ceeeeiiii*nooooo*ouuuuy**" + "aaaaaa*ceeeeiiii*nooooo*ouuuuy*y"

// spell finds the words of a block. This runs over every byte of every text: it
// decodes no character that it need not.
func (p *proof) spell(block int) {
	text := p.Blocks[block].Text
	joined := false
	for i := 0; i < len(text); {
		switch kinds[text[i]] {
		case other:
			if c := text[i]; c == '\'' {
				joined = joined && i > 0 && i == int(p.words[len(p.words)-1].to)
			} else if (c == '.' || c == '!' || c == '?') && len(p.words) > 0 {
				p.endSentence(block, text, i)
				joined = false
			} else {
				joined = false
			}
			i++
			continue
		case lead:
			size, isLetter := p.sign(block, text, i)
			if !isLetter {
				if !(text[i] == 0xE2 && size == 3 && text[i+2] == 0x99 && text[i+1] == 0x80) { // ’
					joined = false
				}
				i += size
				continue
			}
		}
		w := word{block: int32(block), from: int32(i), joined: joined}
		i = p.letters(text, i, &w)
		w.to = int32(i)
		w.entry = p.find(text[w.from:w.to])
		p.words = append(p.words, w)
		joined = true
	}
	if n := len(p.words); n > 0 && p.words[n-1].block == int32(block) {
		p.words[n-1].ends = true
	}
}

// letters reads on to the end of the word that begins at i.
func (p *proof) letters(text []byte, i int, w *word) (end int) {
	// Syllables are groups of vowels; é, è, ê begin one of their own after a, e
	// and o ("réélu"), and end it ("créa"). A mute ending counts for none.
	inGroup, accented, groups := false, false, 0
	before := byte(0)
loop:
	for i < len(text) {
		c := text[i]
		switch kinds[c] {
		case vowel:
			if !inGroup || accented && c != 'e' {
				groups++
			}
			inGroup, accented, before = true, false, c|0x20
			i++
		case letter:
			inGroup, accented, before = false, false, c|0x20
			i++
		case accent:
			if i+1 == len(text) {
				break loop
			}
			base := bases[text[i+1]&0x3F]
			if base == '*' && text[i+1] != 0xA6 && text[i+1] != 0x86 { // × ÷, not æ
				if text[i+1] == 0x97 || text[i+1] == 0xB7 {
					break loop
				}
			}
			if base == 'e' && before == 'e' {
				w.doubled = true // no other letter: "Saâd" is a name
			}
			switch base {
			case 'c', 'n', '*':
				inGroup, accented = base == '*', false
			default:
				if !inGroup || before != 'i' && before != 'u' && before != 'y' {
					groups++
				}
				inGroup, accented = true, base == 'e'
			}
			before = 0
			i += 2
		case lead:
			size, isLetter := p.sign(-1, text, i)
			if !isLetter {
				break loop
			}
			if c == 0xC5 && !inGroup { // œ
				groups++
				inGroup = true
			}
			before = 0
			i += size
		default: // a hyphen between two letters
			if c != '-' || i+1 >= len(text) || kinds[text[i+1]] == other {
				break loop
			}
			inGroup, accented, before = false, false, 0
			i++
		}
	}
	if groups > 1 && isMute(text[w.from:i]) {
		groups--
	}
	w.syllables = uint8(min(max(groups, 1), 255))
	return i
}

// isMute tells whether the word's last vowels are not spoken: -e, -es after a
// consonant, and the -ent of verbs, which is told from that of nouns by what is
// before it, as far as that can tell.
func isMute(word []byte) bool {
	n := len(word)
	last := func(back int) byte { return word[max(n-back, 0)] | 0x20 }
	isConsonant := func(c byte) bool { return kinds[c] == letter }
	switch {
	case last(1) == 'e':
		return isConsonant(last(2))
	case last(1) == 's' && last(2) == 'e':
		return isConsonant(last(3))
	case n > 5 && last(1) == 't' && last(2) == 'n' && last(3) == 'e':
		switch last(4) {
		case 'm', 'i', 'd', 'c', 'g', 'u', 'v': // moment, client, président, récent, agent, fréquent, souvent
			return false
		}
		return isConsonant(last(4))
	}
	return false
}

// sign tells how long the character at i is, and whether it is a letter of some
// script. French quotation marks are noted, for the block that is not -1.
func (p *proof) sign(block int, text []byte, i int) (size int, isLetter bool) {
	switch c := text[i]; {
	case c == 0xC2:
		if i+1 == len(text) {
			return 1, false
		}
		switch text[i+1] {
		case 0xAB, 0xBB:
			if block >= 0 {
				p.marks = append(p.marks, mark{block, i, text[i+1] == 0xAB})
			}
		case 0xB7: // the point of inclusive writing
			return 2, true
		}
		return 2, false
	case c == 0xE2 && i+2 < len(text):
		if text[i+1] == 0x80 && (text[i+2] == 0xA7 || text[i+2] == 0x91) { // ‧ and the hyphen that does not break
			return 3, true
		}
		if text[i+1] == 0x80 && text[i+2] == 0xA6 && block >= 0 && len(p.words) > 0 { // …
			p.endSentence(block, text, i+2)
		}
		return 3, false
	case c == 0xEF && i+2 < len(text):
		return 3, false
	case c >= 0xF0: // emoji, mostly
		return min(4, len(text)-i), false
	case c >= 0xE0:
		return min(3, len(text)-i), true
	}
	return min(2, len(text)-i), true
}

// endSentence ends one at the point at i, if it ends one: not that of "M." nor
// that of "3.5".
func (p *proof) endSentence(block int, text []byte, i int) {
	if i+1 < len(text) {
		switch text[i+1] {
		case ' ', '\n', '"', ')', 0xC2, 0xE2:
		default:
			return
		}
	}
	w := &p.words[len(p.words)-1]
	if w.block != int32(block) {
		return
	}
	if text[i] == '.' && int(w.to) == i && isAbbreviation(text[w.from:w.to]) {
		return
	}
	w.ends = true
}

func isAbbreviation(word []byte) bool {
	switch string(word) {
	case "MM", "Mr", "Mme", "Mrs", "Dr", "Pr", "art", "al", "cf", "Cf", "etc", "av", "bd", "no", "vol", "st":
		return true
	}
	return len(word) == 1
}
