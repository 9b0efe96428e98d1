package data

import (
	"iter"
	"slices"
	"time"

	"greffe/generator/council"
	"greffe/generator/site"
)

// A Table is one kind of fact, one fact a row. Its primary key is the column
// id.
type Table struct {
	Name    string
	Columns []*Column
	Owners  []string // the collections whose entities the rows stand on; none if on no entity

	each    func(v *view, yield func([]Cell) bool)
	eachOf  func(v *view, of council.Entity, yield func([]Cell) bool) // the rows that stand on an entity
	trace   func(v *view, yield func([]Cell, origin) bool)            // nil: the rows are counted, not written
	changes func(v *view, yield func(Cell) bool)                      // the column modified of each row, without the others
}

// A Column of a table.
type Column struct {
	Name     string
	Type     Type
	Required bool     // no row leaves it empty
	Words    []string // the closed list that its cells come from, if there is one
	Refers   string   // the collection that its ids are of

	meaning meaning
	slot    int
}

// A view is what the cells of a table are read from.
type view struct {
	*council.Council
	brief     *site.Brief
	addresses *site.Addresses
	zone      *time.Location
}

func look(c *council.Council, b *site.Brief) *view {
	return &view{c, b, b.Addresses, c.Settings.Timezone.Location()}
}

// Rows yields the rows in the table's order. The cells are overwritten by the
// next row: whoever keeps them copies them.
func (t *Table) Rows(c *council.Council, b *site.Brief) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) { t.each(look(c, b), yield) }
}

// column is the table's column of a name, which it has.
func (t *Table) column(name string) *Column {
	return t.Columns[slices.IndexFunc(t.Columns, func(c *Column) bool { return c.Name == name })]
}

// tableNamed is the table of a name, or nil.
func tableNamed(name string) *Table {
	for _, table := range Tables() {
		if table.Name == name {
			return table
		}
	}
	return nil
}
