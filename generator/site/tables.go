package site

import (
	"iter"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A Table is one of those of the open data, as pages and catalogues of data
// tell of it. Its words are the catalogue's ("tables.members.title").
type Table struct {
	Name     string
	Columns  []Column
	Rows     func(*council.Council, *Brief) iter.Seq[[]string] // as in its CSV file; the next row overwrites one
	Modified func(*council.Council, *Brief) iter.Seq[string]   // of each row, its last change; empty if the table has none
}

// A Column of a table.
type Column struct {
	Name        string
	Type        string   // "text", "date", "integer"…
	Words       []string // the closed list that its cells come from, if there is one
	Refers      string   // the table that its ids are of, if there is one
	Title       func(*words.Catalogue) string
	Description func(*words.Catalogue) string
}

// TablesFolder is where the files of the tables lie.
const TablesFolder = "data/v1/"

// TableNames are the names of the tables, in the order in which people meet
// them.
func (b *Brief) TableNames() []string {
	names := make([]string, len(b.Tables))
	for i := range b.Tables {
		names[i] = b.Tables[i].Name
	}
	return names
}
