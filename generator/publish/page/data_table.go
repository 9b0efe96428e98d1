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
		survey := v.survey(table)
		page.Dictionary = v.dictionary(table, survey.examples)
		page.First = v.firstRows(page, survey.first)
		page.Dated = survey.dated
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

func (v *View) dictionary(table *site.Table, examples []string) []DataColumn {
	w := v.publisher.Words
	var columns []DataColumn
	for i, column := range table.Columns {
		d := DataColumn{
			Name: column.Name, Words: column.Words, Example: examples[i],
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

// firstRows are the first rows of a table, as they are in its file.
func (v *View) firstRows(page *TablePage, rows [][]string) *Table {
	if len(rows) == 0 {
		return nil
	}
	first := &Table{ID: "First-rows", Caption: v.Counted("open-data.first-rows", len(rows), "table", page.Title)}
	for _, column := range page.Dictionary {
		first.Columns = append(first.Columns, Column{Title: column.Name})
	}
	for _, row := range rows {
		cells := make([]Cell, len(row))
		for i, text := range row {
			cells[i] = Cell{HTML: safe(escape(text))}
		}
		first.Rows = append(first.Rows, cells)
	}
	return first
}
