package read

import (
	"bufio"
	"bytes"
	"sync"
	"unicode/utf8"

	"github.com/adrg/frontmatter"

	"greffe/generator/diagnostic"
)

// maxHeader is how long the front matter of a document may be, in bytes. The
// YAML parser cannot be interrupted and takes gigabytes for hostile input of
// less than this that is decoded; parsed to nodes it is safe at this size.
const maxHeader = 64 << 10

// maxDocument is how long a document may be, in bytes.
const maxDocument = 2 << 20

var dashes = []byte("---")

// header splits a document into its front matter and its body. first is the
// body's first line in the file; the front matter's first line is always 2.
//
// The delimiters are checked here and not by the front matter library, which
// answers "no front matter, all of this is text" for a byte order mark, a long
// dash or a missing last line, and so would publish private fields. The library
// then reads the same header and must find its end in the same place.
func header(text []byte) (matter, body []byte, first int, wrong *diagnostic.Diagnostic) {
	fail := func(line, column int, rule, hint string) ([]byte, []byte, int, *diagnostic.Diagnostic) {
		return nil, nil, 0, &diagnostic.Diagnostic{
			Position: diagnostic.Position{Line: line, Column: column}, Severity: diagnostic.Error, Rule: rule, Hint: hint,
		}
	}
	if len(text) > maxDocument {
		return fail(0, 0, "document-too-long", "")
	}
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return fail(1, 1, "not-utf8", "save-as-utf8")
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if line, column, bad := invalidUTF8(text); bad {
		return fail(line, column, "not-utf8", "save-as-utf8")
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return fail(1, 1, "empty-document", "header-form")
	}
	opening, rest := cutLine(text)
	if !bytes.Equal(opening, dashes) {
		return fail(1, 1, "no-header", "header-form")
	}
	matter = rest
	for line := 2; ; line++ {
		if len(rest) == 0 {
			return fail(line-1, 1, "unclosed-header", "header-form")
		}
		before := len(matter) - len(rest)
		if before > maxHeader {
			return fail(line, 1, "header-too-long", "")
		}
		var current []byte
		current, rest = cutLine(rest)
		if bytes.Equal(current, dashes) {
			matter, body, first = matter[:before], rest, line+1
			break
		}
		if bytes.Equal(bytes.TrimRight(current, " \t"), dashes) {
			return fail(line, len(dashes)+1, "spaces-after-header", "header-form")
		}
	}
	if !libraryAgrees(text[:len(text)-len(body)], matter) {
		return fail(1, 1, "ambiguous-header", "header-form")
	}
	return matter, body, first, nil
}

// libraryAgrees reads a header with the front matter library and compares. The
// library takes whatever follows the header for the body, as it is: none of it
// need be shown.
func libraryAgrees(header, matter []byte) bool {
	agrees := false
	compare := func(found []byte, _ any) error {
		agrees = sameText(found, matter)
		return nil
	}
	// The library reads from a buffer of its own, unless it is given one.
	reader := readers.Get().(*bufio.Reader)
	defer readers.Put(reader)
	reader.Reset(bytes.NewReader(header))
	rest, err := frontmatter.MustParse(reader, new(struct{}), frontmatter.NewFormat("---", "---", compare))
	return err == nil && agrees && len(rest) == 0
}

var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// sameText compares texts that may differ in their ends of lines, in blank
// lines at either end and in the spaces of the first line, which the library
// trims.
func sameText(a, b []byte) bool {
	if a, b = bytes.TrimSpace(a), bytes.TrimSpace(b); bytes.Equal(a, b) {
		return true
	}
	unix := func(text []byte) []byte { return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")) }
	return bytes.Equal(unix(a), unix(b))
}

// cutLine returns the first line without its end, and what follows it.
func cutLine(text []byte) (line, rest []byte) {
	i := bytes.IndexByte(text, '\n')
	if i < 0 {
		return bytes.TrimSuffix(text, []byte("\r")), nil
	}
	return bytes.TrimSuffix(text[:i], []byte("\r")), text[i+1:]
}

// invalidUTF8 finds the first byte that is not UTF-8.
func invalidUTF8(text []byte) (line, column int, bad bool) {
	if utf8.Valid(text) {
		return 0, 0, false
	}
	line, column = 1, 1
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && size == 1:
			return line, column, true
		case r == '\n':
			line, column = line+1, 1
		default:
			column++
		}
		text = text[size:]
	}
	return 0, 0, false
}
