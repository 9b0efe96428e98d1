package markdown

import (
	"sort"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"

	"greffe/generator/diagnostic"
)

// A Copy is a text as its proof-reader sees it: block after block, with the
// characters that the editor typed, before typography touches them. It serves
// during the call of [Options.Proof] only; the next text takes its room.
type Copy struct {
	Language string
	Header   bool // the values of a front matter, each a block, and no body
	Blocks   []Block
	Links    []Link // of the body, as in Text
	Headings []Heading
}

// A Block is one paragraph, heading, list item, cell or value of a copy.
type Block struct {
	Kind BlockKind
	Key  string // of a value: its path in the front matter, without indexes
	// Text is what is read: no marks, no addresses. Where code, a bare address
	// or a passage in another language stood there is an [Elsewhere].
	Text   []byte
	Bold   bool // all of it
	Leads  bool // something that is no heading follows it
	Source Source
}

// Elsewhere stands in the text of a block for what its proof-reader does not
// read.
const Elsewhere = "\ufffc"

// A Source knows where the text of a block stands in its file.
type Source interface {
	// Locate is the position of the block's text[from:to], and whether the file
	// has these very characters there.
	Locate(block *Block, from, to int) (at diagnostic.Position, exact bool)
}

// BlockKind is what a block is.
type BlockKind uint8

const (
	Paragraph BlockKind = iota
	Title               // a heading
	Item                // of a list
	Quoted              // within a quotation
	Cell                // of a table, or its caption
	Note                // at the foot of the text
	Value               // of a front matter
)

// At is the position of a place in the block's text.
func (b *Block) At(offset int) diagnostic.Position {
	at, _ := b.Source.Locate(b, offset, offset)
	return at
}

// Fix puts other words in the place of text[from:to]; nil if what the file has
// there is not just these characters.
func (b *Block) Fix(from, to int, with string) *diagnostic.Fix {
	at, exact := b.Source.Locate(b, from, to)
	if !exact {
		return nil
	}
	return &diagnostic.Fix{Line: at.Line, Column: at.Column, Old: string(b.Text[from:to]), New: with}
}

// A copyist writes the copy while the renderer walks the tree. All texts share
// one store, and stretches of it know where in the source they come from.
type copyist struct {
	store   []byte
	runs    []stretch
	blocks  []Block
	extents []extent // of the blocks, in the store
	lines   *lineIndex

	on       bool // within a block that is copied
	quotes   int  // open around the block
	elsewise int  // passages in another language, open around the text
}

// A stretch says that what follows store[at] was copied from source[from].
type stretch struct{ at, from int }

func (c *copyist) reset(lines *lineIndex) {
	*c = copyist{store: c.store[:0], runs: c.runs[:0], blocks: c.blocks[:0], extents: c.extents[:0], lines: lines}
}

// begin opens the block that a node is.
func (c *copyist) begin(node ast.Node) {
	block := Block{Kind: c.kindOf(node), Source: c}
	if p, ok := node.(*ast.Paragraph); ok {
		bold, ok := p.FirstChild().(*ast.Emphasis)
		block.Bold = ok && bold.Level == 2 && bold.NextSibling() == nil
		block.Leads = leads(p.NextSibling())
	}
	c.blocks = append(c.blocks, block)
	c.extents = append(c.extents, extent{from: len(c.store)})
	c.on = true
}

func (c *copyist) kindOf(node ast.Node) BlockKind {
	if c.quotes > 0 {
		return Quoted
	}
	switch node.(type) {
	case *ast.Heading:
		return Title
	case *ast.Paragraph, *ast.TextBlock:
		switch node.Parent().(type) {
		case *ast.ListItem, *extension.DefinitionDescription:
			return Item
		case *extension.Footnote:
			return Note
		}
		return Paragraph
	}
	return Cell
}

func leads(next ast.Node) bool {
	switch next.(type) {
	case nil, *ast.Heading, *ast.ThematicBreak:
		return false
	}
	return true
}

func (c *copyist) end() {
	c.extents[len(c.extents)-1].to = len(c.store)
	c.on = false
}

// copy adds what the editor typed at source[from:to].
func (c *copyist) copy(source []byte, from, to int) {
	if !c.on || c.elsewise > 0 || from >= to {
		return
	}
	c.runs = append(c.runs, stretch{len(c.store), from})
	c.store = append(c.store, source[from:to]...)
}

// skip marks what is not to be read, which stands at an offset of the source.
func (c *copyist) skip(from int) {
	if !c.on || c.elsewise > 0 {
		return
	}
	c.runs = append(c.runs, stretch{len(c.store), from})
	c.store = append(c.store, Elsewhere...)
}

// finish hands the copy out.
func (c *copyist) finish(language string, text *Text) *Copy {
	for i, e := range c.extents {
		c.blocks[i].Text = c.store[e.from:e.to:e.to]
	}
	return &Copy{Language: language, Blocks: c.blocks, Links: text.Links, Headings: text.Headings}
}

// Locate makes the copyist the source of its blocks.
func (c *copyist) Locate(block *Block, from, to int) (diagnostic.Position, bool) {
	at := 0
	for i := range c.blocks {
		if &c.blocks[i] == block {
			at = c.extents[i].from
			break
		}
	}
	from, to = from+at, to+at
	i := sort.Search(len(c.runs), func(i int) bool { return c.runs[i].at > from }) - 1
	if i < 0 {
		return c.lines.position(0), false
	}
	start := c.runs[i].from + from - c.runs[i].at
	end := start + to - from
	exact := end <= len(c.lines.source) && string(c.lines.source[start:end]) == string(c.store[from:to])
	return c.lines.position(start), exact
}
