package data

import (
	"iter"
)

// A source is where the row of another table is written.
type source struct {
	table              string
	row, url, modified Cell
	origin
}

// provenance tells where in the content folder each row of the other tables is
// written, if the council asks for it. Rows that are counted rather than
// written have none.
func provenance(tables []*Table) *Table {
	t := newTable("provenance", func(v *view) iter.Seq[*source] {
		return func(yield func(*source) bool) {
			if v.Settings.Data.Provenance {
				sources(v, tables, yield)
			}
		}
	})
	t.id(func(s *source) string { return s.table + "/" + s.row.text })
	t.column("table", Text, func(_ *view, s *source) Cell { return text(s.table) }).Required = true
	t.column("row_id", Text, func(_ *view, s *source) Cell { return s.row }).Required = true
	t.column("source_file", Text, func(_ *view, s *source) Cell { return text(s.file) }).Required = true
	t.column("source_line", Integer, func(_ *view, s *source) Cell { return integer(s.line()) }).Required = true
	t.column("url", URL, func(_ *view, s *source) Cell { return s.url })
	t.column("modified", Date, func(_ *view, s *source) Cell { return s.modified })
	return t.done()
}

func sources(v *view, tables []*Table, yield func(*source) bool) {
	for _, of := range tables {
		if of.trace == nil {
			continue
		}
		id, url, modified := of.column("id").slot, of.column("url").slot, of.column("modified").slot
		more := true
		of.trace(v, func(cells []Cell, at origin) bool {
			if at.file != "" {
				more = yield(&source{of.Name, cells[id], cells[url], cells[modified], at})
			}
			return more
		})
		if !more {
			return
		}
	}
}
