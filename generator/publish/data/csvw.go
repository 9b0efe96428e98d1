package data

import (
	"io"

	"greffe/generator/council"
	"greffe/generator/site"
)

// CSVW is data/v1/csv-metadata.json, where tools that know CSV on the Web (W3C)
// look for what the CSV files beside it hold. "titles" there are what a header
// may say, so it has the columns' names; what people call them is dc:title.
func CSVW(b *site.Brief) []site.File {
	return []site.File{{
		Path:      folder + "csv-metadata.json",
		MediaType: "application/csvm+json; charset=utf-8",
		Make:      func(w io.Writer, c *council.Council) error { return writeCSVW(w, c, b) },
	}}
}

func writeCSVW(w io.Writer, c *council.Council, b *site.Brief) error {
	group := object{
		{"@context", []any{"http://www.w3.org/ns/csvw", object{{"@language", b.Words.Language}}}},
		{"dc:title", b.Words.Say("package.title", "council", c.Settings.Name)},
		{"dc:description", b.Words.Say("package.description", "council", c.Settings.Name)},
		{"dc:publisher", c.Settings.Name},
	}
	if licence := licenceOf(c, b.Words); licence != nil {
		group.add("dc:license", object{{"@id", licence.Path}})
	}
	group.add("dc:modified", lastModified(c).String())
	group.add("dialect", object{
		{"encoding", "utf-8"}, {"lineTerminators", []string{"\r\n"}}, {"delimiter", ","}, {"quoteChar", `"`}, {"doubleQuote", true},
		{"header", true}, {"headerRowCount", 1}, {"skipInitialSpace", false}, {"trim", false},
	})
	var tables []any
	for _, table := range Tables() {
		tables = append(tables, table.csvw(b))
	}
	group.add("tables", tables)
	return group.writeTo(w)
}

func (t *Table) csvw(b *site.Brief) object {
	var columns, foreign []any
	for _, column := range t.Columns {
		columns = append(columns, column.csvw(b))
		if tableNamed(column.Refers) != nil {
			foreign = append(foreign, object{
				{"columnReference", column.Name},
				{"reference", object{{"resource", column.Refers + ".csv"}, {"columnReference", "id"}}},
			})
		}
	}
	schema := object{{"columns", columns}, {"primaryKey", "id"}}
	if len(foreign) > 0 {
		schema.add("foreignKeys", foreign)
	}
	return object{
		{"url", t.Name + ".csv"},
		{"dc:title", tagged(spoken(b, t.Title))},
		{"dc:description", tagged(spoken(b, t.Description))},
		{"tableSchema", schema},
	}
}

func (c *Column) csvw(b *site.Brief) object {
	var datatype any = "string"
	switch c.Type {
	case URL:
		datatype = "anyURI"
	case Date:
		datatype = object{{"base", "string"}, {"format", datePattern}}
	case Local:
		datatype = object{{"base", "string"}, {"format", localPattern}}
	case Instant:
		datatype = "dateTime"
	case Integer:
		datatype = "integer"
	case Number:
		datatype = "number"
	case Boolean:
		datatype = "boolean"
	}
	o := object{
		{"name", c.Name},
		{"titles", c.Name},
		{"dc:title", tagged(spoken(b, c.Title))},
		{"dc:description", tagged(spoken(b, c.Description))},
		{"datatype", datatype},
	}
	if c.Type == List {
		o.add("separator", ";")
	}
	if c.Required && c.Type != List {
		o.add("required", true)
	}
	return o
}

// tagged are texts of several languages as linked data writes them.
func tagged(texts object) []any {
	var values []any
	for _, text := range texts {
		values = append(values, object{{"@value", text.value}, {"@language", text.name}})
	}
	return values
}
