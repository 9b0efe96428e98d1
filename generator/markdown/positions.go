package markdown

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// A lineIndex turns an offset of the source into a line and a column of the
// file. It is built when first asked: most texts have few links and no problem.
type lineIndex struct {
	source []byte
	file   string
	first  int
	starts []int
}

func (l *lineIndex) position(offset int) diagnostic.Position {
	if l.starts == nil {
		l.starts = append(make([]int, 0, len(l.source)/40+1), 0)
		for at := 0; ; {
			n := bytes.IndexByte(l.source[at:], '\n')
			if n < 0 {
				break
			}
			at += n + 1
			l.starts = append(l.starts, at)
		}
	}
	offset = min(max(offset, 0), len(l.source))
	line := sort.SearchInts(l.starts, offset+1) - 1
	return diagnostic.Position{
		File:   l.file,
		Line:   l.first + line,
		Column: utf8.RuneCount(l.source[l.starts[line]:offset]) + 1,
	}
}
