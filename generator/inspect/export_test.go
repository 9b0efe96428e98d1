package inspect

import "bytes"

// A Mark is a tag as a test compares it.
type Mark struct {
	End        bool
	Name       string
	Attributes [][2]string
}

// Marks are the tags of a page, as the inspection reads them; false if it
// refuses to read it.
func Marks(text []byte) ([]Mark, bool) {
	var (
		marks []Mark
		t     tag
		p     page
	)
	for {
		if p.inside != nil {
			length := indexFold(text, p.inside)
			if length < 0 {
				return marks, false
			}
			p.inside, text = nil, text[length:]
		}
		next := bytes.IndexByte(text, '<')
		if next < 0 {
			return marks, true
		}
		text = text[next:]
		length := t.read(text)
		switch t.kind {
		case fault, cutShort:
			return marks, false
		case startTag:
			mark := Mark{Name: string(t.name)}
			for _, a := range t.attributes {
				mark.Attributes = append(mark.Attributes, [2]string{string(a.name), string(a.value)})
			}
			marks = append(marks, mark)
			p.isData = true
			p.start(&tag{name: t.name})
			if p.bad {
				return marks, false
			}
		case endTag:
			marks = append(marks, Mark{End: true, Name: string(t.name)})
		}
		text = text[length:]
	}
}

// JSON, XML and Calendar tell whether a text is what they say, when it comes in
// pieces of some length.
func JSON(text []byte, piece int) bool     { return holds(new(jsonText), text, piece) }
func XML(text []byte, piece int) bool      { return holds(new(xmlText), text, piece) }
func Calendar(text []byte, piece int) bool { return holds(new(calendar), text, piece) }

func holds(r reader, text []byte, piece int) bool {
	r.begin(0)
	t := tee{w: discard{}, reader: r}
	for len(text) > 0 {
		n := min(piece, len(text))
		_, _ = t.Write(text[:n])
		text = text[n:]
	}
	_, found := r.end(t.rest)
	return len(found) == 0
}

type discard struct{}

func (discard) Write(p []byte) (int, error) { return len(p), nil }
