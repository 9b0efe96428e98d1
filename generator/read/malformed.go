package read

import (
	"strings"
	"unicode/utf8"
)

// mostOpen is how many lists and mappings may stand in one another; nobody writes
// more by hand, and each takes room.
const mostOpen = 100

// A slip is what an editor would recognise as the mistake in a text that is not
// YAML: where it is, and how to mend it.
type slip struct {
	line, at int // from 0; at is in bytes
	hint     string
	mark     string // that the hint asks for
}

// malformed finds the first slip of a text that yaml.v3 has refused: the library
// says where it could not go on, which is often lines after what is to be mended,
// and not what that is. It answers false if it recognises nothing. line and
// column are from 1, the column in characters.
//
// It walks lines as YAML does, and knows no more of YAML than people write by
// hand. It is not asked about texts that can be read: it may take for a slip what
// YAML would bear, such as a tag, and no header needs.
func malformed(lines []string) (found slip, line, column int, ok bool) {
	defer func() {
		switch stopped := recover().(type) {
		case nil:
		case slip:
			if found = stopped; found.hint != "" {
				line, ok = found.line+1, true
				column = utf8.RuneCountInString(lines[found.line][:found.at]) + 1
			}
		default:
			panic(stopped)
		}
	}()
	s := scanner{lines: lines, left: awaiting}
	for ; s.line < len(s.lines); s.line++ {
		s.next()
	}
	return slip{}, 0, 0, false
}

// A scanner reads lines until it stops at a slip, by a panic that never leaves
// malformed.
type scanner struct {
	lines  []string
	line   int     // the one that is read
	levels []level // the lists and mappings that are open, outermost first
	left   leaving
	bare   *slip // a text of one line, which may be a field without its colon
	blamed *slip // see onward
}

// A level is a list or a mapping whose items or fields are indented so.
type level struct {
	indent  int
	list    bool
	line    int // of the first of them
	entries int
}

// leaving is what a line leaves for the next.
type leaving int

const (
	complete leaving = iota
	awaiting         // a field or a dash without a value
	running          // text without quotes, which lines indented further go on with
)

// stop ends the walk at a place of this line.
func (s *scanner) stop(at int, hint string) { s.stopAt(slip{line: s.line, at: at, hint: hint}) }

func (s *scanner) stopAt(found slip) {
	if s.blamed != nil {
		found = *s.blamed
	}
	panic(found)
}

// giveUp ends the walk where YAML is used that people do not write by hand.
func (s *scanner) giveUp() { panic(slip{}) }

func (s *scanner) text() string { return s.lines[s.line] }

func (s *scanner) top() level {
	if len(s.levels) == 0 {
		return level{indent: -1}
	}
	return s.levels[len(s.levels)-1]
}

// open notes that a list or a mapping has an item or a field in this line.
func (s *scanner) open(at int, list bool) {
	if top := s.top(); top.indent != at || top.list != list {
		if len(s.levels) == mostOpen {
			s.giveUp()
		}
		s.levels = append(s.levels, level{indent: at, list: list, line: s.line})
	}
	s.levels[len(s.levels)-1].entries++
}

// isCompact tells whether the last level is a list that is indented as the field
// is which it is the value of.
func (s *scanner) isCompact() bool {
	n := len(s.levels)
	return n > 1 && s.levels[n-1].list && !s.levels[n-2].list && s.levels[n-1].indent == s.levels[n-2].indent
}

// next reads a line, and those that its value takes.
func (s *scanner) next() {
	text := s.text()
	indent := spaces(text)
	rest := text[indent:]
	first, _ := utf8.DecodeRuneInString(rest)
	switch {
	case rest == "":
	case first == '\t':
		// YAML bears it within a text that goes on, and there only.
		if s.left != running || indent <= s.top().indent || findColon(rest) >= 0 {
			s.stop(indent, "no-tabs")
		}
	case first == '#':
	case isNoBreak(first):
		s.stop(indent, "no-break-space")
	case indent == 0 && isMarker(text):
		if len(s.levels) > 0 || s.left != awaiting {
			s.giveUp() // it would be a second document
		}
	case indent == 0 && first == '%' && len(s.levels) == 0:
		s.giveUp()
	default:
		s.indented(indent, rest)
	}
}

// indented reads a line by where it begins, among the levels that are open.
func (s *scanner) indented(indent int, rest string) {
	dash, left, inner := isDash(rest), false, false // whether a level is left, and a list
	last := s.top()
	for len(s.levels) > 0 {
		top := s.top()
		if top.indent < indent || top.indent == indent && (!top.list || dash || !s.isCompact()) {
			break
		}
		if top.indent > indent {
			left, inner, last = true, inner || top.list, top
		}
		s.levels = s.levels[:len(s.levels)-1]
	}
	top, deeper := s.top(), s.top().indent < indent
	switch {
	case deeper && !left && s.left == awaiting:
		s.node(indent, false)
	case deeper && !left && s.left == running:
		s.goesOn(indent, rest)
	case looksLikeDash(rest):
		s.stop(indent, "dash-form")
	case len(s.levels) == 0 && !left:
		s.giveUp()
	case deeper:
		s.misplaced(indent, last)
	case top.list && !dash, !top.list && dash && inner:
		s.stop(indent, "indent-form")
	case !top.list && dash && (left || s.left != awaiting):
		s.stop(indent, "list-below")
	default:
		s.node(indent, !top.list && !dash)
	}
}

// misplaced stops at a line of which the indentation is that of no level; or at
// the only line of a level beside it, if it is that which is not indented by twos,
// or not as all that follows.
func (s *scanner) misplaced(indent int, last level) {
	for _, beside := range []level{last, s.top()} {
		if len(s.levels) == 0 || beside.entries == 1 && beside.indent%2 > indent%2 {
			s.line = beside.line
			s.stop(spaces(s.text()), "indent-form")
		}
	}
	s.stop(indent, "indent-form")
}

// goesOn reads a line that belongs to the text before it.
func (s *scanner) goesOn(indent int, rest string) {
	colon := findColon(rest)
	if colon < 0 {
		if len(s.levels) > 0 {
			s.bare = nil // two lines are a text; a header is none
		}
		return
	}
	field, isItem := strings.CutPrefix(rest[:colon], "- ")
	switch {
	case looksLikeDash(rest):
		s.stop(indent, "dash-form")
	case s.bare != nil && (s.bare.at == indent || len(s.levels) == 0) && !isItem && isKey(strings.TrimSpace(field)):
		s.line = s.bare.line
		s.colonless(s.bare.at)
	case isKey(field) && field == strings.ToLower(field) && len(s.levels) > 0:
		s.misplaced(indent, s.top())
	}
	s.stop(indent+colon, "quote-colon") // a sentence, not a field
}

// node reads what begins in this line: the dashes of lists, then a field or a
// value. Where a mapping is open it must be a field.
func (s *scanner) node(at int, field bool) {
	text := s.text()
	s.bare = nil
	for isDash(text[at:]) {
		s.open(at, true)
		at++
		at += spaces(text[at:])
		switch {
		case isBlank(text[at:]):
			s.left = awaiting
			return
		case text[at] == '\t':
			s.stop(at, "no-tabs")
		}
	}
	rest, line := text[at:], s.line
	colon := findColon(rest)
	if looksLikeDash(rest) && (field || colon >= 0 || rest[0] == '*') {
		s.stop(at, "dash-form")
	}
	switch rest[0] {
	case '"', '\'', '[', '{':
		end := s.enclosed(at)
		if colon = skipBlanks(s.text(), end) - at; s.line != line || !strings.HasPrefix(text[at+colon:], ":") {
			s.ends(end)
			if field {
				s.stop(end, "colon-form")
			}
			return
		}
	default:
		switch {
		case rest == "?" || strings.HasPrefix(rest, "? "):
			s.giveUp()
		case colon < 0 && field, colon >= 0 && colonAlone(rest[:colon]) >= 0:
			s.colonless(at)
		case colon < 0:
			s.bare = &slip{line: line, at: at}
			s.scalar(at)
			return
		case strings.IndexByte(reserved, rest[0]) >= 0:
			s.stop(at, "quote-value")
		}
	}
	s.open(at, false)
	s.value(at + colon + 1)
}

// value reads that of a field, which begins in this line or in the next.
func (s *scanner) value(at int) {
	text := s.text()
	at = skipBlanks(text, at)
	rest := text[at:]
	switch {
	case isBlank(rest):
		s.left = awaiting
		return
	case isDash(rest):
		s.stop(at, "list-below")
	case strings.IndexByte("\"'[{", rest[0]) >= 0:
		s.ends(s.enclosed(at))
		return
	}
	s.scalar(at)
	if colon := findColon(rest); colon >= 0 && s.left == running {
		s.stop(at+colon, "quote-colon")
	}
}

// scalar reads a text without quotes.
func (s *scanner) scalar(at int) {
	rest := s.text()[at:]
	switch {
	case blockText.MatchString(rest):
		s.block(rest)
		s.left = complete
	case strings.IndexByte(reserved, rest[0]) >= 0, strings.HasPrefix(rest, "? "):
		s.stop(at, "quote-value")
	default:
		s.left = running
	}
}

// block reads the lines of a text that begins with | or >.
func (s *scanner) block(header string) {
	outer := max(s.top().indent, 0)
	indent, least := 0, outer+1 // 0 until it is known
	if digit := strings.IndexAny(header, "123456789"); digit >= 0 && digit <= 2 {
		indent = outer + int(header[digit]-'0')
	}
	for ; s.line+1 < len(s.lines); s.line++ {
		text := s.lines[s.line+1]
		n := spaces(text)
		switch {
		case strings.HasPrefix(text[n:], "\t") && n < max(indent, least):
			s.line++
			s.stop(n, "no-tabs")
		case text[n:] == "":
			if indent == 0 {
				least = max(least, n)
			}
			continue
		case indent == 0 && n >= least:
			indent = n
		case indent == 0, n < indent:
			return
		}
	}
}

// colonless stops at a field that has no colon, or none that counts.
func (s *scanner) colonless(at int) {
	rest := s.text()[at:]
	if alone := colonAlone(rest); alone >= 0 {
		if next, _ := utf8.DecodeRuneInString(rest[alone:]); isNoBreak(next) {
			s.stop(at+alone, "no-break-space")
		}
		s.stop(at+alone, "space-after-colon")
	}
	word := len(rest) - len(strings.TrimLeftFunc(rest, inName))
	s.stop(at+word, "colon-form")
}
