package page

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// A TablePage tells all about one table: what each column holds, what its rows
// look like, where to get it and how to load it.
type TablePage struct {
	DataTable
	Dated      council.Date // of what it says: the latest change of its rows
	Dictionary []DataColumn
	First      *Table    // its first rows; nil if it has none
	Workbook   *Download // which has it as a sheet, if it is published
	Database   *Download // which has it as a table
	CSV        string    // the absolute addresses, for the examples
	JSON       string
	Parquet    string // "" if it is not published
}

// A DataColumn is what people must know of a column.
type DataColumn struct {
	Name, Title, Description, Type, Unit string
	Words                                []string
	Refers                               string // the table that its ids are of
	Example                              string
}

const (
	firstRows = 5
	longest   = 60 // characters of a cell
	exampleIn = 50 // rows: a column that few rows fill has its example further down
	typeWords = "open-data.types."
	unitWords = "open-data.units."
)

func tablePage(p *Publisher, table *site.Table) site.File {
	return p.page("table", p.Addresses.Section("data")+table.Name+"/", "", func(v *View) bool {
		v.In("data")
		page := &TablePage{DataTable: v.dataTable(table)}
		v.Title = v.T("open-data.title", "table", page.Title)
		v.Heading = page.Title
		v.Description = page.Description
		page.Dictionary = v.dictionary(table)
		v.readRows(page, table)
		if d := v.download(site.TablesFolder+"council.xlsx", "XLSX", ""); d.Size > 0 {
			page.Workbook = &d
		}
		if d := v.download(site.TablesFolder+"council.sqlite", "SQLite", ""); d.Size > 0 {
			page.Database = &d
		}
		file := v.Absolute(v.Asset(site.TablesFolder + table.Name))
		page.CSV, page.JSON = file+".csv", file+".json"
		if slices.ContainsFunc(page.Files, func(d Download) bool { return d.Format == "Parquet" }) {
			page.Parquet = file + ".parquet"
		}
		v.Page = page
		return true
	})
}

func (v *View) dictionary(table *site.Table) []DataColumn {
	w := v.publisher.Words
	var columns []DataColumn
	for _, column := range table.Columns {
		d := DataColumn{
			Name: column.Name, Words: column.Words,
			Title: v.Text(column.Title(w)), Description: v.Text(column.Description(w)),
			Type: v.T(typeWords + column.Type), Refers: column.Refers,
		}
		if unit := unitWords + column.Name; w.Has(unit) {
			d.Unit = v.T(unit)
		}
		columns = append(columns, d)
	}
	return columns
}

// readRows takes from the rows what the page shows of them: the first ones, an
// example of each column, the latest date.
func (v *View) readRows(page *TablePage, table *site.Table) {
	n := 0
	for row := range table.Rows(v.Council, v.publisher.Brief) {
		if n < firstRows {
			v.addRow(page, row)
		}
		for i := range row {
			if n < exampleIn && page.Dictionary[i].Example == "" {
				page.Dictionary[i].Example = shortened(row[i])
			}
			if table.Columns[i].Name == "modified" {
				if moment, ok := council.ParseMoment(row[i]); ok && moment.Date.First() > page.Dated.First() {
					page.Dated = moment.Date
				}
			}
		}
		n++
	}
}

func (v *View) addRow(page *TablePage, row []string) {
	if page.First == nil {
		page.First = &Table{ID: "First-rows", Caption: v.Counted("open-data.first-rows", min(page.Rows, firstRows), "table", page.Title)}
		for _, column := range page.Dictionary {
			page.First.Columns = append(page.First.Columns, Column{Title: column.Name})
		}
	}
	cells := make([]Cell, len(row))
	for i, text := range row {
		cells[i] = Cell{HTML: safe(escape(shortened(text)))}
	}
	page.First.Rows = append(page.First.Rows, cells)
}

// shortened is the beginning of a long text.
func shortened(text string) string {
	runes := []rune(oneLine(text))
	if len(runes) <= longest {
		return string(runes)
	}
	return string(runes[:longest-1]) + "…"
}
