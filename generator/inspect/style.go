package inspect

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// A style reads one stylesheet, which may ask nothing of another host.
type style struct {
	inspection *Inspection
	found      []breach
}

func (s *style) begin(int32) { s.found = nil }

// read waits for the whole: there is one stylesheet, or a few.
func (s *style) read([]byte) int { return 0 }

func (s *style) end(text []byte) (*sheet, []breach) {
	lexer := css.NewLexer(parse.NewInputBytes(bytes.Clone(text)))
	for {
		switch kind, token := lexer.Next(); kind {
		case css.ErrorToken:
			return nil, s.found
		case css.FunctionToken, css.AtKeywordToken:
			if bytes.IndexByte(token, '\\') >= 0 { // a name that hides what it asks for
				s.breach(string(token))
			}
		case css.StringToken, css.BadStringToken:
			s.follow(token)
		case css.URLToken, css.BadURLToken:
			s.follow(bytes.TrimSpace(bytes.TrimSuffix(token[len("url("):], []byte(")"))))
		}
	}
}

// follow looks where an address leads, or a string that may be one.
func (s *style) follow(written []byte) {
	address := strings.TrimSpace(unescape(bytes.Trim(written, `"'`)))
	scheme, rest, absolute := strings.Cut(strings.ReplaceAll(address, `\`, "/"), "//")
	switch base := s.inspection.base; {
	case !absolute, base != "" && strings.HasPrefix(address, base+"/"):
	case scheme == "" && rest != "", strings.HasSuffix(scheme, ":") && !strings.ContainsAny(scheme, "/,; "):
		s.breach(address)
	}
}

func (s *style) breach(what string) { s.found = append(s.found, breach{"page-outside", what}) }

// unescape is what a style sheet's text stands for (CSS Syntax, 4.3.7).
func unescape(text []byte) string {
	var out strings.Builder
	for len(text) > 0 {
		if text[0] != '\\' || len(text) == 1 {
			out.WriteByte(text[0])
			text = text[1:]
			continue
		}
		text = text[1:]
		digits := 0
		for digits < min(len(text), 6) && strings.IndexByte("0123456789abcdefABCDEF", text[digits]) >= 0 {
			digits++
		}
		if digits == 0 {
			_, size := utf8.DecodeRune(text)
			out.Write(text[:size])
			text = text[size:]
			continue
		}
		n, _ := strconv.ParseUint(string(text[:digits]), 16, 32)
		out.WriteRune(rune(n))
		if text = text[digits:]; len(text) > 0 && strings.IndexByte(" \t\n\r\f", text[0]) >= 0 {
			text = text[1:]
		}
	}
	return out.String()
}
