package council

import (
	"sync"

	"greffe/generator/picture"
)

// Facts are what the bytes of a file say of it, as far as somebody looked.
type Facts struct {
	Picture *picture.Facts // nil: its name is not that of a picture
	PDF     *PDFFacts      // nil: not a PDF, or not one that could be read

	Document bool // a text that begins as documents do, with a header
}

// PDFFacts are what an accessible PDF has.
type PDFFacts struct {
	Tagged   bool // a structure: /StructTreeRoot
	Language bool
	Title    bool
	Text     bool // letters, not only pictures of them
}

// Inside looks into a file when somebody first asks, once, whatever the number
// of councils that share it: most files are never looked into.
type Inside struct {
	once  sync.Once
	look  func() Facts
	facts Facts
}

// NewInside takes the function that looks.
func NewInside(look func() Facts) *Inside { return &Inside{look: look} }

// Facts are what is known of the file's contents.
func (f File) Facts() Facts {
	if f.Inside == nil {
		return Facts{}
	}
	f.Inside.once.Do(func() { f.Inside.facts = f.Inside.look() })
	return f.Inside.facts
}
