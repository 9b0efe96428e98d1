package data

import (
	"bufio"
	"io"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// The rules of a CSV file, so that every tool reads the same thing out of it:
// RFC 4180, UTF-8 without a byte order mark, a comma, one header, CRLF after
// every row, the last one too.
//
// encoding/csv is not used: asked for CRLF, it changes the line ends inside the
// cells too, and what is published is what was written.

// CSV is each table as data/v1/NAME.csv.
func CSV(b *site.Brief) []site.File {
	var files []site.File
	for _, table := range Tables() {
		files = append(files, site.File{
			Path:      folder + table.Name + ".csv",
			MediaType: "text/csv; charset=utf-8",
			Make: func(w io.Writer, c *council.Council) error {
				return writeCSV(w, table, look(c, b))
			},
		})
	}
	return files
}

func writeCSV(w io.Writer, t *Table, v *view) error {
	out := bufio.NewWriterSize(w, 16<<10)
	_, err := out.WriteString(t.Header() + "\r\n")
	var line []byte
	t.each(v, func(cells []Cell) bool {
		if err != nil {
			return false
		}
		line = line[:0]
		for i := range cells {
			if i > 0 {
				line = append(line, ',')
			}
			line = cells[i].appendCSV(line)
		}
		line = append(line, '\r', '\n')
		_, err = out.Write(line)
		return true
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// Header is the first line of the table: its columns' names.
func (t *Table) Header() string {
	names := make([]string, len(t.Columns))
	for i, column := range t.Columns {
		names[i] = column.Name
	}
	return strings.Join(names, ",")
}

func (c *Cell) appendCSV(b []byte) []byte {
	switch c.holds {
	case aText:
		return appendQuoted(b, c.text)
	case aNumber:
		return c.appendNumber(b)
	case aBoolean:
		return c.appendBoolean(b)
	case aList:
		if len(c.list) == 1 {
			return appendQuoted(b, c.list[0])
		}
		return appendQuoted(b, strings.Join(c.list, ";"))
	}
	return b
}

// appendQuoted writes a text, between quotes if it needs them. A space at
// either end is quoted too, for readers that would trim it.
func appendQuoted(b []byte, text string) []byte {
	plain := text == "" || (text[0] != ' ' && text[len(text)-1] != ' ')
	for i := 0; plain && i < len(text); i++ {
		switch text[i] {
		case ',', '"', '\n', '\r':
			plain = false
		}
	}
	if plain {
		return append(b, text...)
	}
	b = append(b, '"')
	for {
		before, after, quoted := strings.Cut(text, `"`)
		b = append(b, before...)
		if !quoted {
			return append(b, '"')
		}
		b = append(b, `""`...)
		text = after
	}
}
