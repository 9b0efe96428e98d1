package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// setSpaces gives French its no-break spaces: it replaces the spaces that
// should not break, and adds those that are missing where nothing else than
// punctuation can be meant.
func (f *flow) setSpaces(from, to int) {
	text := f.text
	for i := from; i < to; {
		if !signs[text[i]] || text[i] == ' ' && isMereSpace(text, i, to) {
			i++
			continue
		}
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRune(text[i:])
		}
		switch {
		case isSpace(c):
			end := spacesEnd(text, i)
			// A space that leaves this language belongs to both; we may
			// replace our part of it only if it is all of it.
			if end <= to && (i == 0 || !isSpace(before(text, i))) {
				if with := frenchSpace(text, i, end); with != "" && with != string(text[i:end]) {
					f.edits = append(f.edits, edit{from: i, to: end, with: with})
				}
			}
			i = end
			continue
		case c == ':':
			i = addressEnd(text, i, to) + 1
			continue
		case c == ';', c == '!', c == '?', c == '»':
			if wantsSpaceBefore(text, i, c) {
				f.edits = append(f.edits, edit{from: i, to: i, with: narrowNoBreak, afterMarks: true})
			}
		case c == '«':
			if next := after(text, i+size); next != 0 && !isSpace(next) && next != '»' {
				f.edits = append(f.edits, edit{from: i + size, to: i + size, with: narrowNoBreak})
			}
		case c == '°':
			if isDigit(after(text, i+size)) && isNumero(text, i+size) {
				f.edits = append(f.edits, edit{from: i + size, to: i + size, with: noBreak})
			}
		}
		i += size
	}
}

// signs are the bytes with which begin the characters that setSpaces looks at:
// few but the spaces.
var signs = [256]bool{' ': true, '\n': true, '\t': true, ':': true, ';': true, '!': true, '?': true,
	0xC2: true, // « » ° and the no-break space
	0xE2: true, // the narrow one
}

// isMereSpace tells, of most spaces between two words, that they stay as they
// are: what [frenchSpace] would say of them.
func isMereSpace(text []byte, i, to int) bool {
	if i == 0 || i+1 >= to {
		return false
	}
	left, right := text[i-1], text[i+1]
	return (isASCIILetter(right) || right == 0xC3) && isASCIILetter(left) && !isTitle(text[:i])
}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func spacesEnd(text []byte, i int) int {
	for i < len(text) {
		c, size := utf8.DecodeRune(text[i:])
		if !isSpace(c) {
			break
		}
		i += size
	}
	return i
}

func spacesStart(text []byte, i int) int {
	for i > 0 {
		c, size := utf8.DecodeLastRune(text[:i])
		if !isSpace(c) {
			break
		}
		i -= size
	}
	return i
}

// wantsSpaceBefore tells whether the punctuation at i lacks its space: it ends
// a word, and something ends after it. So "a?b=1", "!important" and ";-)" stay.
func wantsSpaceBefore(text []byte, i int, c rune) bool {
	last := before(text, i)
	if c == '»' {
		return last != 0 && !isSpace(last) && last != '«'
	}
	return (isWord(last) || last != 0 && strings.ContainsRune(")]%°€…»”’", last)) && ends(text, i, c)
}

// ends tells whether what follows the punctuation at i lets it end a phrase.
func ends(text []byte, i int, c rune) bool {
	for i++; c != ';' && i < len(text) && (text[i] == '!' || text[i] == '?'); i++ {
	}
	next := after(text, i)
	if next == 0 || isSpace(next) || next == '»' {
		return true
	}
	return c != ';' && strings.ContainsRune(")]\"”’.,…—–", next)
}

// frenchSpace returns the space that should be text[from:to], or "" for as it is.
func frenchSpace(text []byte, from, to int) string {
	left, right := before(text, from), after(text, to)
	switch {
	case left == 0 || right == 0:
		return ""
	case left == '«':
		return narrowNoBreak
	}
	switch right {
	case '»':
		return narrowNoBreak
	case ';', '!', '?':
		if ends(text, to, right) {
			return narrowNoBreak
		}
	case ':':
		if next := after(text, to+1); next == 0 || isSpace(next) || next == '«' || next == '»' || next == '"' {
			return noBreak
		}
	case '%', '‰', '€', '$', '£':
		if isDigit(left) {
			return noBreak
		}
	}
	switch {
	case left == '°' && isWord(right) && isNumero(text, from):
		return noBreak
	case isDigit(left) && isDigit(right):
		if isThousands(text, from, to) {
			return narrowNoBreak
		}
	case isDigit(left) && right == 'h':
		if !unicode.IsLetter(after(text, to+1)) {
			return noBreak
		}
	case left == 'h' && isDigit(right):
		if hour := spacesStart(text, from-1); isDigit(before(text, hour)) {
			return noBreak
		}
	case unicode.IsLetter(right) && isTitle(text[:from]):
		return noBreak
	}
	return ""
}

// isNumero tells whether "n°" or "N°" ends at i.
func isNumero(text []byte, i int) bool {
	i -= len("°")
	c := before(text, i)
	return (c == 'n' || c == 'N') && !isWord(before(text, i-1))
}

var titles = [...]string{"M.", "MM.", "Mme", "Mmes", "Mlle", "Mlles", "Dr", "Pr"}

// isTitle tells whether the text ends in a title, which keeps its name close.
func isTitle(text []byte) bool {
	back := func(n int) byte { return text[max(len(text)-n, 0)] }
	likely := false // where its capital would be
	switch text[len(text)-1] {
	case '.':
		likely = back(2) == 'M'
	case 'e':
		likely = back(3) == 'M' || back(4) == 'M'
	case 's':
		likely = back(4) == 'M' || back(5) == 'M'
	case 'r':
		likely = back(2) == 'D' || back(2) == 'P'
	}
	if !likely {
		return false
	}
	for _, title := range titles {
		if bytes.HasSuffix(text, []byte(title)) && !isWord(before(text, len(text)-len(title))) {
			return true // "MM." ends in "M." too
		}
	}
	return false
}

// isThousands tells whether the space text[from:to] parts groups of three
// digits within one number: "10 000", not "2023 100" nor "06 12 345".
func isThousands(text []byte, from, to int) bool {
	const most = 6 // groups on either side
	for n := 0; ; n++ {
		digits := 0
		for digits <= 3 && isDigit(after(text, to+digits)) {
			digits++
		}
		if digits != 3 || n == most {
			return false
		}
		to += digits
		next := spacesEnd(text, to)
		if next == to || !isDigit(after(text, next)) {
			break
		}
		to = next
	}
	for n := 0; ; n++ {
		digits := 0
		for digits <= 3 && isDigit(before(text, from-digits)) {
			digits++
		}
		if digits == 0 || digits > 3 || n == most {
			return false
		}
		from -= digits
		next := spacesStart(text, from)
		if next == from || !isDigit(before(text, next)) {
			c := before(text, from)
			return text[from] != '0' && !isWord(c) && !strings.ContainsRune(",.-+/", max(c, 1))
		}
		if digits != 3 {
			return false
		}
		from = next
	}
}
