package data

import (
	"github.com/xuri/excelize/v2"

	"greffe/generator/council"
	"greffe/generator/site"
)

// dictionary is the first sheet: whose data this is and under which licence,
// then every column of every table in each language.
func (book *workbook) dictionary(c *council.Council, b *site.Brief) error {
	about := [][]any{
		{b.Words.Say("package.title", "council", c.Settings.Name)},
		{b.Words.Say("package.description", "council", c.Settings.Name)},
		{b.Words.Say("package.licence.title"), licenceComment(c, b)},
		{b.Words.Say("package.source"), addressOf(b, "council.xlsx")},
		{b.Words.Say("package.date"), lastModified(c).String()},
		{},
	}
	head, widths := []any{"table", "column", "type"}, []float64{24, 26, 10}
	for _, w := range b.Languages {
		head = append(head, "title_"+w.Language, "description_"+w.Language)
		widths = append(widths, 30, 80)
	}
	if err := book.SetSheetName("Sheet1", "dictionary"); err != nil {
		return err
	}
	sheet, err := book.sheet("dictionary", len(about)+1, widths)
	if err != nil {
		return err
	}
	rank := 0
	add := func(style int, values ...any) error {
		rank++
		for i, value := range values {
			values[i] = excelize.Cell{StyleID: style, Value: value}
		}
		at, err := excelize.CoordinatesToCellName(1, rank)
		if err != nil {
			return err
		}
		return sheet.SetRow(at, values)
	}
	for _, line := range about {
		if err := add(book.styles.text, line...); err != nil {
			return err
		}
	}
	if err := add(book.styles.head, head...); err != nil {
		return err
	}
	for _, table := range Tables() {
		line := []any{table.Name, "", "table"}
		for _, w := range b.Languages {
			line = append(line, table.Title(w), table.Description(w))
		}
		if err := add(book.styles.text, line...); err != nil {
			return err
		}
		for _, column := range table.Columns {
			line := []any{table.Name, column.Name, column.Type.String()}
			for _, w := range b.Languages {
				line = append(line, column.Title(w), column.Description(w))
			}
			if err := add(book.styles.text, line...); err != nil {
				return err
			}
		}
	}
	return sheet.Flush()
}
