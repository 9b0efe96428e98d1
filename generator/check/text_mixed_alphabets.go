package check

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// mixedAlphabets: a word that does not hold what it shows. A Cyrillic а or a
// Greek ο among Latin letters looks the same, and so does a word with a
// character in it that takes no room; neither is found by a search, and either
// makes one person look like another.
var mixedAlphabets = Rule{
	Name:     "mixed-alphabets",
	Severity: diagnostic.Warning,
	Text:     &textRule{bodies: true, headers: true, whole: findMixedAlphabets},
}

func findMixedAlphabets(p *proof) {
	for block := range p.Blocks {
		text := p.Blocks[block].Text
		for at := 0; ; {
			found := indexOdd(text[at:])
			if found < 0 {
				break
			}
			from, to := wordAround(text, at+found)
			if bytes.ContainsFunc(text[from:to], latin) {
				p.report(int32(block), from, to, "retype", diagnostic.Args{})
			}
			at = to
		}
	}
}

// indexOdd is where the first odd character is, or -1. This runs over every byte
// of every text: it decodes no character that cannot be odd.
func indexOdd(text []byte) int {
	for i := 0; i < len(text); i++ {
		if text[i] < leadOfOdd {
			continue
		}
		if char, _ := utf8.DecodeRune(text[i:]); odd(char) {
			return i
		}
	}
	return -1
}

// wordAround is the word that holds the character at a place, which is odd.
func wordAround(text []byte, at int) (from, to int) {
	parts := func(char rune) bool { return !odd(char) && !unicode.IsLetter(char) }
	if end := bytes.IndexFunc(text[at:], parts); end >= 0 {
		to = at + end
	} else {
		to = len(text)
	}
	if last := bytes.LastIndexFunc(text[:at], parts); last >= 0 {
		_, size := utf8.DecodeRune(text[last:])
		from = last + size
	}
	return from, to
}

func latin(char rune) bool { return unicode.Is(unicode.Latin, char) }

// firstOdd is the least of what is odd: most characters are told apart by it, or
// by the first of its bytes.
const (
	firstOdd  = '\u0370'
	leadOfOdd = 0xCD
)

// odd holds for letters of the alphabets that Latin ones are mistaken for, and
// for characters that are not seen. Those that join emoji or part the syllables
// of a word have their use.
func odd(char rune) bool {
	if char < firstOdd {
		return false
	}
	switch char {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\u180e', '\ufeff', '\u061c':
		return true
	}
	return char >= 0xE0000 && char <= 0xE007F || unicode.In(char, unicode.Cyrillic, unicode.Greek)
}
