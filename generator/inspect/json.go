package inspect

import (
	"encoding/binary"
	"unicode/utf8"
)

// A jsonText reads one JSON text (RFC 8259), however it is cut in pieces.
type jsonText struct {
	stack []byte // of the objects and arrays that are open
	state jsonState
	word  string // what is left of true, false or null
	hex   int    // digits that an escape still wants
	bad   bool
	split []byte // the beginning of a character
}

// jsonState is what may come next.
type jsonState uint8

const (
	wantsValue    jsonState = iota
	wantsFirst              // or the end of an array
	wantsKey                // a name
	wantsFirstKey           // or the end of an object
	wantsColon
	wantsComma // or the end
	inString
	inKey
	inEscape // of a string
	inKeyEscape
	inWord
	afterMinus
	afterZero
	inInteger
	afterPoint
	inFraction
	afterE
	afterSign
	inExponent
)

func (j *jsonText) begin(int32) {
	*j = jsonText{stack: j.stack[:0], split: j.split[:0]}
}

func (j *jsonText) read(b []byte) int {
	if !j.isUTF8(b) {
		j.bad = true
	}
	for i := 0; i < len(b) && !j.bad; i++ {
		if j.state == inString || j.state == inKey {
			if i = skipString(b, i); i == len(b) {
				break
			}
		}
		j.step(b[i])
	}
	return len(b)
}

// isUTF8 tells whether the bytes so far are, but for a character that has only
// begun.
func (j *jsonText) isUTF8(b []byte) bool {
	if len(j.split) > 0 {
		for len(b) > 0 && !utf8.FullRune(j.split) {
			j.split, b = append(j.split, b[0]), b[1:]
		}
		if !utf8.FullRune(j.split) {
			return true
		}
		if !utf8.Valid(j.split) {
			return false
		}
		j.split = j.split[:0]
	}
	if utf8.Valid(b) {
		return true
	}
	for back := 1; back < utf8.UTFMax && back <= len(b); back++ {
		if tail := b[len(b)-back:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return false
			}
			j.split = append(j.split, tail...)
			return utf8.Valid(b[:len(b)-back])
		}
	}
	return false
}

// skipString returns where a string holds something else than plain text: eight
// bytes at a time, as long as none of them is a quote, a backslash or a control
// character.
func skipString(b []byte, i int) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for ; i+8 <= len(b); i += 8 {
		word := binary.LittleEndian.Uint64(b[i:])
		quotes, slashes := word^(ones*'"'), word^(ones*'\\')
		if ((quotes-ones)&^quotes|(slashes-ones)&^slashes|(word-ones*0x20)&^word)&tops != 0 {
			break
		}
	}
	for i < len(b) && b[i] != '"' && b[i] != '\\' && b[i] >= ' ' {
		i++
	}
	return i
}

// step takes one byte.
func (j *jsonText) step(c byte) {
	switch j.state {
	case inString, inKey:
		switch {
		case c == '"' && j.state == inKey:
			j.state = wantsColon
		case c == '"':
			j.state = wantsComma
		case c == '\\':
			j.state += inEscape - inString
		default:
			j.bad = true // a control character
		}
		return
	case inEscape, inKeyEscape:
		j.escape(c)
		return
	case inWord:
		if j.bad = c != j.word[0]; !j.bad {
			if j.word = j.word[1:]; j.word == "" {
				j.state = wantsComma
			}
		}
		return
	}
	if j.state >= afterMinus && j.number(c) {
		return
	}
	if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
		j.bad = j.state >= afterMinus
		return
	}
	switch j.state {
	case wantsColon:
		j.bad, j.state = c != ':', wantsValue
	case wantsComma:
		j.comma(c)
	case wantsKey, wantsFirstKey:
		switch {
		case c == '"':
			j.state = inKey
		case c == '}' && j.state == wantsFirstKey:
			j.close('{')
		default:
			j.bad = true
		}
	case wantsValue, wantsFirst:
		j.value(c)
	default:
		j.bad = true
	}
}

func (j *jsonText) value(c byte) {
	switch {
	case c == '"':
		j.state = inString
	case c == '{':
		j.stack, j.state = append(j.stack, c), wantsFirstKey
	case c == '[':
		j.stack, j.state = append(j.stack, c), wantsFirst
	case c == ']' && j.state == wantsFirst:
		j.close('[')
	case c == 't':
		j.state, j.word = inWord, "rue"
	case c == 'f':
		j.state, j.word = inWord, "alse"
	case c == 'n':
		j.state, j.word = inWord, "ull"
	case c == '-':
		j.state = afterMinus
	case c == '0':
		j.state = afterZero
	case c >= '1' && c <= '9':
		j.state = inInteger
	default:
		j.bad = true
	}
}

func (j *jsonText) comma(c byte) {
	switch {
	case len(j.stack) == 0:
		j.bad = true
	case c == ',' && j.stack[len(j.stack)-1] == '{':
		j.state = wantsKey
	case c == ',':
		j.state = wantsValue
	case c == '}':
		j.close('{')
	case c == ']':
		j.close('[')
	default:
		j.bad = true
	}
}

func (j *jsonText) close(open byte) {
	last := len(j.stack) - 1
	if last < 0 || j.stack[last] != open {
		j.bad = true
		return
	}
	j.stack, j.state = j.stack[:last], wantsComma
}

func (j *jsonText) escape(c byte) {
	isHex := c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
	switch {
	case j.hex > 0:
		if j.bad = !isHex; !j.bad {
			if j.hex--; j.hex == 0 {
				j.state -= inEscape - inString
			}
		}
	case c == 'u':
		j.hex = 4
	case c == '"' || c == '\\' || c == '/' || c == 'b' || c == 'f' || c == 'n' || c == 'r' || c == 't':
		j.state -= inEscape - inString
	default:
		j.bad = true
	}
}

// number takes a byte of a number; false if the number has ended before it.
func (j *jsonText) number(c byte) bool {
	digit := c >= '0' && c <= '9'
	switch {
	case j.state == afterMinus && c == '0':
		j.state = afterZero
	case j.state == afterMinus && digit:
		j.state = inInteger
	case j.state == inInteger && digit:
	case (j.state == afterZero || j.state == inInteger) && c == '.':
		j.state = afterPoint
	case (j.state == afterPoint || j.state == inFraction) && digit:
		j.state = inFraction
	case (j.state == afterZero || j.state == inInteger || j.state == inFraction) && (c == 'e' || c == 'E'):
		j.state = afterE
	case j.state == afterE && (c == '+' || c == '-'):
		j.state = afterSign
	case (j.state == afterE || j.state == afterSign || j.state == inExponent) && digit:
		j.state = inExponent
	case j.state == afterZero || j.state == inInteger || j.state == inFraction || j.state == inExponent:
		j.state = wantsComma
		return false
	default:
		j.bad = true
	}
	return true
}

// ended tells whether what came is a whole JSON text.
func (j *jsonText) ended() bool {
	switch j.state {
	case wantsComma, afterZero, inInteger, inFraction, inExponent:
		return !j.bad && len(j.stack) == 0 && len(j.split) == 0
	}
	return false
}

func (j *jsonText) end([]byte) (*sheet, []breach) {
	if !j.ended() {
		return nil, []breach{{"file-unreadable", "JSON"}}
	}
	return nil, nil
}
