package markdown

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// goldmark cannot be interrupted, and a few kilobytes of hostile text keep some
// versions of it busy for minutes or fill the memory. So the source is measured
// first, with bounds that no honest text comes near. Where Markdown would need
// the parser itself to tell (is this bracket code?), the measure is the
// pessimistic one: it may count too much, never too little.
const (
	maxText       = 1 << 20  // bytes
	maxLine       = 64 << 10 // bytes
	maxLines      = 20_000   // goldmark keeps notes for every line and every block open on it
	maxDepth      = 32       // of quotes, lists, brackets, emphasis
	maxBackticks  = 64       // in one run; each length is searched for to the end of the paragraph
	maxMarks      = 10_000   // in one paragraph; goldmark may compare each with every other
	maxMarkCost   = 1 << 30  // the sum of their squares
	maxAllMarks   = 50_000   // in the text; each may become a node of the tree
	maxReferences = 1_000    // link references and notes defined
	maxNoteCalls  = 4_000
	maxColumns    = 64
	maxCells      = 20_000
	maxAddresses  = 4 << 20 // bytes of addresses written, since one reference may serve many links
)

// A measure walks the source once, line by line.
type measure struct {
	*renderer
	offset int // of the line in the source

	lists      []int // columns at which the contents of the open lists begin
	brackets   int   // not closed in this paragraph
	parens     int
	marks      int
	markCost   int
	allMarks   int
	references int
	noteCalls  int
	columns    int // of the table that may be open
	cells      int
}

// withinLimits tells whether the source may be given to the parser, and reports
// why not.
func (r *renderer) withinLimits() bool {
	if len(r.source) > maxText {
		r.report(0, "text-too-long", limit("1 Mio"))
		return false
	}
	if !r.cleanCharacters() {
		return false
	}
	m := measure{renderer: r}
	count := 0
	for rest := r.source; len(rest) > 0; {
		line := rest
		if end := bytes.IndexByte(rest, '\n'); end >= 0 {
			line = rest[:end]
		}
		if count++; count > maxLines {
			m.report(m.offset, "text-too-long", limit(strconv.Itoa(maxLines)))
			return false
		}
		if !m.line(line) {
			return false
		}
		next := min(len(line)+1, len(rest))
		rest = rest[next:]
		m.offset += next
	}
	return true
}

func (m *measure) line(line []byte) bool {
	if len(line) > maxLine {
		m.report(m.offset, "line-too-long", limit(strconv.Itoa(maxLine)))
		return false
	}
	if len(bytes.TrimLeft(line, " \t")) == 0 {
		m.brackets, m.parens, m.marks, m.columns = 0, 0, 0, 0
		return true
	}
	return m.containers(line) && m.table(line) && m.inline(line)
}

// inline counts what is within the lines of a paragraph.
func (m *measure) inline(line []byte) bool {
	for i := 0; i < len(line); i++ {
		c := line[i]
		if !counted[c] {
			continue
		}
		start := i
		switch c {
		case '\\':
			i++
		case '[':
			m.brackets++
			m.mark()
			if i+1 < len(line) && line[i+1] == '^' {
				m.noteCalls++
			}
		case ']':
			m.brackets = max(m.brackets-1, 0)
			if i+1 < len(line) && line[i+1] == ':' {
				m.references++
			}
		case '(':
			m.parens++
		case ')':
			m.parens = max(m.parens-1, 0)
		default: // a run of * _ ~ `
			for i+1 < len(line) && line[i+1] == c {
				i++
			}
			m.mark()
		}
		switch {
		case m.brackets > maxDepth, m.parens > maxDepth, c == '`' && i-start >= maxBackticks:
			m.report(m.offset+start, "nesting-too-deep", limit(strconv.Itoa(maxDepth)))
			return false
		case m.marks > maxMarks, m.markCost > maxMarkCost:
			m.report(m.offset+start, "too-many-marks", limit(strconv.Itoa(maxMarks)))
			return false
		case m.allMarks > maxAllMarks:
			m.report(m.offset+start, "text-too-long", limit(strconv.Itoa(maxAllMarks)))
			return false
		case m.references > maxReferences, m.noteCalls > maxNoteCalls:
			m.report(m.offset+start, "too-many-references", limit(strconv.Itoa(maxReferences)))
			return false
		}
	}
	return true
}

var counted = [256]bool{'\\': true, '[': true, ']': true, '(': true, ')': true, '*': true, '_': true, '~': true, '`': true}

// mark counts one more mark in the paragraph: n² grows by 2n+1.
func (m *measure) mark() {
	m.markCost += 2*m.marks + 1
	m.marks++
	m.allMarks++
}

// table counts the cells of what may be a table. goldmark fills every row up to
// the width of the head, so that a wide head makes short rows expensive.
func (m *measure) table(line []byte) bool {
	if bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|-: \t>*+.)0123456789")) == 0 {
		row := bytes.TrimRight(bytes.TrimLeft(line, " \t>"), " \t")
		m.columns = bytes.Count(bytes.Trim(row, "|"), []byte{'|'}) + 1
		m.cells += m.columns // the head's
	}
	m.cells += m.columns
	if m.columns > maxColumns || m.cells > maxCells {
		m.report(m.offset, "table-too-large", diagnostic.Args{
			"columns": strconv.Itoa(maxColumns),
			"cells":   strconv.Itoa(maxCells),
		})
		return false
	}
	return true
}

// cleanCharacters reports what is not UTF-8, and the characters that no feed
// and no XML file may hold.
func (r *renderer) cleanCharacters() bool {
	const most = 20
	found := 0
	for i := 0; i < len(r.source) && found < most; {
		c := r.source[i]
		if c >= ' ' && c < 0x7F || c == '\n' || c == '\t' {
			i++
			continue
		}
		char, size := utf8.DecodeRune(r.source[i:])
		switch {
		case char == utf8.RuneError && size == 1:
			r.report(i, "invalid-encoding", diagnostic.Args{"byte": fmt.Sprintf("0x%02X", c)})
			found++
		case isControl(char):
			r.report(i, "control-character", diagnostic.Args{"character": fmt.Sprintf("U+%04X", char)})
			found++
		}
		i += size
	}
	return found == 0
}

// isControl holds for what has no place in a text: control characters but tab
// and line feed, the two code points that XML forbids, and what makes a text
// read in another order than it is written in. So it does for three characters
// of private use, with which pages mark languages.
func isControl(c rune) bool {
	return c < ' ' && c != '\n' && c != '\t' || c >= 0x7F && c < 0xA0 || c == 0xFFFE || c == 0xFFFF ||
		c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069 || c >= 0xF8F0 && c <= 0xF8F2
}

func limit(value string) diagnostic.Args { return diagnostic.Args{"limit": value} }
