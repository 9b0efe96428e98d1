package render

import (
	"bytes"
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"strings"
	"text/template/parse"
)

// A place is where in a page a value is written. html/template has found it out
// and says it by the functions that it appends to the action.
type place struct {
	before, after string // the least of a page that has such a place
	plain         [256]bool
	escaped       bool // what is not plain in a text becomes an entity
	percent       bool // what is not plain in a text becomes %xx
	raw           bool // HTML is written as it is
	web           bool // an address may begin with a scheme of the web

	escape *template.Template
}

// places are those where layouts write, by the functions that html/template
// calls there.
var places = make(map[string]*place)

func init() {
	const text = "\x00\"&'+<>" // what html/template makes entities of, in texts and quoted attributes
	letters := func(others string) (plain [256]bool) {
		for b := range plain {
			plain[b] = 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
		}
		for _, b := range []byte(others) {
			plain[b] = true
		}
		return plain
	}
	allBut := func(these string) (plain [256]bool) {
		for b := range plain {
			plain[b] = strings.IndexByte(these, byte(b)) < 0
		}
		return plain
	}
	for _, p := range []*place{
		{before: "", after: "", plain: allBut(text), escaped: true, raw: true},
		{before: `<p title="`, after: `">`, plain: allBut(text), escaped: true},
		{before: `<title>`, after: `</title>`, plain: allBut(text), escaped: true},
		{before: `<a href="`, after: `">`, plain: letters("/._-#"), web: true}, // no colon: no scheme but that
		{before: `<a href="/`, after: `">`, plain: letters("/._-@")},
		{before: `<meta http-equiv="refresh" content="0; url=`, after: `">`, plain: letters("/._-#")},
		{before: `<img srcset="`, after: `">`, plain: letters("/._-")},
		{before: `<a href="#`, after: `">`, plain: letters("._-~"), percent: true},
	} {
		p.escape = template.Must(template.New("").Parse(p.before + "{{.}}" + p.after))
		if err := p.escape.Execute(new(bytes.Buffer), ""); err != nil {
			panic(err)
		}
		for _, node := range p.escape.Tree.Root.Nodes {
			if action, ok := node.(*parse.ActionNode); ok {
				places[functions(action.Pipe.Cmds[1:])] = p
			}
		}
	}
}

// placeOf tells where an action writes, and what it evaluates before that.
func placeOf(commands []*parse.CommandNode) ([]*parse.CommandNode, *place, bool) {
	found, ok := places[functions(commands[1:])]
	return commands[:1], found, ok
}

func functions(commands []*parse.CommandNode) string {
	var names strings.Builder
	for _, command := range commands {
		fmt.Fprintln(&names, command)
	}
	return names.String()
}

var (
	stringType = reflect.TypeFor[string]()
	htmlType   = reflect.TypeFor[template.HTML]()
)

func (p *place) write(out *bytes.Buffer, value reflect.Value) {
	switch value.Kind() {
	case reflect.String:
		switch of := value.Type(); {
		case of == stringType:
			p.text(out, value.String())
			return
		case of == htmlType && (p.raw || !p.escaped && p.isPlain(value.String())):
			out.WriteString(value.String())
			return
		case of.NumMethod() == 0 && of.PkgPath() != htmlType.PkgPath():
			p.text(out, value.String())
			return
		}
	case reflect.Int:
		if value.Type().NumMethod() == 0 && value.Int() >= 0 {
			out.Write(strconv.AppendInt(out.AvailableBuffer(), value.Int(), 10))
			return
		}
	}
	var data any
	if value.IsValid() {
		data = value.Interface()
		if text, ok := worded(data, value); ok {
			p.text(out, text)
			return
		}
	}
	p.slowly(out, data)
}

// worded is the text of a value that has its own, or is one with methods.
func worded(data any, value reflect.Value) (string, bool) {
	switch of := data.(type) {
	case error, fmt.Formatter:
		return "", false
	case fmt.Stringer:
		if value.Kind() != reflect.Pointer {
			return of.String(), true
		}
		return "", false
	}
	if value.Kind() == reflect.String && value.Type().PkgPath() != htmlType.PkgPath() {
		return value.String(), true
	}
	return "", false
}

// isPlain tells whether nothing in a text could mean anything else.
func (p *place) isPlain(text string) bool {
	for i := range len(text) {
		if !p.plain[text[i]] {
			return false
		}
	}
	return true
}

// text writes a text as it is, if nothing in it could mean anything else.
func (p *place) text(out *bytes.Buffer, text string) {
	mark, start, from := out.Len(), 0, 0
	if p.web && strings.HasPrefix(text, "https://") {
		from = len("https://")
	}
	for i := from; i < len(text); i++ {
		if p.plain[text[i]] {
			continue
		}
		if p.percent {
			out.WriteString(text[start:i])
			out.Write([]byte{'%', hexadecimal[text[i]>>4], hexadecimal[text[i]&15]})
			start = i + 1
			continue
		}
		if !p.escaped || text[i] == 0 {
			out.Truncate(mark)
			p.slowly(out, text)
			return
		}
		out.WriteString(text[start:i])
		out.WriteString(entities[text[i]])
		start = i + 1
	}
	out.WriteString(text[start:])
}

var entities = [256]string{'"': "&#34;", '&': "&amp;", '\'': "&#39;", '+': "&#43;", '<': "&lt;", '>': "&gt;"}

const hexadecimal = "0123456789abcdef"

// slowly lets html/template escape a value.
func (p *place) slowly(out *bytes.Buffer, data any) {
	var made bytes.Buffer
	if err := p.escape.Execute(&made, data); err != nil {
		panic(unusual{})
	}
	whole := made.String()
	out.WriteString(whole[len(p.before) : len(whole)-len(p.after)])
}
