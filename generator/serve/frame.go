package serve

import (
	"strings"
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// widest is how many characters of a line are shown, with the place in their
// middle: a paragraph is one line.
const widest = 100

// A frame is the line on which something is wrong, and a caret under the place.
type frame struct {
	Number int // of the line; 0 if it is not known
	Line   string
	Caret  string
}

// framesOf reads the lines of the errors that will be shown. They are read now,
// with the content: when somebody looks they may have moved.
func (s *Server) framesOf(errors diagnostic.List) map[diagnostic.Position]frame {
	frames := make(map[diagnostic.Position]frame)
	lines := make(map[string][]string)
	for _, d := range errors {
		if d.Line == 0 || s.Source == nil {
			continue
		}
		if len(frames) == mostShown {
			break
		}
		if _, read := lines[d.File]; !read {
			text, err := s.Source(d.File)
			if err != nil {
				text = nil
			}
			lines[d.File] = strings.Split(string(text), "\n")
		}
		if d.Line <= len(lines[d.File]) {
			frames[d.Position] = frameOf(d.Position, lines[d.File][d.Line-1])
		}
	}
	return frames
}

func frameOf(at diagnostic.Position, line string) frame {
	line = strings.ReplaceAll(strings.TrimRight(line, "\r"), "\t", " ")
	if !utf8.ValidString(line) {
		return frame{}
	}
	runes := []rune(line)
	column := min(max(at.Column, 1), len(runes)+1)
	from := max(0, column-widest/2)
	to := min(len(runes), from+widest)
	return frame{Number: at.Line, Line: string(runes[from:to]), Caret: strings.Repeat(" ", column-1-from) + "^"}
}
