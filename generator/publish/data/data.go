// Package data publishes a council as open data: tables under data/v1/, each in
// several formats, with words that say what every column holds.
//
// What flows through it is a [Table]: named, documented columns and a stream of
// rows of [Cell] values. Tables know nothing of formats and formats nothing of
// tables. A new table is one declaration and one line of [Tables]; a new format
// is one file, whose function is one line of the list of publishers.
//
// # The model is declared once
//
// The columns of a table come from the Go struct that is also the schema of the
// front matter ([council.SchemaOf]), under the keys that editors write:
//
//	a text, a number, a word      its own column: title, year, kind
//	a date                        its own column, as precise as it was written
//	a moment                      start_local as written, start as an instant in UTC
//	a reference                   session_id, and its name beside: session_title
//	a member or an organisation   by_id, by_name, and by_table: which of the two
//	several values                one column, and a table of links where there is one
//	a mapping                     prefixed columns: referral_origin, place_name
//	a list of mappings            a table of its own
//
// What the model cannot say by itself (the state of a recommendation, a count)
// is a derived column, declared beside the table. Private fields have no column
// and no way to one.
//
// # Unknown is not zero
//
// A cell whose value nobody stated is unknown: empty in CSV, null in JSON. A
// reference to what the public may not see is unknown too: every id in a table
// is looked up in the council that the table is made from.
//
// # Formats and their libraries
//
// CSV and JSON are written here, since their exact bytes are what is promised.
// A spreadsheet (xuri/excelize), Parquet (parquet-go/parquet-go) and SQLite
// (modernc.org/sqlite) are formats of thousands of pages, each written by the
// library that Go programs use for it: kept up, in pure Go, so that greffe is
// cross-compiled as before, and behind one file each. Together they are a third
// of the program.
//
// A format is a stream of one table's rows at a time, and is made when somebody
// asks for it. Nothing in it is dated by the build, so that the same content
// gives the same bytes.
//
// # Columns stay where they are
//
// published.txt records the columns in the order in which they were first
// published. That order is kept for ever; a new field of the model comes last,
// wherever it stands in its struct, and a column that goes missing fails the
// tests.
package data

// Version is that of the tables: it changes when a column is removed or changes
// its meaning, which is to say as seldom as can be.
const Version = "1"

// folder is where everything that this package publishes lies.
const folder = "data/v" + Version + "/"
