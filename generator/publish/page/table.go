package page

import "html/template"

// A Table is facts in rows and columns, with a caption that says what it shows.
// The first cell of a row is its header.
type Table struct {
	ID, Caption string
	Columns     []Column
	Rows        [][]Cell
}

// A Column has a title; numbers stand at the right.
type Column struct {
	Title  string
	Number bool
}

// A Cell of a table.
type Cell struct {
	HTML   template.HTML
	Number bool
}

// table begins a table. Its columns are named by keys of the catalogue.
func (v *View) table(id, caption string, columns ...string) *Table {
	t := &Table{ID: id, Caption: caption}
	for _, key := range columns {
		t.Columns = append(t.Columns, Column{Title: v.T(key)})
	}
	return t
}

// row adds a row: numbers, texts, or fragments of HTML.
func (v *View) row(t *Table, cells ...any) {
	row := make([]Cell, len(cells))
	for i, cell := range cells {
		switch cell := cell.(type) {
		case int:
			row[i] = Cell{safe(escape(v.Number(cell))), true}
			t.Columns[i].Number = true
		case template.HTML:
			row[i] = Cell{cell, t.Columns[i].Number}
		default:
			row[i] = Cell{safe(escape(v.Text(toString(cell)))), t.Columns[i].Number}
		}
	}
	t.Rows = append(t.Rows, row)
}
