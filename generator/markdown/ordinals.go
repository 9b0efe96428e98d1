package markdown

import "bytes"

// raiseOrdinals puts the endings of French ordinals in <sup>: 1er, 2e, XXIe.
// Only in HTML; plain text keeps the letters on the line.
func (f *flow) raiseOrdinals() {
	var marks []mark // the new list; nil while there is no ordinal
	next := 0        // of the old one
	f.stretches(func(from, to int, v voice) {
		if v != french {
			return
		}
		for i := from + 1; i < to; i++ {
			c := f.text[i]
			if c != 'e' && c != 'r' && c != 'n' {
				continue
			}
			if last := f.text[i-1]; !isDigit(rune(last)) && !isRoman(last) {
				continue // the end of a word: most are
			}
			end := ordinalEnd(f.text, i)
			if end == 0 || end > to {
				continue
			}
			// Opened after the marks at its start, closed before those at its
			// end; one that has marks within it stays on the line.
			for next < len(f.marks) && f.marks[next].at <= i {
				marks = append(marks, f.marks[next])
				next++
			}
			if next == len(f.marks) || f.marks[next].at >= end {
				marks = append(marks, mark{at: i, html: "<sup>"}, mark{at: end, html: "</sup>"})
			}
			i = end - 1
		}
	})
	if marks != nil {
		f.marks = append(marks, f.marks[next:]...)
	}
}

// ordinalEnd returns where the ending at i ends, or 0 if it is none.
func ordinalEnd(text []byte, i int) int {
	digits := i
	for digits > 0 && isDigit(rune(text[digits-1])) {
		digits--
	}
	number := string(text[digits:i])
	endings := laterEndings
	if number == "" {
		roman := i
		for roman > 0 && isRoman(text[roman-1]) {
			roman--
		}
		number = string(text[roman:i])
		digits = roman
		switch {
		case number == "I":
			number = "1"
		// One letter and an e is most often a word: Le, Ce.
		case len(number) < 2 && number != "V" && number != "X":
			return 0
		}
	}
	if number == "1" {
		endings = firstEndings
	}
	if c := before(text, digits); isWord(c) || c == '.' || c == ',' {
		return 0
	}
	for _, ending := range endings {
		end := i + len(ending)
		if bytes.HasPrefix(text[i:], []byte(ending)) && !isWord(after(text, end)) {
			return end
		}
	}
	return 0
}

func isRoman(c byte) bool { return c == 'I' || c == 'V' || c == 'X' || c == 'L' || c == 'C' }

var (
	firstEndings = []string{"er", "re", "ers", "res"}
	laterEndings = []string{"e", "es", "nd", "nde", "nds", "ndes"}
)
