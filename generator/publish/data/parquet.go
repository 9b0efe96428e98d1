package data

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/parquet-go/parquet-go"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Parquet is each table as data/v1/NAME.parquet, typed, for programs that read
// only the columns they need, over HTTP too. A date stays a text, for it may be
// a month or a year; an instant is a timestamp in UTC.
//
// Pages are compressed with Snappy, which every reader knows.
//
// Library: parquet-go/parquet-go, in pure Go.
func Parquet(b *site.Brief) []site.File {
	var files []site.File
	for _, table := range Tables() {
		files = append(files, site.File{
			Path:      folder + table.Name + ".parquet",
			MediaType: "application/vnd.apache.parquet",
			Make:      func(w io.Writer, c *council.Council) error { return writeParquet(w, table, c, b) },
		})
	}
	return files
}

// rowsInGroup bounds what a writer holds before it writes.
const rowsInGroup = 20_000

func writeParquet(w io.Writer, t *Table, c *council.Council, b *site.Brief) error {
	options := []parquet.WriterOption{
		parquet.NewSchema(t.Name, t.parquetSchema()),
		parquet.Compression(&parquet.Snappy),
		parquet.MaxRowsPerRowGroup(rowsInGroup),
		parquet.CreatedBy("greffe", Version, ""),
	}
	for _, said := range t.said(c, b) {
		options = append(options, parquet.KeyValueMetadata(said.name, said.value))
	}
	out := parquet.NewWriter(w, options...)
	rows := make([]parquet.Row, 1)
	var err error
	t.each(look(c, b), func(cells []Cell) bool {
		rows[0] = rows[0][:0]
		for i := range cells {
			rows[0] = cells[i].appendParquet(rows[0], t.Columns[i], i)
		}
		_, err = out.WriteRows(rows)
		return err == nil
	})
	if err != nil {
		return fmt.Errorf("table %s: %w", t.Name, err)
	}
	return out.Close()
}

// A saying is something that a file says of itself, for formats that keep names
// and values.
type saying struct{ name, value string }

func (t *Table) said(c *council.Council, b *site.Brief) []saying {
	all := []saying{
		{"title", t.Title(b.Words)},
		{"description", t.Description(b.Words)},
		{"publisher", c.Settings.Name},
		{"source", addressOf(b, t.Name+".csv")},
		{"schema", addressOf(b, schemaName(t))},
	}
	if licence := licenceOf(c, b.Words); licence != nil {
		all = append(all, saying{"licence", licence.Path})
	}
	return all
}

// columnsInOrder are the fields of a schema in the table's own order, where the
// library would have them by name.
type columnsInOrder struct {
	parquet.Group
	names []string
}

func (c columnsInOrder) Fields() []parquet.Field {
	fields := c.Group.Fields()
	slices.SortFunc(fields, func(a, b parquet.Field) int {
		return slices.Index(c.names, a.Name()) - slices.Index(c.names, b.Name())
	})
	return fields
}

func (t *Table) parquetSchema() parquet.Node {
	columns := columnsInOrder{Group: make(parquet.Group)}
	for _, column := range t.Columns {
		columns.names = append(columns.names, column.Name)
		columns.Group[column.Name] = column.parquetNode()
	}
	return columns
}

func (c *Column) parquetNode() parquet.Node {
	node := parquet.String()
	switch c.Type {
	case List:
		return parquet.List(node)
	case Instant:
		node = parquet.Timestamp(parquet.Millisecond)
	case Integer:
		node = parquet.Int(64)
	case Number:
		node = parquet.Leaf(parquet.DoubleType)
	case Boolean:
		node = parquet.Leaf(parquet.BooleanType)
	case Text:
		if c.Words != nil || c.Refers != "" {
			node = parquet.Encoded(node, &parquet.RLEDictionary)
		}
	}
	if c.Required {
		return node
	}
	return parquet.Optional(node)
}

func (c *Cell) appendParquet(row parquet.Row, column *Column, place int) parquet.Row {
	if column.Type == List {
		if len(c.list) == 0 {
			return append(row, parquet.NullValue().Level(0, 0, place))
		}
		for i, item := range c.list {
			row = append(row, parquet.ByteArrayValue([]byte(item)).Level(min(i, 1), 1, place))
		}
		return row
	}
	defined := 1
	if column.Required {
		defined = 0
	}
	switch c.holds {
	case nothing:
		return append(row, parquet.NullValue().Level(0, 0, place))
	case aBoolean:
		return append(row, parquet.BooleanValue(c.number == 1).Level(0, defined, place))
	case aNumber:
		if column.Type == Integer {
			return append(row, parquet.Int64Value(int64(c.number)).Level(0, defined, place))
		}
		return append(row, parquet.DoubleValue(c.number).Level(0, defined, place))
	}
	if column.Type == Instant {
		if at, err := time.Parse(time.RFC3339, c.text); err == nil {
			return append(row, parquet.Int64Value(at.UnixMilli()).Level(0, defined, place))
		}
		return append(row, parquet.NullValue().Level(0, 0, place))
	}
	return append(row, parquet.ByteArrayValue([]byte(c.text)).Level(0, defined, place))
}
