package data

import (
	"io"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Package is data/v1/datapackage.json: what a program must know to load all the
// tables (Data Package 2.0). A resource is a table's CSV file: the package has
// no way to say that another file is the same table in another format.
func Package(b *site.Brief) []site.File {
	b.Sums.Add(CSV(b)) // which --only may have left out
	return []site.File{{
		Path:      folder + "datapackage.json",
		Measures:  true,
		MediaType: "application/json; charset=utf-8",
		Make:      func(w io.Writer, c *council.Council) error { return writePackage(w, c, b) },
	}}
}

func writePackage(w io.Writer, c *council.Council, b *site.Brief) error {
	s := c.Settings
	p := object{
		{"$schema", "https://datapackage.org/profiles/2.0/datapackage.json"},
		{"name", council.Slug(s.Name) + "-data"},
		{"title", b.Words.Say("package.title", "council", s.Name)},
		{"description", b.Words.Say("package.description", "council", s.Name)},
		{"homepage", b.Addresses.Absolute(b.Addresses.Section("data"))},
		{"version", Version + ".0.0"},
	}
	if latest := lastModified(c); !latest.IsZero() {
		p.add("created", council.Moment{Date: latest}.In(time.UTC).Format(time.RFC3339))
	}
	if licence := licenceOf(c, b.Words); licence != nil {
		p.add("licenses", []any{licence})
	}
	contributor := object{{"title", s.Name}}
	contributor.add("path", string(s.BaseURL))
	contributor.add("roles", []string{"publisher"})
	p.add("contributors", []any{contributor})
	p.add("keywords", strings.Split(b.Words.Say("package.keywords"), ", "))

	var resources []any
	for _, table := range Tables() {
		resource, err := table.resource(c, b)
		if err != nil {
			return err
		}
		resources = append(resources, resource)
	}
	p.add("resources", resources)
	return p.writeTo(w)
}

// lastModified is when the content last changed for its readers; the build has
// no date of its own.
func lastModified(c *council.Council) council.Date {
	var latest council.Date
	for d := range c.Everything() {
		if modified := d.Common().Modified(c.AsOf); !modified.IsZero() && (latest.IsZero() || modified.First() > latest.First()) {
			latest = modified
		}
	}
	return latest
}

// resource describes the table's CSV file.
func (t *Table) resource(c *council.Council, b *site.Brief) (object, error) {
	sum, err := b.Sums.Of(c, folder+t.Name+".csv")
	if err != nil {
		return nil, err
	}
	return object{
		{"name", t.Name},
		{"type", "table"},
		{"path", t.Name + ".csv"},
		{"title", t.Title(b.Words)},
		{"titles", spoken(b, t.Title)},
		{"description", t.Description(b.Words)},
		{"descriptions", spoken(b, t.Description)},
		{"format", "csv"},
		{"mediatype", "text/csv"},
		{"encoding", "utf-8"},
		{"bytes", sum.Size},
		{"hash", "sha256:" + sum.SHA256},
		{"dialect", object{
			{"header", true}, {"delimiter", ","}, {"lineTerminator", "\r\n"}, {"quoteChar", `"`}, {"doubleQuote", true}, {"skipInitialSpace", false},
		}},
		{"schema", t.tableSchema(b)},
	}, nil
}

func (t *Table) tableSchema(b *site.Brief) object {
	var fields, foreign []any
	for _, column := range t.Columns {
		fields = append(fields, column.tableField(b))
		if tableNamed(column.Refers) != nil {
			// A table that refers to itself leaves the name out (Table Schema).
			reference := object{}
			if column.Refers != t.Name {
				reference.add("resource", column.Refers)
			}
			reference.add("fields", []string{"id"})
			foreign = append(foreign, object{{"fields", []string{column.Name}}, {"reference", reference}})
		}
	}
	schema := object{
		{"$schema", "https://datapackage.org/profiles/2.0/tableschema.json"},
		{"fields", fields},
		{"primaryKey", []string{"id"}},
	}
	if len(foreign) > 0 {
		schema.add("foreignKeys", foreign)
	}
	return schema
}

// tableField describes a column to Table Schema 2.0. Its published profile
// refuses the type list, so a list is a string with a pattern; a date may be
// partial, which no type but string allows.
func (c *Column) tableField(b *site.Brief) object {
	kind, format, pattern := "string", "", ""
	switch c.Type {
	case URL:
		format = "uri"
	case Date:
		pattern = datePattern
	case Local:
		pattern = localPattern
	case Instant:
		kind = "datetime"
	case Integer:
		kind = "integer"
	case Number:
		kind = "number"
	case Boolean:
		kind = "boolean"
	case List:
		pattern = `^[^;]+(;[^;]+)*$`
		if c.meaning.form == severalIDs {
			pattern = idsPattern
		}
	}
	o := object{{"name", c.Name}, {"type", kind}}
	o.add("format", format)
	o.add("title", c.Title(b.Words))
	o.add("titles", spoken(b, c.Title))
	o.add("description", c.Description(b.Words))
	o.add("descriptions", spoken(b, c.Description))
	constraints := object{}
	if c.Required {
		constraints.add("required", true)
	}
	if c.Name == "id" {
		constraints.add("unique", true)
	}
	constraints.add("pattern", pattern)
	if c.Type != List {
		constraints.add("enum", c.Words)
	}
	o.add("constraints", constraints)
	return o
}
