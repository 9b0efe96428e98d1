package council

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

var ligatures = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "’", "'", "·", "", "‧", "", "\u00a0", " ", "\u202f", " ")

// Fold is the text as a search compares it: lower case, without accents,
// ligatures or the points of inclusive writing.
func Fold(text string) string {
	if text = strings.ToLower(text); isASCII(text) {
		return text
	}
	if strings.ContainsFunc(text, isBeyondLatin) {
		text = norm.NFD.String(text)
	}
	folded := make([]byte, 0, len(text))
	for i, r := range text {
		// A letter with accents is taken apart into the letter, then the accents.
		if parts := norm.NFD.PropertiesString(text[i:]).Decomposition(); parts != nil {
			r, _ = utf8.DecodeRune(parts)
		}
		if !unicode.Is(unicode.Mn, r) {
			folded = utf8.AppendRune(folded, r)
		}
	}
	if text = string(folded); isASCII(text) {
		return text
	}
	return ligatures.Replace(text) // last: a ligature may bear an accent
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// isBeyondLatin holds for what is not taken apart letter by letter: accents on
// their own, whose order counts, and other scripts.
func isBeyondLatin(r rune) bool {
	return r >= 0x300 && (r < 0x2000 || r > 0x206F) // from 2000, punctuation
}
