package check

import (
	"bytes"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// fakeList: lines of a paragraph that begin with a bullet. They are no list for
// who does not see them, and run into one line on the page (RGAA 9.3).
var fakeList = Rule{
	Name:     "fake-list",
	Severity: diagnostic.Warning,
	Text: &textRule{bodies: true, whole: func(p *proof) {
		for i := range p.Blocks {
			b := &p.Blocks[i]
			if b.Kind != markdown.Paragraph && b.Kind != markdown.Item {
				continue
			}
			bullets, dashes, first := 0, 0, 0
			for from := 0; from < len(b.Text); {
				line := b.Text[from:]
				if end := bytes.IndexByte(line, '\n'); end >= 0 {
					line = line[:end]
				}
				kind := bulletOf(bytes.TrimLeft(line, " \t"))
				if kind != noBullet && bullets+dashes == 0 {
					first = from
				}
				switch kind {
				case bullet:
					bullets++
				case dash:
					dashes++
				}
				from += len(line) + 1
			}
			// A dash alone opens a reply, in French; two are a list.
			if bullets > 0 || dashes > 1 {
				p.report(int32(i), first, min(first+40, len(b.Text)), "make-list", diagnostic.Args{})
			}
		}
	}},
}

const (
	noBullet = iota
	bullet
	dash
)

func bulletOf(line []byte) int {
	for _, sign := range []string{"•", "◦", "▪", "‣", "●", "■", "\\-", "\\*"} {
		if bytes.HasPrefix(line, []byte(sign)) {
			return bullet
		}
	}
	for _, sign := range []string{"– ", "— "} {
		if bytes.HasPrefix(line, []byte(sign)) {
			return dash
		}
	}
	return noBullet
}
