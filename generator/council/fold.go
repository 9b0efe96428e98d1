package council

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var ligatures = strings.NewReplacer("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "’", "'", "·", "", "‧", "", "\u00a0", " ", "\u202f", " ")

// Fold is the text as a search compares it: lower case, without accents,
// ligatures or the points of inclusive writing.
func Fold(text string) string {
	if isPlain(text) {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return ligatures.Replace(b.String()) // last: a ligature may bear an accent
}

func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0x80 || ('A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}
