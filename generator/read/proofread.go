package read

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

// A value is a public text of a front matter.
type value struct {
	node *yaml.Node
	text string
	path string
}

// proofread shows the proof-reader the public texts of a front matter.
func (d *decoder) proofread(proof func(*markdown.Copy) diagnostic.List, matter []byte, language string) {
	if proof == nil || len(d.values) == 0 {
		return
	}
	source := &matterSource{d: d, matter: matter}
	d.blocks, d.text = d.blocks[:0], d.text[:0]
	for _, v := range d.values {
		from := len(d.text)
		d.text = append(d.text, v.text...)
		d.blocks = append(d.blocks, markdown.Block{Kind: markdown.Value, Key: v.path, Text: slices.Clip(d.text[from:]), Source: source})
	}
	copy := &markdown.Copy{Language: language, Header: true, Blocks: d.blocks}
	source.copy = copy
	d.found = append(d.found, proof(copy)...)
}

// A matterSource finds the words of a value in the front matter that it was
// read from.
type matterSource struct {
	d      *decoder
	matter []byte
	copy   *markdown.Copy
}

// Locate looks for the words after the place where their value begins: as many
// times as they stand in the value up to there. YAML may have folded lines or
// doubled quotes in between; words that are not found are placed where their
// value is.
func (s *matterSource) Locate(block *markdown.Block, from, to int) (diagnostic.Position, bool) {
	for i := range s.copy.Blocks {
		if &s.copy.Blocks[i] != block {
			continue
		}
		node := s.d.values[i].node
		at := diagnostic.Position{File: s.d.file, Line: node.Line + s.d.offset, Column: node.Column}
		words := block.Text[from:to]
		start := s.offset(node)
		if len(words) == 0 || start < 0 {
			return at, false
		}
		found := start
		for range bytes.Count(block.Text[:from], words) + 1 {
			n := bytes.Index(s.matter[found:], words)
			if n < 0 {
				return at, false
			}
			found += n + len(words)
		}
		found -= len(words)
		line := bytes.LastIndexByte(s.matter[:found], '\n') + 1
		at.Line = bytes.Count(s.matter[:found], []byte{'\n'}) + 1 + s.d.offset
		at.Column = utf8.RuneCount(s.matter[line:found]) + 1
		return at, bytes.IndexByte(words, '\n') < 0
	}
	return diagnostic.Position{File: s.d.file}, false
}

// offset is where a node begins in the front matter.
func (s *matterSource) offset(node *yaml.Node) int {
	at := 0
	for range node.Line - 1 {
		n := bytes.IndexByte(s.matter[at:], '\n')
		if n < 0 {
			return -1
		}
		at += n + 1
	}
	for range node.Column - 1 {
		_, size := utf8.DecodeRune(s.matter[at:])
		at += size
	}
	return at
}
