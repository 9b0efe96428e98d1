package check

import (
	"bytes"
	"regexp"
	"strings"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// spacedAddress: a link or an image whose address has a space. Markdown takes it
// for text: its brackets stay on the page, and the file off the site.
var spacedAddress = Rule{
	Name:     "spaced-address",
	Severity: diagnostic.Warning,
	Text: &textRule{bodies: true, whole: func(p *proof) {
		for i := range p.Blocks {
			b := &p.Blocks[i]
			for from := 0; ; {
				n := bytes.Index(b.Text[from:], []byte("]("))
				if n < 0 {
					break
				}
				escaped := from+n > 0 && b.Text[from+n-1] == '\\'
				from += n + len("](")
				address := addressAt(b.Text[from:])
				if escaped || !bytes.ContainsAny(address, " \t\n") || !seemsAddress.Match(address) || p.enough() {
					continue
				}
				at, _ := b.Source.Locate(b, from, from+len(address))
				text := excerpt(strings.ReplaceAll(string(address), markdown.Elsewhere, "…"))
				p.reportAt(at, "address-spaces", diagnostic.Args{"text": text}, nil)
			}
		}
	}},
}

// seemsAddress tells an address from a remark in parentheses: it has the ending
// of a file, or begins as a site's address does, which the proof leaves out.
var seemsAddress = regexp.MustCompile(`\.[0-9]?[A-Za-z][A-Za-z0-9]{1,4}(?:#\S*)?$|^` + markdown.Elsewhere)

// addressAt is what stands before the parenthesis that closes, without a title.
func addressAt(text []byte) []byte {
	const longest = 300
	depth := 1
	for i, c := range text[:min(len(text), longest)] {
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			address := bytes.TrimSpace(text[:i])
			if title := bytes.Index(address, []byte(` "`)); title > 0 && bytes.HasSuffix(address, []byte(`"`)) {
				address = bytes.TrimSpace(address[:title])
			}
			return address
		}
	}
	return nil
}
