package data

import (
	"iter"
	"sync"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Described are the tables as other publishers may tell of them: pages and
// catalogues, which know nothing of this package.
var Described = sync.OnceValue(func() []site.Table {
	var all []site.Table
	for _, table := range Tables() {
		described := site.Table{Name: table.Name, Rows: table.texts, Modified: table.modified}
		for _, column := range table.Columns {
			d := site.Column{
				Name: column.Name, Type: column.Type.String(), Words: column.Words,
				Title: column.Title, Description: column.Description,
			}
			if tableNamed(column.Refers) != nil {
				d.Refers = column.Refers
			}
			described.Columns = append(described.Columns, d)
		}
		all = append(all, described)
	}
	return all
})

// texts are the rows as in the CSV file.
func (t *Table) texts(c *council.Council, b *site.Brief) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, len(t.Columns))
		t.each(look(c, b), func(cells []Cell) bool {
			for i := range cells {
				row[i] = cells[i].plain()
			}
			return yield(row)
		})
	}
}

// modified yields when each row last changed, as in a CSV file.
func (t *Table) modified(c *council.Council, b *site.Brief) iter.Seq[string] {
	return func(yield func(string) bool) {
		t.changes(look(c, b), func(cell Cell) bool { return yield(cell.plain()) })
	}
}
