package markdown

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	noBreak       = "\u00a0" // before a colon, in "n° 3"
	narrowNoBreak = "\u202f" // before ; ! ? and within « » and numbers
)

// Typography sets a title or a summary: plain text in, plain text out. Set
// twice, a text is the same.
func Typography(s, language string) string {
	v := voiceOf(language)
	if v == asWritten || s == "" {
		return s
	}
	r := rooms.Get().(*room)
	f := &r.flow
	f.reset(v)
	f.text = append(f.text, s...)
	f.set()
	if string(f.text) != s {
		s = string(f.text)
	}
	rooms.Put(r)
	return s
}

// voiceOf tells how a language is set.
func voiceOf(language string) voice {
	base, _, _ := strings.Cut(language, "-")
	switch strings.ToLower(base) {
	case "fr":
		return french
	case "en":
		return english
	}
	return asWritten
}

// set gives the text its typography: first the characters (quotes, apostrophes,
// dots), then, since they depend on these, the French spaces.
func (f *flow) set() {
	f.pairQuotes()
	next := 0
	f.stretches(func(from, to int, v voice) {
		next = f.setCharacters(from, to, v, next)
	})
	f.apply()
	f.stretches(func(from, to int, v voice) {
		if v == french {
			f.setSpaces(from, to)
		}
	})
	f.apply()
}

func (f *flow) setCharacters(from, to int, v voice, nextQuote int) int {
	text := f.text
	for i := from; i < to; i++ {
		if !settable[text[i]] {
			continue // nearly all
		}
		switch text[i] {
		case '\'':
			if unicode.IsLetter(before(text, i)) && isApostropheNext(after(text, i+1)) {
				f.edits = append(f.edits, edit{from: i, to: i + 1, with: "’"})
			}
		case '"':
			for f.quotes[nextQuote].at < i {
				nextQuote++
			}
			if with := f.quotes[nextQuote].with; with != "" {
				f.edits = append(f.edits, edit{from: i, to: i + 1, with: with})
			}
		case '.':
			n := 1
			for i+n < len(text) && text[i+n] == '.' {
				n++
			}
			if n == 3 && v == french && i+n <= to {
				f.edits = append(f.edits, edit{from: i, to: i + n, with: "…"})
			}
			i += n - 1
		case ':':
			i = addressEnd(text, i, to)
		}
	}
	return nextQuote
}

// settable are the bytes that setCharacters looks at.
var settable = [256]bool{'\'': true, '"': true, '.': true, ':': true}

func isApostropheNext(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsDigit(c) || c == '"' || c == '«' || c == '“'
}

// A quote is a straight double quote and what takes its place, if anything.
type quote struct {
	at    int
	voice voice
	with  string
}

// pairQuotes finds which straight quotes open and which close. One without its
// fellow stays as it is: it may stand for inches.
func (f *flow) pairQuotes() {
	f.quotes = f.quotes[:0]
	if bytes.IndexByte(f.text, '"') < 0 {
		return
	}
	var open []int
	f.stretches(func(from, to int, v voice) {
		text := f.text
		for i := from; i < to; i++ {
			if text[i] == ':' {
				i = addressEnd(text, i, to)
				continue
			}
			if text[i] != '"' {
				continue
			}
			n := len(f.quotes)
			f.quotes = append(f.quotes, quote{at: i, voice: v})
			if opens(before(text, i)) {
				if next := after(text, i+1); next != 0 && !isSpace(next) {
					open = append(open, n)
				}
				continue
			}
			// A quote left open in a passage of another language is not ours.
			for len(open) > 0 && f.quotes[open[len(open)-1]].voice != v {
				open = open[:len(open)-1]
			}
			if len(open) == 0 {
				continue
			}
			opening := open[len(open)-1]
			open = open[:len(open)-1]
			f.quotes[opening].with, f.quotes[n].with = "«", "»"
			if v == english {
				f.quotes[opening].with, f.quotes[n].with = "“", "”"
			}
		}
	})
}

// opens tells whether a quote after c is an opening one; 0 is the start.
func opens(c rune) bool {
	return c == 0 || isSpace(c) || strings.ContainsRune("([{«“‘'’-–—/", c)
}

// addressEnd returns the place of the last byte of the web address whose colon
// is at i, or i. Addresses are not text to set.
func addressEnd(text []byte, i, to int) int {
	if i+2 >= to || text[i+1] != '/' || text[i+2] != '/' {
		return i
	}
	for i < to {
		c, size := utf8.DecodeRune(text[i:to])
		if isSpace(c) || c == '»' || c == '"' || c == '<' {
			break
		}
		i += size
	}
	return i - 1
}

// before returns the character that ends at i; 0 is the start.
func before(text []byte, i int) rune {
	if i <= 0 {
		return 0
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	c, _ := utf8.DecodeLastRune(text[:i])
	return c
}

// after returns the character that begins at i; 0 is the end.
func after(text []byte, i int) rune {
	if i >= len(text) {
		return 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	c, _ := utf8.DecodeRune(text[i:])
	return c
}

// isSpace holds for the spaces that typography may put or replace.
func isSpace(c rune) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\u00a0' || c == '\u202f'
}

func isDigit(c rune) bool { return c >= '0' && c <= '9' }

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }
