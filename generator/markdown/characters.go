package markdown

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// unescape appends what a reader sees of Markdown text: backslashes gone,
// entities replaced. It tells whether an entity stood for a control character,
// for which U+FFFD is written.
func unescape(to, text []byte) (_ []byte, control bool) {
	for {
		i := bytes.IndexAny(text, "\\&")
		if i < 0 {
			return append(to, text...), control
		}
		to = append(to, text[:i]...)
		text = text[i:]
		if text[0] == '\\' {
			if len(text) > 1 && util.IsPunct(text[1]) {
				to = append(to, text[1])
				text = text[2:]
				continue
			}
			to = append(to, '\\')
			text = text[1:]
			continue
		}
		characters, size := entity(text)
		if size == 0 {
			to = append(to, '&')
			text = text[1:]
			continue
		}
		if c, _ := utf8.DecodeRune(characters); isControl(c) {
			control = true
			characters = []byte("\uFFFD")
		}
		to = append(to, characters...)
		text = text[size:]
	}
}

// entity reads "&name;", "&#10;" or "&#xA;" at the start of text; size is 0 if
// there is none.
func entity(text []byte) (characters []byte, size int) {
	const longest = 34 // &CounterClockwiseContourIntegral; and its marks
	end := bytes.IndexByte(text[:min(len(text), longest)], ';')
	if end < 2 {
		return nil, 0
	}
	name := text[1:end]
	if name[0] != '#' {
		if found, ok := util.LookUpHTML5EntityByName(string(name)); ok {
			return found.Characters, end + 1
		}
		return nil, 0
	}
	digits, base := name[1:], 10
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base = digits[1:], 16
	}
	if len(digits) > 7 {
		return nil, 0
	}
	value, err := strconv.ParseUint(string(digits), base, 32)
	if err != nil {
		return nil, 0
	}
	if value == 0 || value > utf8.MaxRune || !utf8.ValidRune(rune(value)) {
		value = utf8.RuneError
	}
	return utf8.AppendRune(nil, rune(value)), end + 1
}

// appendEscaped appends text for an HTML element or a quoted attribute.
func appendEscaped[T string | []byte](to []byte, text T) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		var escaped string
		switch text[i] {
		case '&':
			escaped = "&amp;"
		case '<':
			escaped = "&lt;"
		case '>':
			escaped = "&gt;"
		case '"':
			escaped = "&quot;"
		default:
			continue
		}
		to = append(append(to, text[from:i]...), escaped...)
		from = i + 1
	}
	return append(to, text[from:]...)
}

// oneLine is text with its line ends turned to spaces and none around it.
func oneLine(text []byte) string {
	text = bytes.TrimSpace(text)
	if bytes.IndexByte(text, '\n') < 0 {
		return string(text)
	}
	return string(bytes.ReplaceAll(text, []byte("\n"), []byte(" ")))
}
