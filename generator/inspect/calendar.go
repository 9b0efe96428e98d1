package inspect

import (
	"bytes"
	"unicode/utf8"
)

// A calendar reads one iCalendar file (RFC 5545): its content lines, how long
// they are, and that what begins also ends.
type calendar struct {
	open  []string
	lines int
	bad   bool
}

// longest is how many octets a line may have, without its end.
const longest = 75

func (c *calendar) begin(int32) { *c = calendar{open: c.open[:0]} }

func (c *calendar) read(b []byte) int {
	at := 0
	for {
		length := bytes.Index(b[at:], []byte("\r\n"))
		if length < 0 {
			return at
		}
		c.line(b[at : at+length])
		at += length + 2
	}
}

func (c *calendar) line(line []byte) {
	c.lines++
	isControl := func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7F }
	name, value, ok := bytes.Cut(line, []byte(":"))
	switch {
	case len(line) == 0, len(line) > longest, !utf8.Valid(line), bytes.ContainsFunc(line, isControl):
		c.bad = true
	case line[0] == ' ':
		c.bad = c.bad || c.lines == 1
	case !ok:
		c.bad = c.bad || c.lines == 1 // a long name is folded before its colon
	case string(name) == "BEGIN":
		c.bad = c.bad || len(c.open) == 0 && c.lines > 1
		c.open = append(c.open, string(value))
	case string(name) == "END":
		last := len(c.open) - 1
		if last < 0 || c.open[last] != string(value) {
			c.bad = true
			return
		}
		c.open = c.open[:last]
	default:
		c.bad = c.bad || len(c.open) == 0
	}
}

func (c *calendar) end(rest []byte) (*sheet, []breach) {
	if c.bad || c.lines == 0 || len(c.open) > 0 || len(rest) > 0 {
		return nil, []breach{{"file-unreadable", "iCalendar"}}
	}
	return nil, nil
}
