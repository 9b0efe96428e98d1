// Package schema tells text editors and web forms what a council's content may
// be. Like the reader and the tables, it takes all of it from the model: a field
// that is added there is completed, explained and checked here.
//
// [Files] are JSON Schemas (draft-07, which YAML language servers read) for the
// header of every kind of document and for the four files of settings, with
// titles, descriptions and the meaning of each word in the language of a
// catalogue.
//
// # What a schema accepts
//
// What the reader accepts: a lone value where a list may stand, a number or a
// boolean where a text may, null for "left out", no key that the model lacks. It
// cannot be finer than JSON: a date such as 2024-02-30 has the right form, and
// 0x10 has become 16 before any schema sees it. Spaces around a quoted value
// pass the reader and not the schema.
//
// The words of the model and the lists of council.yaml are closed: a role that
// is not declared is wrong. The ids of documents and of organisations are offered
// and not imposed, since they grow between two runs; greffe check knows them.
package schema

import (
	"bytes"
	"encoding/json"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A File is one to be written for an editor, with its slash-separated name.
type File struct {
	Name string
	Text []byte
}

// object is a JSON object; encoding sorts its keys.
type object = map[string]any

// A kind is one kind of file that people write: its schema, and where it lies
// in the content folder.
type kind struct {
	name  string // of its schema, without the extension
	of    *council.Struct
	list  bool     // the file is a list of these
	globs []string // relative to the content folder
	yaml  bool     // a YAML file, not the header of a Markdown one
}

func kinds() []kind {
	all := []kind{
		{name: "council", of: council.SchemaOf(new(council.Settings)), globs: []string{"council.yaml"}, yaml: true},
		{name: "organisations", of: council.SchemaOf(new(council.Organisation)), list: true, globs: []string{"organisations.yaml"}, yaml: true},
		{name: "glossary", of: council.SchemaOf(new(council.Term)), list: true, globs: []string{"glossary.yaml"}, yaml: true},
		{name: "withdrawals", of: council.SchemaOf(new(council.Withdrawal)), list: true, globs: []string{"withdrawals.yaml"}, yaml: true},
	}
	for _, folder := range council.Folders() {
		of := council.SchemaOf(council.NewDocument(folder))
		all = append(all, kind{name: of.Name, of: of, globs: []string{folder + "/!(*.*).md", folder + "/*/index.md"}})
	}
	return append(all, kind{name: "translation", of: council.SchemaOf(new(council.Translation)), globs: []string{"*/*.*.md", "*/*/index.*.md"}})
}

// Files are the schemas of everything that people write for the council.
func Files(c *council.Council, w *words.Catalogue) ([]File, error) {
	var files []File
	for _, kind := range kinds() {
		text, err := encode(describe(c, w, kind))
		if err != nil {
			return nil, err
		}
		files = append(files, File{kind.name + ".schema.json", text})
	}
	return files, nil
}

// describe is the schema of one kind of file.
func describe(c *council.Council, w *words.Catalogue, kind kind) object {
	d := &describer{council: c, words: w, definitions: make(object), declaring: kind.yaml}
	root := d.mapping(kind.of)
	if kind.list {
		root = object{"type": []string{"array", "null"}, "items": root}
	}
	root["$schema"] = "http://json-schema.org/draft-07/schema#"
	root["title"] = w.Say("kit.schema.title." + kind.name)
	if len(d.definitions) > 0 {
		root["definitions"] = d.definitions
	}
	return root
}

// encode writes JSON that a person can read, with its accents.
func encode(value any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	err := encoder.Encode(value)
	return b.Bytes(), err
}
