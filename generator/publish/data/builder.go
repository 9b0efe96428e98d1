package data

import (
	"iter"

	"greffe/generator/council"
)

// A builder declares a table whose rows are made from values of type R. Columns
// come in the order of the calls.
type builder[R any] struct {
	table  *Table
	rows   func(*view) iter.Seq[R]
	rowsOf func(*view, council.Entity) iter.Seq[R] // nil: the rows stand on no entity
	origin func(*view, R) origin                   // nil: the rows are counted, not written
	fills  []func(v *view, row R, cells []Cell)

	modified func(*view, R) Cell // of the column of that name; nil if there is none
}

// newTable starts a table whose rows stand on no entity.
func newTable[R any](name string, rows func(*view) iter.Seq[R]) *builder[R] {
	return &builder[R]{table: &Table{Name: name}, rows: rows}
}

// tableOf starts a table whose rows each stand on one entity of a collection.
func tableOf[W, R any](name string, in func(*council.Council) *council.Collection[W], of func(*view, *W) iter.Seq[R]) *builder[R] {
	b := newTable(name, func(v *view) iter.Seq[R] {
		return func(yield func(R) bool) {
			for w := range in(v.Council).All() {
				for row := range of(v, w) {
					if !yield(row) {
						return
					}
				}
			}
		}
	})
	b.table.Owners = []string{new(council.Collection[W]).Name()}
	b.rowsOf = func(v *view, entity council.Entity) iter.Seq[R] { return of(v, any(entity).(*W)) }
	return b
}

// tableOfAll starts a table whose rows each stand on one document, whatever its
// collection.
func tableOfAll[R any](name string, of func(*view, council.Documented) iter.Seq[R]) *builder[R] {
	b := newTable(name, func(v *view) iter.Seq[R] {
		return func(yield func(R) bool) {
			for d := range v.Everything() {
				for row := range of(v, d) {
					if !yield(row) {
						return
					}
				}
			}
		}
	})
	b.table.Owners = council.Folders()
	b.rowsOf = func(v *view, entity council.Entity) iter.Seq[R] { return of(v, entity.(council.Documented)) }
	return b
}

func (b *builder[R]) add(column *Column) *Column {
	b.table.Columns = append(b.table.Columns, column)
	return column
}

// column declares a column that the model does not have.
func (b *builder[R]) column(name string, holds Type, cell func(*view, R) Cell) *Column {
	column := b.add(&Column{Name: name, Type: holds, meaning: derived(name)})
	if name == "modified" {
		b.modified = cell
	}
	b.fills = append(b.fills, func(v *view, row R, cells []Cell) { cells[column.slot] = cell(v, row) })
	return column
}

// id declares the primary key.
func (b *builder[R]) id(id func(R) string) {
	b.column("id", Text, func(_ *view, row R) Cell { return text(id(row)) }).Required = true
}

// refer declares a reference that the row's place in the content says, such as
// the session of an agenda item: NAME_id, and what it is called beside.
func (b *builder[R]) refer(name, collection string, to func(R) council.Entity) {
	id := b.column(name+"_id", Text, func(_ *view, row R) Cell { return text(to(row).Key()) })
	id.Refers, id.Required = collection, true
	b.column(name+"_"+shelves()[collection].label, Text, func(_ *view, row R) Cell { return text(to(row).Label()) })
}

// stands declares which document a row stands on, whatever its collection. No
// foreign key can say that: the collection tells the table.
func (b *builder[R]) stands(on func(R) council.Documented) {
	collection := b.column("collection", Text, func(_ *view, row R) Cell { return text(on(row).Collection()) })
	collection.Words, collection.Required = council.Folders(), true
	b.column("document_id", Text, func(_ *view, row R) Cell { return text(on(row).Key()) }).Required = true
	b.column("document_title", Text, func(_ *view, row R) Cell { return text(on(row).Label()) })
}

// fields declares the columns of a struct of the model; those of the entry that
// every document has are left to [builder.document].
func (b *builder[R]) fields(model any, at func(R) any, options ...option) {
	readers := derive(council.SchemaOf(model), options)
	for _, r := range readers {
		b.add(r.column)
	}
	b.fills = append(b.fills, func(v *view, row R, cells []Cell) {
		of := structAt(at(row))
		for i := range readers {
			cells[readers[i].column.slot] = readers[i].read(v, of)
		}
	})
}

// common declares the columns that every document has.
func (b *builder[R]) common(of func(R) council.Documented) *builder[R] {
	b.fields(new(council.Entry), func(row R) any { return of(row).Common() }, leave(
		"draft", "confidential", "publish_on", "expire_on", "lang", // how a document is published, not what it says
		"updated", // what modified is made of
		"aliases", // the table redirects
	))
	return b
}

// from says where in the content a row is written.
func (b *builder[R]) from(origin func(*view, R) origin) *builder[R] {
	b.origin = origin
	return b
}

// entity ends a table whose rows have, or stand on, the page of an entity
// without a file of its own.
func (b *builder[R]) entity(of func(R) council.Entity) *Table {
	return b.placed(
		func(v *view, row R) string { return v.addresses.Of(of(row)) },
		func(*view, R) council.Date { return council.Date{} },
	)
}

// section ends a table whose rows stand on the page of a section.
func (b *builder[R]) section(name string) *Table {
	return b.placed(
		func(v *view, _ R) string { return v.addresses.Section(name) },
		func(*view, R) council.Date { return council.Date{} },
	)
}

// document ends a table whose rows have, or stand on, the page of a document.
func (b *builder[R]) document(of func(R) council.Documented) *Table {
	return b.placed(
		func(v *view, row R) string { return v.addresses.Of(of(row)) },
		func(v *view, row R) council.Date { return of(row).Common().Modified(v.AsOf) },
	)
}

// placed ends a table with where its rows are published, and when they last
// changed.
func (b *builder[R]) placed(address func(*view, R) string, modified func(*view, R) council.Date) *Table {
	b.column("url", URL, func(v *view, row R) Cell {
		if a := address(v, row); a != "" {
			return text(v.addresses.Absolute(a))
		}
		return unknown
	})
	b.column("modified", Date, func(v *view, row R) Cell { return text(modified(v, row).String()) })
	return b.done()
}

func (b *builder[R]) done() *Table {
	t := b.table
	t.Columns = inPublishedOrder(t.Name, t.Columns)
	for i, column := range t.Columns {
		column.slot = i
	}
	run := func(v *view, rows iter.Seq[R], yield func([]Cell, R) bool) {
		cells := make([]Cell, len(t.Columns))
		for row := range rows {
			for _, fill := range b.fills {
				fill(v, row, cells)
			}
			if !yield(cells, row) {
				return
			}
		}
	}
	t.each = func(v *view, yield func([]Cell) bool) {
		run(v, b.rows(v), func(cells []Cell, _ R) bool { return yield(cells) })
	}
	t.changes = func(v *view, yield func(Cell) bool) {
		for row := range b.rows(v) {
			var modified Cell
			if b.modified != nil {
				modified = b.modified(v, row)
			}
			if !yield(modified) {
				return
			}
		}
	}
	if b.rowsOf != nil {
		t.eachOf = func(v *view, of council.Entity, yield func([]Cell) bool) {
			run(v, b.rowsOf(v, of), func(cells []Cell, _ R) bool { return yield(cells) })
		}
	}
	if b.origin != nil {
		t.trace = func(v *view, yield func([]Cell, origin) bool) {
			run(v, b.rows(v), func(cells []Cell, row R) bool { return yield(cells, b.origin(v, row)) })
		}
	}
	return t
}
