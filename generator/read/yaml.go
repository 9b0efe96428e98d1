package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"greffe/generator/diagnostic"
)

// limits of a YAML text, beyond its length. What the settings list has a place
// on many pages, and a name of the settings stands on all of them.
type limits struct {
	nodes, depth int
	items        int // in a list
	value        int // bytes
}

var (
	headerLimits   = limits{nodes: 5_000, depth: 8, items: 5_000, value: maxHeader}
	settingsLimits = limits{nodes: 100_000, depth: 8, items: 5_000, value: 16 << 10}
)

// parseYAML parses to nodes, which yaml.v3 does safely where decoding does not.
// It answers nil if the text is not YAML or is over its limits, having said so.
func (d *decoder) parseYAML(text []byte, limit limits) (root *yaml.Node) {
	defer func() {
		if recover() != nil { // no panic is known in 850,000 fuzzed texts; one must not end the preview
			d.atLine(1, 1, "yaml-syntax", "yaml-form", diagnostic.Args{"detail": "panic"})
			root = nil
		}
	}()
	d.yaml = text
	if root = d.quick.parse(text); root == nil {
		root = d.loadYAML(text)
	}
	if root == nil {
		return nil
	}
	if nodes, deepest := measure(root, 1); nodes > limit.nodes || deepest > limit.depth {
		d.atLine(root.Line, root.Column, "yaml-too-large", "", diagnostic.Args{"nodes": fmt.Sprint(limit.nodes), "depth": fmt.Sprint(limit.depth)})
		return nil
	}
	if !d.within(root, limit) {
		return nil
	}
	return root
}

// loadYAML leaves a text that is not plain to yaml.v3.
func (d *decoder) loadYAML(text []byte) *yaml.Node {
	// The yaml package folds an escaped NUL and other control characters into
	// an error without a line: find them here.
	if line, column, bad := controlCharacter(text); bad {
		d.atLine(line, column, "control-character", "retype", diagnostic.Args{"key": ""})
		return nil
	}
	loader := yaml.NewDecoder(bytes.NewReader(text))
	var document, second yaml.Node
	if err := loader.Decode(&document); err != nil {
		if !errors.Is(err, io.EOF) {
			d.syntax(text, err)
			return nil
		}
		return &yaml.Node{Kind: yaml.MappingNode, Line: 1, Column: 1} // an empty header is a mapping without keys
	}
	switch err := loader.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		d.syntax(text, err)
		return nil
	default:
		d.atLine(max(second.Line, 1), 1, "second-document", "header-form", nil)
		return nil
	}
	root := document.Content[0]
	if root.Line > bytes.Count(text, []byte("\n"))+1 { // nothing at all stands after the last line
		root.Line, root.Column = 1, 1
	}
	return root
}

// within refuses lists and values that are too long, at their place.
func (d *decoder) within(node *yaml.Node, limit limits) bool {
	switch {
	case node.Kind == yaml.SequenceNode && len(node.Content) > limit.items:
		d.report(node, "list-too-long", "", diagnostic.Args{"limit": fmt.Sprint(limit.items)})
		return false
	case len(node.Value) > limit.value:
		d.report(node, "value-too-long", "", diagnostic.Args{"limit": fmt.Sprint(limit.value)})
		return false
	}
	for _, child := range node.Content {
		if !d.within(child, limit) {
			return false
		}
	}
	return true
}

// measure counts nodes and finds the deepest; it does not follow aliases, which
// are refused where they stand.
func measure(node *yaml.Node, depth int) (nodes, deepest int) {
	nodes, deepest = 1, depth
	for _, child := range node.Content {
		n, d := measure(child, depth+1)
		nodes, deepest = nodes+n, max(deepest, d)
	}
	return nodes, deepest
}

// controlCharacter finds the first one, and what YAML takes for the end of a line
// and nobody's editor shows as one: lines are counted by line feeds here.
func controlCharacter(text []byte) (line, column int, bad bool) {
	line, column = 1, 1
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		text = text[size:]
		switch {
		case r == '\n':
			line, column = line+1, 1
			continue
		case r == '\r' && len(text) > 0 && text[0] == '\n', r == '\t':
		case r < 0x20, 0x7f <= r && r < 0xa0, r == '\u2028', r == '\u2029':
			return line, column, true
		}
		column++
	}
	return 0, 0, false
}

var yamlLine = regexp.MustCompile(`line (\d+): `)

// syntax reports what the YAML parser could not read: where an editor would see
// the mistake or, if it is none of the usual ones, at the line that the parser
// names. That is sometimes the next one, and sometimes none.
func (d *decoder) syntax(text []byte, err error) {
	detail := strings.TrimPrefix(err.Error(), "yaml: ")
	line := 1
	if found := yamlLine.FindStringSubmatchIndex(detail); found != nil {
		line, _ = strconv.Atoi(detail[found[2]:found[3]])
		detail = detail[found[1]:]
	}
	lines := cutLines(text)
	if found, line, column, ok := malformed(lines); ok {
		d.atLine(line, column, "yaml-syntax", found.hint, diagnostic.Args{"detail": detail, "mark": found.mark})
		return
	}
	line = min(max(line, 1), len(lines))
	d.atLine(line, spaces(lines[line-1])+1, "yaml-syntax", "yaml-form", diagnostic.Args{"detail": detail})
}

func (d *decoder) atLine(line, column int, rule, hint string, args diagnostic.Args) {
	d.report(&yaml.Node{Line: line, Column: column}, rule, hint, args)
}
