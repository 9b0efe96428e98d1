package data

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"greffe/generator/council"
	"greffe/generator/site"
)

// XLSX is all the tables as data/v1/council.xlsx, one sheet a table, for people
// who open a spreadsheet: numbers, dates and booleans are what they are, and
// texts are texts, so that no formula is ever evaluated. The first sheet says
// what every column means.
//
// A text of more than 32,767 characters is cut there, which is the format's
// limit; the other formats have it whole.
//
// Library: xuri/excelize writes sheets as a stream, to a temporary file once
// they are large. v2.11.0 is the newest whose dependencies can all be had.
func XLSX(b *site.Brief) []site.File {
	return []site.File{{
		Path:      folder + "council.xlsx",
		MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		Make:      func(w io.Writer, c *council.Council) error { return writeWorkbook(w, c, b) },
	}}
}

// A workbook is an XLSX file being made.
type workbook struct {
	*excelize.File
	styles struct{ head, text, date, local, instant int }
}

func writeWorkbook(w io.Writer, c *council.Council, b *site.Brief) error {
	book := &workbook{File: excelize.NewFile()}
	defer book.Close() // its temporary files; what it wrote is in w by then
	book.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &sortedZip{to: w} })
	if err := book.style(); err != nil {
		return err
	}
	if err := book.describe(c, b); err != nil {
		return err
	}
	if err := book.dictionary(c, b); err != nil {
		return fmt.Errorf("sheet dictionary: %w", err)
	}
	v := look(c, b)
	for _, table := range Tables() {
		if err := book.table(table, v); err != nil {
			return fmt.Errorf("sheet %s: %w", table.Name, err)
		}
	}
	return book.Write(w)
}

func (book *workbook) style() error {
	asText, day, local, instant := 49, "yyyy-mm-dd", "yyyy-mm-dd hh:mm", `yyyy-mm-dd"T"hh:mm:ss"Z"`
	for _, style := range []struct {
		id *int
		of excelize.Style
	}{
		{&book.styles.head, excelize.Style{Font: &excelize.Font{Bold: true}, NumFmt: asText}},
		{&book.styles.text, excelize.Style{NumFmt: asText}}, // stays a text when somebody edits it
		{&book.styles.date, excelize.Style{CustomNumFmt: &day}},
		{&book.styles.local, excelize.Style{CustomNumFmt: &local}},
		{&book.styles.instant, excelize.Style{CustomNumFmt: &instant}},
	} {
		id, err := book.NewStyle(&style.of)
		if err != nil {
			return err
		}
		*style.id = id
	}
	return nil
}

// describe says what the workbook is, with the content's date: the build has
// none.
func (book *workbook) describe(c *council.Council, b *site.Brief) error {
	properties := &excelize.DocProperties{
		Title: b.Words.Say("package.title", "council", c.Settings.Name), Creator: c.Settings.Name, LastModifiedBy: c.Settings.Name,
		Description: licenceComment(c, b), Identifier: addressOf(b, "council.xlsx"), Language: b.Words.Language, Version: Version,
	}
	if latest := lastModified(c); !latest.IsZero() {
		properties.Created = council.Moment{Date: latest}.In(time.UTC).Format(time.RFC3339)
		properties.Modified = properties.Created
	}
	return book.SetDocProps(properties)
}

// sheet starts a sheet whose first rows do not scroll away.
func (book *workbook) sheet(name string, frozen int, widths []float64) (*excelize.StreamWriter, error) {
	if _, err := book.NewSheet(name); err != nil {
		return nil, err
	}
	sheet, err := book.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	for i, width := range widths {
		if err := sheet.SetColWidth(i+1, i+1, width); err != nil {
			return nil, err
		}
	}
	top, err := excelize.CoordinatesToCellName(1, frozen+1)
	if err != nil {
		return nil, err
	}
	return sheet, sheet.SetPanes(&excelize.Panes{Freeze: true, YSplit: frozen, TopLeftCell: top, ActivePane: "bottomLeft"})
}

func (book *workbook) table(t *Table, v *view) error {
	widths := make([]float64, len(t.Columns))
	head := make([]any, len(t.Columns))
	for i, column := range t.Columns {
		widths[i] = max(widthOf[column.Type], float64(len(column.Name)+2))
		head[i] = excelize.Cell{StyleID: book.styles.head, Value: column.Name}
	}
	sheet, err := book.sheet(t.Name, 1, widths)
	if err != nil {
		return err
	}
	if err := sheet.SetRow("A1", head); err != nil {
		return err
	}
	line := make([]any, len(t.Columns))
	rank := 1
	t.each(v, func(cells []Cell) bool {
		for i := range cells {
			line[i] = book.cell(t.Columns[i].Type, &cells[i])
		}
		rank++
		var at string
		if at, err = excelize.CoordinatesToCellName(1, rank); err == nil {
			err = sheet.SetRow(at, line)
		}
		return err == nil
	})
	if err != nil {
		return err
	}
	return sheet.Flush()
}

// widthOf is how wide a column is, in characters.
var widthOf = map[Type]float64{Text: 24, URL: 40, Date: 12, Local: 17, Instant: 22, Integer: 9, Number: 9, Boolean: 9, List: 24}

func (book *workbook) cell(kind Type, c *Cell) any {
	switch c.holds {
	case aNumber:
		return c.number
	case aBoolean:
		return c.number == 1
	case aList:
		if len(c.list) == 0 {
			return nil
		}
		return excelize.Cell{StyleID: book.styles.text, Value: strings.Join(c.list, ";")}
	case aText:
		for _, form := range []struct {
			kind   Type
			layout string
			style  int
		}{
			{Date, "2006-01-02", book.styles.date},
			{Local, "2006-01-02", book.styles.date},
			{Local, "2006-01-02T15:04", book.styles.local},
			{Instant, time.RFC3339, book.styles.instant},
		} {
			if form.kind != kind {
				continue
			}
			if serial, ok := serialOf(form.layout, c.text); ok {
				return excelize.Cell{StyleID: form.style, Value: serial}
			}
		}
		return excelize.Cell{StyleID: book.styles.text, Value: c.text}
	}
	return nil
}

// serialOf is a day as spreadsheets count it. A month, a year, and what was
// before they agree on the count (they take 1900 for a leap year) stay texts.
func serialOf(layout, text string) (float64, bool) {
	t, err := time.Parse(layout, text)
	if err != nil || t.Year() < 1901 {
		return 0, false
	}
	return float64(t.Unix())/86400 + 25569, true
}
