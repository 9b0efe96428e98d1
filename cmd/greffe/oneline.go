package main

import (
	"strings"
	"unicode"
)

// onOneLine is a text from the content as a terminal may show it: without the
// line ends that would forge another message, and without the control
// characters that would move the cursor or turn the text round.
func onOneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Bidi_Control, r), unicode.Is(unicode.Co, r):
			return unicode.ReplacementChar
		}
		return r
	}, strings.TrimSpace(text))
}
