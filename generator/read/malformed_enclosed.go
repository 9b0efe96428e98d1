package read

import (
	"regexp"
	"strings"
)

// enclosed reads what begins with a quote, a bracket or a brace, over lines, and
// answers where it ends.
func (s *scanner) enclosed(at int) (end int) {
	switch s.text()[at] {
	case '"', '\'':
		return s.quoted(at)
	}
	return s.bracketed(at)
}

// ends wants nothing after a value that is closed.
func (s *scanner) ends(at int) {
	if text := s.text(); !isBlank(text[at:]) {
		s.afterward(at)
	}
	s.left, s.blamed = complete, nil
}

// afterward stops at what follows a value that is closed: after a quote it is the
// character after it, where the text that it cut goes on.
func (s *scanner) afterward(at int) {
	text := s.text()
	switch text[at-1] {
	case '"':
		s.stop(at, "inner-quotes")
	case '\'':
		s.stop(at, "inner-apostrophe")
	}
	s.stop(skipBlanks(text, at), "after-bracket")
}

// onward goes to the next line within what is open. If that line looks like a
// field, an item or a comment of what is around, and the walk stops at anything
// later, what is open is to blame: it was never closed, and took for its own what
// follows.
func (s *scanner) onward(opened slip) {
	if s.line+1 == len(s.lines) {
		s.stopAt(opened)
	}
	s.line++
	text := s.text()
	if isMarker(text) {
		s.stopAt(opened)
	}
	if indent := spaces(text); s.blamed == nil && indent <= s.top().indent {
		rest := text[indent:]
		if colon := findColon(rest); strings.HasPrefix(rest, "#") || isDash(rest) || looksLikeDash(rest) || colon >= 0 && isKey(strings.TrimSpace(rest[:colon])) {
			s.blamed = &opened
		}
	}
}

// escapes are what a backslash may stand before, in straight quotes; those that
// are digits of a character follow.
const escapes = "0abt\tnvfre \"'/\\N_LP"

var escapedCharacter = regexp.MustCompile(`^\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})`)

func (s *scanner) quoted(at int) (end int) {
	quote := s.text()[at]
	opened := slip{line: s.line, at: at, hint: "close-quotes", mark: string(quote)}
	for at++; ; at = 0 {
		for text := s.text(); at < len(text); at++ {
			escaped := at+1 < len(text) && (text[at] == '\\' && quote == '"' || text[at] == quote && text[at+1] == quote && quote == '\'')
			switch {
			case escaped && quote == '"' && strings.IndexByte(escapes, text[at+1]) < 0 && !escapedCharacter.MatchString(text[at:]):
				s.stop(at, "double-backslash")
			case escaped:
				at++
			case text[at] == quote:
				return at + 1
			}
		}
		s.onward(opened)
	}
}

// A bracket is one that is open, with what is read of the entry that it is at.
type bracket struct {
	slip    // if it is not closed
	entry   entry
	running bool // on text without quotes, which may go on in another line
}

type entry int

const (
	nothing entry = iota
	first         // a value, or the name of a field
	named         // a name and its colon
	second        // the value of a name
)

// taken says that an entry has one more value.
func (b *bracket) taken() {
	switch b.entry {
	case nothing:
		b.entry = first
	case named:
		b.entry = second
	}
}

// bears tells whether what begins so may follow in an entry.
func (b *bracket) bears(c byte) bool {
	switch {
	case strings.IndexByte(",:]}", c) >= 0, b.entry == nothing, b.entry == named:
		return true
	}
	return b.running && c != '[' && c != '{'
}

// swallowed is the end of a text in quotes that are closed by those which open
// the next one.
var swallowed = regexp.MustCompile(`,\s*[A-Za-z][A-Za-z0-9_-]*:\s*["']$`)

func (s *scanner) bracketed(at int) (end int) {
	var open []bracket
	for {
		text := s.text()
		at = skipBlanks(text, at)
		if isBlank(text[at:]) {
			s.onward(open[len(open)-1].slip)
			at = 0
			continue
		}
		if len(open) > 0 && !open[len(open)-1].bears(text[at]) {
			s.stop(at, "comma-form")
		}
		switch c := text[at]; c {
		case '[', '{':
			if len(open) > 0 {
				open[len(open)-1].taken()
			}
			if len(open) == mostOpen {
				s.giveUp()
			}
			mark := map[byte]string{'[': "]", '{': "}"}[c]
			open = append(open, bracket{slip: slip{line: s.line, at: at, hint: "close-bracket", mark: mark}})
			at++
			continue
		case ']', '}':
			last := open[len(open)-1]
			if last.mark != string(c) {
				s.stopAt(last.slip)
			}
			if open = open[:len(open)-1]; len(open) == 0 {
				return at + 1
			}
			at++
			continue
		}
		at = s.within(at, &open[len(open)-1])
	}
}

// within reads one thing of an entry between brackets.
func (s *scanner) within(at int, of *bracket) (end int) {
	text := s.text()
	goesOn := of.running
	of.running = false
	switch c := text[at]; {
	case c == ',':
		if of.entry == nothing {
			s.stop(at, "extra-mark")
		}
		of.entry = nothing
		return at + 1
	case c == ':' && of.entry < named:
		of.entry = named
		return at + 1
	case c == ':':
		s.stop(at, "comma-form")
	case goesOn:
		of.running = true
		return s.word(at)
	case c == '"', c == '\'':
		opened := slip{line: s.line, at: at, hint: "close-quotes", mark: string(c)}
		end = s.quoted(at)
		of.taken()
		if text = s.text(); end < len(text) && strings.IndexByte(" \t,:]}#", text[end]) < 0 {
			if opened.line == s.line && swallowed.MatchString(text[at:end]) {
				s.stopAt(opened)
			}
			s.afterward(end)
		}
		return end
	case isDash(text[at:]):
		s.stop(at, "extra-mark")
	case c == '?' && of.entry == nothing:
		s.giveUp()
	case strings.IndexByte(reserved, c) >= 0:
		s.stop(at, "quote-value")
	}
	of.taken()
	of.running = true
	return s.word(at)
}

// word reads text without quotes between brackets, to where it ends in a line
// or, as it may, in another.
func (s *scanner) word(at int) (end int) {
	for text := s.text(); at < len(text); at++ {
		switch c := text[at]; {
		case strings.IndexByte(",[]{}", c) >= 0, c == ':' && (at+1 == len(text) || strings.IndexByte(" \t,[]{}", text[at+1]) >= 0):
			return at
		case c == '?':
			s.stop(at, "quote-value")
		case c == '#' && strings.IndexByte(" \t", text[at-1]) >= 0:
			return at
		}
	}
	return at
}
