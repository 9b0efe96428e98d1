package data

import (
	"bufio"
	"encoding/json"
	"io"
	"iter"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/site"
)

// JSON is each table as data/v1/NAME.json, with its schema beside it as
// NAME.schema.json.
func JSON(b *site.Brief) []site.File {
	var files []site.File
	for _, table := range Tables() {
		files = append(files, site.File{
			Path:      folder + table.Name + ".json",
			MediaType: "application/json; charset=utf-8",
			Make: func(w io.Writer, c *council.Council) error {
				return writeJSON(w, table, look(c, b), licenceOf(c, b.Words))
			},
		}, schemaFile(table, b))
	}
	return files
}

// writeJSON writes a row a line, so that two versions of a table can be
// compared line by line.
func writeJSON(w io.Writer, t *Table, v *view, licence *licence) error {
	out := bufio.NewWriterSize(w, 16<<10)
	head := append([]byte(`{"$schema":`), inJSON(schemaName(t))...)
	head = append(append(head, `,"licence":`...), licenceJSON(licence)...)
	if _, err := out.Write(append(head, `,"rows":[`...)); err != nil {
		return err
	}
	if err := writeRows(out, t, "\n", func(yield func([]Cell) bool) { t.each(v, yield) }); err != nil {
		return err
	}
	if _, err := out.WriteString("\n]}\n"); err != nil {
		return err
	}
	return out.Flush()
}

// licenceJSON is the licence's address, or null.
func licenceJSON(licence *licence) []byte {
	if licence == nil {
		return []byte("null")
	}
	return inJSON(licence.Path)
}

// writeRows writes rows as objects with a comma between them, each after a
// break.
func writeRows(out *bufio.Writer, t *Table, lineBreak string, rows iter.Seq[[]Cell]) error {
	keys := make([][]byte, len(t.Columns)) // with what stands before them
	for i, column := range t.Columns {
		before := ","
		if i == 0 {
			before = "{"
		}
		keys[i] = append(appendString([]byte(before), column.Name), ':')
	}
	var line []byte
	separator := lineBreak
	for cells := range rows {
		line = append(line[:0], separator...)
		separator = "," + lineBreak
		for i := range cells {
			line = cells[i].appendJSON(append(line, keys[i]...))
		}
		if _, err := out.Write(append(line, '}')); err != nil {
			return err
		}
	}
	return nil
}

func (c *Cell) appendJSON(b []byte) []byte {
	switch c.holds {
	case aText:
		return appendString(b, c.text)
	case aNumber:
		return c.appendNumber(b)
	case aBoolean:
		return c.appendBoolean(b)
	case aList:
		b = append(b, '[')
		for i, item := range c.list {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendString(b, item)
		}
		return append(b, ']')
	}
	return append(b, "null"...)
}

// appendString writes a JSON string. Nearly all of them need no escape and are
// copied; the library writes the others.
func appendString(b []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' || c == '"' || c == '\\' {
			return appendEscaped(b, text)
		}
	}
	if !utf8.ValidString(text) {
		return appendEscaped(b, text)
	}
	b = append(b, '"')
	b = append(b, text...)
	return append(b, '"')
}

func inJSON(text string) []byte { return appendString(nil, text) }

func appendEscaped(b []byte, text string) []byte {
	escaped, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string can always be encoded
	}
	return append(b, escaped...)
}
