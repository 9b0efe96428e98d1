package markdown

import (
	"bytes"
	"strconv"
)

// containers follows the quotes, lists, definitions and notes that the line
// opens, and refuses the thirty-third within one another.
func (m *measure) containers(line []byte) bool {
	column, quotes := 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ':
			column++
			i++
			continue
		case c == '\t':
			column += 4 - column%4
			i++
			continue
		case c == '>':
			quotes++
			column++
			i++
		default:
			width := markerWidth(line[i:])
			if width == 0 {
				return true
			}
			for len(m.lists) > 0 && m.lists[len(m.lists)-1] > column {
				m.lists = m.lists[:len(m.lists)-1]
			}
			column += width
			m.lists = append(m.lists, column)
			i += width
		}
		if quotes+len(m.lists) > maxDepth {
			m.report(m.offset+i-1, "nesting-too-deep", limit(strconv.Itoa(maxDepth)))
			return false
		}
	}
	return true
}

// markerWidth is the width of the marker that opens a container at the start of
// the line, or 0.
func markerWidth(line []byte) int {
	width := 0
	switch c := line[0]; {
	case c == '-' || c == '+' || c == '*':
		if isRule(line) {
			return 0
		}
		width = 1
	case c == ':':
		width = 1
	case c >= '0' && c <= '9':
		for width < len(line) && width < 9 && line[width] >= '0' && line[width] <= '9' {
			width++
		}
		if width == len(line) || line[width] != '.' && line[width] != ')' {
			return 0
		}
		width++
	case c == '[':
		if len(line) < 2 || line[1] != '^' {
			return 0
		}
		end := bytes.Index(line, []byte("]:"))
		if end < 0 {
			return 0
		}
		return end + 2 // what follows a note's label needs no space
	default:
		return 0
	}
	if width < len(line) && line[width] != ' ' && line[width] != '\t' {
		return 0
	}
	return width
}

// isRule tells whether the line is "* * *", however long, and not a list within
// a list within a list.
func isRule(line []byte) bool {
	n := 0
	for _, c := range line {
		switch c {
		case line[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}
