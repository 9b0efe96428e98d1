package markdown

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A bareAddressParser makes links of "https://…", "www.…" and "name@host" that
// stand bare in the text. goldmark has one; at every space and underscore it
// looks for an e-mail address as far as the line goes, and so takes minutes for
// a line of "_a_a_a".
type bareAddressParser struct{}

func (bareAddressParser) Trigger() []byte {
	// goldmark calls the parsers of ' ' at the start of a line too.
	return []byte{' ', '*', '_', '~', '('}
}

func (bareAddressParser) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if pc.IsInLinkLabel() {
		return nil
	}
	line, segment := block.PeekLine()
	skip := 0
	switch line[0] {
	case ' ', '*', '_', '~', '(':
		skip = 1
	}
	rest := line[skip:]
	kind, protocol := ast.AutoLinkType(ast.AutoLinkURL), []byte(nil)
	n := 0
	switch {
	case bytes.HasPrefix(rest, []byte("https://")):
		n = webAddress(rest, len("https://"))
	case bytes.HasPrefix(rest, []byte("http://")):
		n = webAddress(rest, len("http://"))
	case bytes.HasPrefix(rest, []byte("www.")):
		n = webAddress(rest, len("www."))
		protocol = []byte("https")
	default:
		n = mailAddress(rest)
		kind = ast.AutoLinkEmail
	}
	if n == 0 {
		return nil
	}
	if skip > 0 {
		ast.MergeOrAppendTextSegment(parent, segment.WithStop(segment.Start+skip))
	}
	start := segment.Start + skip
	block.Advance(skip + n)
	link := ast.NewAutoLink(kind, ast.NewTextSegment(text.NewSegment(start, start+n)))
	link.Protocol = protocol
	link.SetPos(start)
	return link
}

// webAddress returns the length of the address that line begins with, or 0; its
// host begins at host.
func webAddress(line []byte, host int) int {
	// The host first: only an address that is taken may be read to its end,
	// or a line of "_http://" would be read as often as it has them.
	if !isHost(line[host:min(len(line), host+256)]) {
		return 0
	}
	end := host
	for end < len(line) {
		c, size := utf8.DecodeRune(line[end:])
		if c <= ' ' || isSpace(c) || strings.ContainsRune("<>\"`«»“”|", c) {
			break
		}
		end += size
	}
	return len(trimAddress(line[:end]))
}

// trimAddress takes off what rather ends the sentence than the address.
func trimAddress(address []byte) []byte {
	open := bytes.Count(address, []byte{'('}) - bytes.Count(address, []byte{')'})
	for len(address) > 0 {
		switch c := address[len(address)-1]; c {
		case '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'':
		case ')':
			if open >= 0 {
				return address
			}
			open++
		default:
			if !bytes.HasSuffix(address, []byte("…")) && !bytes.HasSuffix(address, []byte("’")) {
				return address
			}
			address = address[:len(address)-2]
		}
		address = address[:len(address)-1]
	}
	return address
}

// isHost tells whether a name in two parts begins the text.
func isHost(text []byte) bool {
	for i, c := range text {
		if c == '.' {
			return i > 0 && i+1 < len(text) && isHostCharacter(text[i+1])
		}
		if !isHostCharacter(c) {
			return false
		}
	}
	return false
}

func isHostCharacter(c byte) bool { return isASCIIWord(c) || c == '-' || c >= utf8.RuneSelf }

// mailAddress returns the length of the e-mail address that line begins with,
// or 0.
func mailAddress(line []byte) int {
	const longest = 64 // before the at sign
	at := bytes.IndexByte(line[:min(len(line), longest+1)], '@')
	if at < 1 {
		return 0
	}
	for _, c := range line[:at] {
		if !isASCIIWord(c) && bytes.IndexByte([]byte(".+-_%"), c) < 0 {
			return 0
		}
	}
	end, dot := at+1, 0
	for end < len(line) && end-at < 255 && (isASCIIWord(line[end]) || line[end] == '-' || line[end] == '.') {
		if line[end] == '.' {
			if line[end-1] == '.' || line[end-1] == '@' {
				return 0
			}
			dot = end
		}
		end++
	}
	if end > dot && line[end-1] == '.' { // the sentence's
		end--
		dot = bytes.LastIndexByte(line[at:end], '.') + at
	}
	if dot <= at || end-dot < 3 || end < len(line) && (line[end] == '@' || line[end] == '_' || line[end] == '-') {
		return 0
	}
	return end
}

func isASCIIWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}
