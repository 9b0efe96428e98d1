package data

import (
	"io"

	"greffe/generator/council"
	"greffe/generator/site"
)

func schemaName(t *Table) string { return t.Name + ".schema.json" }

// addressOf is the absolute address of a file of this package.
func addressOf(b *site.Brief, name string) string {
	return b.Addresses.Absolute(b.Addresses.Asset(folder + name))
}

// schemaFile is what a JSON file says of itself, as JSON Schema 2020-12. It
// allows more columns than it names: a copy of it stays true when one is added.
func schemaFile(t *Table, b *site.Brief) site.File {
	return site.File{
		Path:      folder + schemaName(t),
		MediaType: "application/schema+json; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			schema := object{
				{"$schema", "https://json-schema.org/draft/2020-12/schema"},
				{"$id", addressOf(b, schemaName(t))},
				{"title", t.Title(b.Words)},
				{"description", t.Description(b.Words)},
				{"$comment", licenceComment(c, b)},
				{"type", "object"},
				{"required", []string{"$schema", "licence", "rows"}},
				{"properties", object{
					{"$schema", object{{"type", "string"}}},
					{"licence", licenceSchema(b)},
					{"rows", object{{"type", "array"}, {"items", t.rowSchema(b)}}},
				}},
				{"$defs", t.translations(b)},
			}
			return schema.writeTo(w)
		},
	}
}

func (t *Table) rowSchema(b *site.Brief) object {
	columns, names := object{}, []string{}
	for _, column := range t.Columns {
		columns.add(column.Name, column.jsonSchema(b))
		names = append(names, column.Name)
	}
	return object{{"type", "object"}, {"required", names}, {"properties", columns}}
}

func licenceSchema(b *site.Brief) object {
	return object{
		{"title", b.Words.Say("package.licence.title")},
		{"description", b.Words.Say("package.licence.description")},
		{"type", []string{"string", "null"}}, {"format", "uri"},
	}
}

// licenceComment names the licence where no keyword can.
func licenceComment(c *council.Council, b *site.Brief) string {
	if licence := licenceOf(c, b.Words); licence != nil {
		return licence.Title + " " + licence.Path
	}
	return b.Words.Say("package.licence.none")
}

// translations are the titles and descriptions of the table and of its columns
// in every language. JSON Schema has no keyword for that: each is a definition
// that nothing refers to, "#/$defs/en", and asks for nothing.
func (t *Table) translations(b *site.Brief) object {
	all := object{}
	for _, w := range b.Languages {
		columns := object{}
		for _, column := range t.Columns {
			columns.add(column.Name, object{{"title", column.Title(w)}, {"description", column.Description(w)}})
		}
		all.add(w.Language, object{{"title", t.Title(w)}, {"description", t.Description(w)}, {"type", "object"}, {"properties", columns}})
	}
	return all
}

// datePattern is a day, a month or a year; localPattern, a day and a time too.
const (
	datePattern    = `^\d{4}(-\d{2}(-\d{2})?)?$`
	localPattern   = `^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?$`
	instantPattern = `^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$`
	idsPattern     = `^[a-z0-9-]+(;[a-z0-9-]+)*$`
)

func (c *Column) jsonSchema(b *site.Brief) object {
	o := object{{"title", c.Title(b.Words)}, {"description", c.Description(b.Words)}}
	kinds := map[Type]string{Integer: "integer", Number: "number", Boolean: "boolean", List: "array"}
	kind, ok := kinds[c.Type]
	if !ok {
		kind = "string"
	}
	if c.Required || c.Type == List {
		o.add("type", kind)
	} else {
		o.add("type", []string{kind, "null"})
	}
	switch c.Type {
	case URL:
		o.add("format", "uri")
	case Instant:
		o.add("format", "date-time")
	case Date:
		o.add("pattern", datePattern)
	case Local:
		o.add("pattern", localPattern)
	case List:
		items := object{{"type", "string"}}
		items.add("enum", c.Words)
		o.add("items", items)
		return o
	}
	if len(c.Words) == 0 {
		return o
	}
	var words []any
	for _, word := range c.Words {
		words = append(words, word)
	}
	if !c.Required {
		words = append(words, nil)
	}
	o.add("enum", words)
	return o
}
