package check

import (
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
		for at := 0; at < len(text); {
			if text[at] < firstOdd {
				at++
				continue
			}
			char, size := utf8.DecodeRune(text[at:])
			if !odd(char) {
				at += size
				continue
			}
			from, to := at, at+size
			latin := false
			for from > 0 {
				char, size := utf8.DecodeLastRune(text[:from])
				if !odd(char) && !unicode.IsLetter(char) {
					break
				}
				latin = latin || unicode.Is(unicode.Latin, char)
				from -= size
			}
			for to < len(text) {
				char, size := utf8.DecodeRune(text[to:])
				if !odd(char) && !unicode.IsLetter(char) {
					break
				}
				latin = latin || unicode.Is(unicode.Latin, char)
				to += size
			}
			if latin {
				p.report(int32(block), from, to, "retype", diagnostic.Args{})
			}
			at = to
		}
	}
}

// firstOdd is the least first byte of what is odd, in UTF-8.
const firstOdd = 0xCD

// odd holds for letters of the alphabets that Latin ones are mistaken for, and
// for characters that are not seen. Those that join emoji or part the syllables
// of a word have their use.
func odd(char rune) bool {
	switch char {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\u180e', '\ufeff', '\u061c':
		return true
	}
	return char >= 0xE0000 && char <= 0xE007F || unicode.In(char, unicode.Cyrillic, unicode.Greek)
}
