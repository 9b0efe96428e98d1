package read

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// A plainYAML parses the YAML that people write in front matters: keys and
// values a line each, lists, values in braces or brackets that end on their
// line, without comments, escapes, anchors, tags or texts of several lines. To
// nodes like those of yaml.v3, some ten times faster; whatever else a text may
// hold, and each mistake, is left to yaml.v3. FuzzPlainYAML holds them to the
// same nodes, at the same places.
//
// The nodes of a text are there until the next is parsed.
type plainYAML struct {
	lines []plainLine
	next  int

	nodes    []yaml.Node
	children []*yaml.Node // of the collections that are complete
	open     []*yaml.Node // of those that are not
}

// A plainLine is a line that is not empty, less its indentation. The mark of a
// list's item counts as indentation once it is read.
type plainLine struct {
	number, indent int
	text           string
}

// notPlain is what the parser stops at, by a panic that never leaves it.
type notPlain struct{}

// parse answers nil for a text that is not plain, or longer than front matters
// are: what is nested in it would take its depth in room.
func (p *plainYAML) parse(text []byte) (root *yaml.Node) {
	if len(text) > maxHeader {
		return nil
	}
	defer func() {
		switch stopped := recover().(type) {
		case nil, notPlain:
		default:
			panic(stopped)
		}
	}()
	clear(p.nodes)
	p.lines, p.next, p.nodes, p.children, p.open = p.lines[:0], 0, p.nodes[:0], p.children[:0], p.open[:0]
	p.cut(text)
	whole := p.block(0)
	if p.next < len(p.lines) {
		panic(notPlain{})
	}
	return whole
}

// cut finds the lines of a text.
func (p *plainYAML) cut(text []byte) {
	if !isPlain(text) {
		panic(notPlain{})
	}
	number := 0
	for line := range strings.Lines(string(text)) {
		number++
		line = strings.TrimSuffix(line, "\n")
		if line == "" {
			continue
		}
		rest := strings.TrimLeft(line, " ")
		if rest == "" || rest[0] == '#' || strings.HasSuffix(rest, " ") || strings.HasPrefix(line, "---") || strings.HasPrefix(line, "...") {
			panic(notPlain{})
		}
		p.lines = append(p.lines, plainLine{number, len(line) - len(rest), rest})
	}
	if len(p.lines) == 0 {
		panic(notPlain{})
	}
}

// isPlain tells whether a text has printable characters only, and no end of line
// but the line feed. U+F000 to U+FFFF, among which some are not printable, are
// taken for rare.
func isPlain(text []byte) bool {
	for i, b := range text {
		switch {
		case b < 0x20 && b != '\n', b == 0x7f, b == 0xEF:
			return false
		case b == 0xC2 && i+1 < len(text) && text[i+1] < 0xA0: // U+0080 to U+009F
			return false
		case b == 0xE2 && (bytes.HasPrefix(text[i:], []byte("\u2028")) || bytes.HasPrefix(text[i:], []byte("\u2029"))):
			return false
		}
	}
	return utf8.Valid(text)
}

// ahead is the line that comes next, if it is indented so.
func (p *plainYAML) ahead(indent int) (line *plainLine, ok bool) {
	if p.next == len(p.lines) {
		return nil, false
	}
	line = &p.lines[p.next]
	if line.indent > indent {
		panic(notPlain{}) // a value goes on
	}
	return line, line.indent == indent
}

func (l *plainLine) isItem() bool { return strings.HasPrefix(l.text, "- ") }

// block is the mapping or the list that begins on the next line.
func (p *plainYAML) block(indent int) *yaml.Node {
	line, ok := p.ahead(indent)
	switch {
	case !ok:
		panic(notPlain{})
	case line.isItem():
		return p.list(indent)
	}
	return p.mapping(indent)
}

func (p *plainYAML) mapping(indent int) *yaml.Node {
	node := p.node(yaml.MappingNode, p.lines[p.next].number, indent+1)
	from := len(p.open)
	for {
		line, ok := p.ahead(indent)
		if !ok || line.isItem() {
			break
		}
		key, value, ok := cutKey(line.text)
		if !ok {
			panic(notPlain{})
		}
		named := p.node(yaml.ScalarNode, line.number, indent+1)
		named.Value = key
		p.next++
		of := p.value(line, indent, value)
		p.open = append(p.open, named, of)
	}
	return p.close(node, from)
}

// value is that of a key: what follows it on its line, or the lines below.
func (p *plainYAML) value(line *plainLine, indent int, text string) *yaml.Node {
	if text != "" {
		return p.inline(line.number, indent+len(line.text)-len(text)+1, text)
	}
	if p.next == len(p.lines) {
		panic(notPlain{})
	}
	below := &p.lines[p.next]
	if below.indent > indent || below.indent == indent && below.isItem() {
		return p.block(below.indent)
	}
	panic(notPlain{})
}

func (p *plainYAML) list(indent int) *yaml.Node {
	node := p.node(yaml.SequenceNode, p.lines[p.next].number, indent+1)
	from := len(p.open)
	for {
		line, ok := p.ahead(indent)
		if !ok || !line.isItem() {
			break
		}
		line.text, line.indent = line.text[len("- "):], indent+len("- ")
		var item *yaml.Node
		if _, _, ok := cutKey(line.text); ok {
			item = p.mapping(line.indent)
		} else {
			p.next++
			item = p.inline(line.number, line.indent+1, line.text)
		}
		p.open = append(p.open, item)
	}
	return p.close(node, from)
}

// cutKey parts a key from what follows it and a colon on the same line.
func cutKey(text string) (key, value string, ok bool) {
	key, value, ok = strings.Cut(text, ":")
	if !ok || !isKey(key) || value != "" && value[0] != ' ' {
		return "", "", false
	}
	return key, strings.TrimLeft(value, " "), true
}

func isKey(text string) bool {
	for i := range len(text) {
		if c := text[i]; !isAlphanumeric(c) && (i == 0 || c != '_' && c != '-') {
			return false
		}
	}
	return text != "" && len(text) < 100
}

func isAlphanumeric(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// inline is a value that begins at a column, and ends with its line.
func (p *plainYAML) inline(line, column int, text string) *yaml.Node {
	f := flow{plainYAML: p, line: line, column: column, text: text}
	var node *yaml.Node
	switch text[0] {
	case '"', '\'', '[', '{':
		node = f.value()
		if f.at < len(text) {
			panic(notPlain{})
		}
	default:
		if !begins(text) || strings.HasSuffix(text, ":") || strings.Contains(text, ": ") || strings.Contains(text, " #") {
			panic(notPlain{})
		}
		node = p.node(yaml.ScalarNode, line, column)
		node.Value = text
	}
	return node
}

// begins tells whether a text without quotes may begin so.
func begins(text string) bool {
	return isAlphanumeric(text[0]) || text[0] >= utf8.RuneSelf || text[0] == '/' || text[0] == '('
}

// A flow is what is within quotes, brackets or braces.
type flow struct {
	*plainYAML
	line, column int // of the text
	text         string
	at           int // bytes that are read
	counted      int // of them, those that columns holds
	columns      int
}

// begin makes the node of what begins here.
func (f *flow) begin(kind yaml.Kind, style yaml.Style) *yaml.Node {
	f.columns += utf8.RuneCountInString(f.text[f.counted:f.at])
	f.counted = f.at
	node := f.node(kind, f.line, f.column+f.columns)
	node.Style = style
	return node
}

func (f *flow) value() *yaml.Node {
	switch f.peek() {
	case '"':
		return f.quoted(yaml.DoubleQuotedStyle, '"')
	case '\'':
		return f.quoted(yaml.SingleQuotedStyle, '\'')
	case '[':
		return f.collection(yaml.SequenceNode, ']')
	case '{':
		return f.collection(yaml.MappingNode, '}')
	}
	node := f.begin(yaml.ScalarNode, 0)
	node.Value = f.word()
	return node
}

// peek is the next byte.
func (f *flow) peek() byte {
	if f.at == len(f.text) {
		panic(notPlain{})
	}
	return f.text[f.at]
}

func (f *flow) quoted(style yaml.Style, quote byte) *yaml.Node {
	node := f.begin(yaml.ScalarNode, style)
	f.at++
	length := strings.IndexByte(f.text[f.at:], quote)
	if length < 0 {
		panic(notPlain{})
	}
	node.Value = f.text[f.at : f.at+length]
	if quote == '"' && strings.IndexByte(node.Value, '\\') >= 0 {
		panic(notPlain{})
	}
	f.at += length + 1
	return node
}

// word is a value without quotes, which ends where another may begin.
func (f *flow) word() string {
	end := strings.IndexAny(f.text[f.at:], ",[]{}")
	if end < 0 {
		panic(notPlain{})
	}
	word := strings.TrimRight(f.text[f.at:f.at+end], " ")
	if word == "" || !begins(word) || strings.ContainsAny(word, "?#") {
		panic(notPlain{})
	}
	for i := range len(word) {
		if word[i] == ':' && (i+1 == len(word) || !isAlphanumeric(word[i+1]) && word[i+1] != '/') {
			panic(notPlain{})
		}
	}
	f.at += end
	return word
}

func (f *flow) collection(kind yaml.Kind, closing byte) *yaml.Node {
	node := f.begin(kind, yaml.FlowStyle)
	from := len(f.open)
	f.at++
	for f.blank(); f.peek() != closing || len(f.open) > from; f.blank() {
		if kind == yaml.MappingNode {
			f.open = append(f.open, f.key())
		}
		item := f.value()
		f.open = append(f.open, item)
		f.blank()
		if f.peek() == closing {
			break
		}
		if f.peek() != ',' {
			panic(notPlain{})
		}
		f.at++
	}
	f.at++
	return f.close(node, from)
}

// key is that of a mapping in braces, with its colon.
func (f *flow) key() *yaml.Node {
	node := f.begin(yaml.ScalarNode, 0)
	key, _, found := strings.Cut(f.text[f.at:], ": ")
	if !found || !isKey(key) {
		panic(notPlain{})
	}
	node.Value = key
	f.at += len(key) + len(":")
	f.blank()
	return node
}

func (f *flow) blank() {
	for f.at < len(f.text) && f.text[f.at] == ' ' {
		f.at++
	}
}

func (p *plainYAML) node(kind yaml.Kind, line, column int) *yaml.Node {
	if len(p.nodes) == cap(p.nodes) {
		p.nodes = make([]yaml.Node, 0, max(64, 2*cap(p.nodes))) // those that are there stay where they are
	}
	p.nodes = append(p.nodes, yaml.Node{Kind: kind, Line: line, Column: column})
	return &p.nodes[len(p.nodes)-1]
}

// close gives a collection its children: those that were open since it began.
func (p *plainYAML) close(node *yaml.Node, from int) *yaml.Node {
	first := len(p.children)
	p.children = append(p.children, p.open[from:]...)
	p.open = p.open[:from]
	node.Content = p.children[first:len(p.children):len(p.children)]
	return node
}
