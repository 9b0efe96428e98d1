package data

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Objects are index.json beside each page of an entity: its row, and the rows
// of the other tables that stand on it, as in the JSON of those tables. What
// such a file says of itself is data/v1/NAME.object.schema.json.
func Objects(b *site.Brief) []site.File {
	var files []site.File
	for _, table := range Tables() {
		if !table.isOfObjects() {
			continue
		}
		files = append(files, objectSchema(table, b))
		for _, id := range b.Council.IDs(table.Name) {
			entity := b.Council.Lookup(table.Name, id)
			address := b.Addresses.Data(entity)
			if address == "" {
				break // no entity of the collection has a page
			}
			from := ""
			if document, ok := entity.(council.Documented); ok {
				from = document.Common().File
			}
			files = append(files, site.File{
				Path: b.Addresses.Path(address), MediaType: "application/json; charset=utf-8", From: from,
				Make: func(w io.Writer, c *council.Council) error {
					entity := c.Lookup(table.Name, id)
					if entity == nil {
						return fmt.Errorf("there is no %s in %s any more", id, table.Name)
					}
					return writeObject(w, table, entity, look(c, b))
				},
			})
		}
	}
	return files
}

// isOfObjects tells whether the table has one row for each entity of a
// collection, which bears its name.
func (t *Table) isOfObjects() bool { return slices.Equal(t.Owners, []string{t.Name}) }

// about are the other tables whose rows stand on entities of this one.
func (t *Table) about() []*Table {
	var others []*Table
	for _, other := range Tables() {
		if other != t && slices.Contains(other.Owners, t.Name) {
			others = append(others, other)
		}
	}
	return others
}

func objectSchemaName(t *Table) string { return t.Name + ".object.schema.json" }

func writeObject(w io.Writer, t *Table, entity council.Entity, v *view) error {
	out := bufio.NewWriter(w)
	head := append([]byte(`{"$schema":`), inJSON(addressOf(v.brief, objectSchemaName(t)))...)
	head = append(head, `,"licence":`...)
	head = append(head, licenceJSON(licenceOf(v.Council, v.brief.Words))...)
	head = append(append(head, `,"table":`...), inJSON(t.Name)...)
	if _, err := out.Write(append(head, `,"row":`...)); err != nil {
		return err
	}
	if err := writeRows(out, t, "", func(yield func([]Cell) bool) { t.eachOf(v, entity, yield) }); err != nil {
		return err
	}
	if _, err := out.WriteString(`,"related":{`); err != nil {
		return err
	}
	for i, other := range t.about() {
		before := "\n"
		if i > 0 {
			before = ",\n"
		}
		if _, err := out.WriteString(before + string(inJSON(other.Name)) + ":["); err != nil {
			return err
		}
		if err := writeRows(out, other, "\n", func(yield func([]Cell) bool) { other.eachOf(v, entity, yield) }); err != nil {
			return err
		}
		if _, err := out.WriteString("]"); err != nil {
			return err
		}
	}
	if _, err := out.WriteString("}}\n"); err != nil {
		return err
	}
	return out.Flush()
}

func objectSchema(t *Table, b *site.Brief) site.File {
	return site.File{
		Path: folder + objectSchemaName(t), MediaType: "application/schema+json; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			rowOf := func(t *Table) object { return object{{"$ref", schemaName(t) + "#/properties/rows/items"}} }
			related, names := object{}, []string{}
			for _, other := range t.about() {
				related.add(other.Name, object{
					{"title", other.Title(b.Words)}, {"description", other.Description(b.Words)},
					{"type", "array"}, {"items", rowOf(other)},
				})
				names = append(names, other.Name)
			}
			all := object{{"type", "object"}}
			all.add("required", names)
			all.add("properties", related)
			schema := object{
				{"$schema", "https://json-schema.org/draft/2020-12/schema"},
				{"$id", addressOf(b, objectSchemaName(t))},
				{"title", t.Title(b.Words)},
				{"description", t.Description(b.Words)},
				{"$comment", licenceComment(c, b)},
				{"type", "object"},
				{"required", []string{"$schema", "licence", "table", "row", "related"}},
				{"properties", object{
					{"$schema", object{{"type", "string"}, {"format", "uri"}}},
					{"licence", licenceSchema(b)},
					{"table", object{{"const", t.Name}}},
					{"row", rowOf(t)},
					{"related", all},
				}},
			}
			return schema.writeTo(w)
		},
	}
}
