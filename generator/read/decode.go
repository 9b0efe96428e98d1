package read

import (
	"errors"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A decoder fills a struct from YAML nodes by the struct's schema, and says
// what is wrong with each. It serves one goroutine, file after file.
type decoder struct {
	file   string
	offset int // lines before the YAML's first in its file
	yaml   []byte

	found      diagnostic.List
	places     *council.Places
	references *[]council.Reference
	stated     *[]council.Date

	*memory
}

func newDecoder() *decoder { return &decoder{memory: newMemory()} }

// A spot is where the decoder is: the path with indexes, by which places are
// found again, as a hash; and the path without them, by which citations are
// told apart.
type spot struct {
	place council.PlaceHash
	path  string
	field *council.Field
}

// mapping fills a struct from a mapping.
func (d *decoder) mapping(node *yaml.Node, schema *council.Struct, into reflect.Value, at spot) {
	if node.Kind != yaml.MappingNode {
		d.wrongType(node, at.field, "mapping")
		return
	}
	seen := make(map[*council.Field]bool, len(node.Content)/2)
	for i := 0; i+1 < len(node.Content); i += 2 {
		key, value := node.Content[i], node.Content[i+1]
		if key.Kind != yaml.ScalarNode || key.Tag == "!!merge" {
			d.report(key, "bad-key", "key-form", nil)
			continue
		}
		field := schema.Field(key.Value)
		if field == nil {
			d.unknownKey(node, key, schema)
			continue
		}
		if seen[field] {
			d.report(key, "duplicate-key", "", diagnostic.Args{"key": key.Value})
			continue
		}
		seen[field] = true
		d.cutWhole(key, value, field)
		inside := spot{at.place.Key(field.Key), d.join(at.path, field.Key), field}
		d.mark(inside, value, key)
		d.field(value, field, into.FieldByIndex(field.Index), inside)
	}
	for _, field := range schema.Fields {
		if field.Required && !seen[field] {
			d.report(node, "missing-key", "key-meaning", diagnostic.Args{"key": field.Key, "field": field.Owner})
		}
	}
}

// field fills one field of a struct.
func (d *decoder) field(node *yaml.Node, field *council.Field, into reflect.Value, at spot) {
	if !d.plain(node) {
		return
	}
	if isNull(node) {
		if field.Required {
			d.report(node, "missing-key", "key-meaning", diagnostic.Args{"key": field.Key, "field": field.Owner})
		}
		return
	}
	if concealed, ok := into.Addr().Interface().(council.Concealer); ok {
		_ = council.Fill(concealed, func(pointer any) error {
			d.value(node, field, reflect.ValueOf(pointer).Elem(), at)
			return nil
		})
		return
	}
	if !field.List {
		d.value(node, field, into, at)
		return
	}
	items := node.Content
	if node.Kind != yaml.SequenceNode {
		// One value where several may stand is a list of one: nobody means
		// anything else by "themes: inclusion".
		items = []*yaml.Node{node}
	}
	list, length := reflect.MakeSlice(into.Type(), len(items), len(items)), 0
	for i, item := range items {
		inside := spot{at.place.Index(i), at.path, field}
		if !d.plain(item) {
			continue
		}
		if isNull(item) {
			d.report(item, "empty-item", "", diagnostic.Args{"key": field.Key})
			continue
		}
		d.mark(inside, item, item)
		d.value(item, field, list.Index(length), inside)
		length++
	}
	list = list.Slice(0, length)
	into.Set(list)
	d.repeated(node, field, list)
}

// repeated reports an entity named twice in one list.
func (d *decoder) repeated(node *yaml.Node, field *council.Field, list reflect.Value) {
	if field.Kind != council.KindReference || list.Len() < 2 || node.Kind != yaml.SequenceNode {
		return
	}
	seen := make(map[string]bool, list.Len())
	for _, item := range node.Content {
		if seen[item.Value] {
			d.report(item, "repeated-item", "", diagnostic.Args{"key": field.Key, "value": item.Value})
		}
		seen[item.Value] = true
	}
}

// value fills one value: a scalar, or a mapping.
func (d *decoder) value(node *yaml.Node, field *council.Field, into reflect.Value, at spot) {
	if into.Kind() == reflect.Pointer {
		target := reflect.New(into.Type().Elem())
		into.Set(target)
		into = target.Elem()
	}
	if field.Kind == council.KindMapping {
		d.mapping(node, field.Of, into, at)
		return
	}
	if node.Kind != yaml.ScalarNode {
		d.wrongType(node, field, "text")
		return
	}
	d.cutShort(node, field)
	text := strings.TrimSpace(node.Value)
	if text == "" && field.Required {
		d.report(node, "empty-value", "key-meaning", diagnostic.Args{"key": field.Key, "field": field.Owner})
		return
	}
	if !d.writable(node, text, field) || text == "" {
		return
	}
	d.scalar(node, text, field, into, at)
}

// scalar reads text as written, whatever YAML calls it: 2024-01 is neither a
// date nor a subtraction where an id is wanted.
func (d *decoder) scalar(node *yaml.Node, text string, field *council.Field, into reflect.Value, at spot) {
	switch field.Kind {
	case council.KindText:
		into.SetString(strings.Clone(text)) // it may be a part of the whole front matter
		if field.Public {
			d.values = append(d.values, value{node, text, at.path})
		}
	case council.KindScalar:
		if err := into.Addr().Interface().(council.Setter).Set(text); err != nil {
			d.invalid(node, field, err)
			return
		}
		d.state(field, into)
	case council.KindWord:
		word := slices.Index(field.Words, text)
		if word < 0 {
			d.unknownWord(node, text, field)
			return
		}
		into.SetString(field.Words[word])
	case council.KindReference, council.KindAgent:
		id, ok := d.id(text)
		if !ok {
			d.report(node, "bad-id", "id-form", d.args(field, text))
			return
		}
		into.SetString(id)
		d.refer(node, id, field, at)
	case council.KindPerson:
		if id, ok := d.id(text); ok {
			text = id
			d.refer(node, id, field, at)
		}
		into.SetString(strings.Clone(text))
	case council.KindInteger:
		n, err := strconv.Atoi(text)
		if err != nil || n < 0 {
			d.report(node, "bad-integer", "", d.args(field, text))
			return
		}
		into.SetInt(int64(n))
	case council.KindNumber:
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || n < 0 || n > 1e9 || n != n {
			d.report(node, "bad-number", "number-form", d.args(field, text))
			return
		}
		into.SetFloat(n)
	case council.KindBoolean:
		if text != "true" && text != "false" {
			d.report(node, "bad-boolean", "boolean-form", d.args(field, text))
			return
		}
		into.SetBool(text == "true")
	}
}

// refer notes that the document names another entity.
func (d *decoder) refer(node *yaml.Node, id string, field *council.Field, at spot) {
	if d.references != nil {
		*d.references = append(*d.references, council.Reference{
			Field: field, ID: id, Path: at.path, Line: node.Line + d.offset, Column: node.Column,
		})
	}
}

// state notes a public date, out of which a document's "modified" is made when
// its editor states none.
func (d *decoder) state(field *council.Field, value reflect.Value) {
	if d.stated == nil || field.Private || field.Deadline {
		return
	}
	switch date := value.Interface().(type) {
	case council.Date:
		*d.stated = append(*d.stated, date)
	case council.Moment:
		*d.stated = append(*d.stated, date.Date)
	}
}

// mark notes where a value stands: itself if it is written on a line, its key
// if it is a block below.
func (d *decoder) mark(at spot, value, key *yaml.Node) {
	node := value
	if value.Kind != yaml.ScalarNode || value.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 || isNull(value) {
		node = key
	}
	if d.places != nil {
		d.places.Mark(at.place, node.Line+d.offset, node.Column)
	}
}

func isNull(node *yaml.Node) bool {
	if node.Tag == "" && len(node.Value) > len("null") {
		return false // nor is it worth while to find out what else it is
	}
	return node.Kind == yaml.ScalarNode && node.ShortTag() == "!!null"
}

func (d *decoder) invalid(node *yaml.Node, field *council.Field, err error) {
	var why *council.Invalid
	if !errors.As(err, &why) {
		d.report(node, "bad-value", "", d.args(field, node.Value))
		return
	}
	if field.Private {
		why = why.Concealed()
	}
	args := diagnostic.Args{"key": field.Key}
	maps.Copy(args, why.Args)
	d.report(node, why.Rule, why.Hint, args)
}
