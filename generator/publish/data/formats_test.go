package data

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"encoding/csv"
	"encoding/hex"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/xuri/excelize/v2"
)

// records are the rows of a table's CSV file, by any reader, the header left
// out.
func records(t *testing.T, published map[string][]byte, table *Table) [][]string {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(published[folder+table.Name+".csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

func TestWorkbookSaysWhatTheTablesSay(t *testing.T) {
	published := tiny(t)
	book, err := excelize.OpenReader(bytes.NewReader(published[folder+"council.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheets := book.GetSheetList()
	if len(sheets) != len(Tables())+1 || sheets[0] != "dictionary" {
		t.Errorf("the sheets are %v", sheets)
	}
	for _, table := range Tables() {
		lines, err := book.GetRows(table.Name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		want := records(t, published, table)
		if len(lines) != len(want)+1 || strings.Join(lines[0], ",") != table.Header() {
			t.Errorf("%s: %d lines, want %d; header %v", table.Name, len(lines), len(want)+1, lines[0])
			continue
		}
		for i, record := range want {
			for j, text := range record {
				got := ""
				if j < len(lines[i+1]) {
					got = lines[i+1][j]
				}
				if days, err := strconv.ParseFloat(got, 64); err == nil && table.Columns[j].Type != Text {
					got = sixDecimals(days) // a reader of spreadsheets rounds
				}
				if text = inSheet(table.Columns[j].Type, text); got != text {
					t.Errorf("%s %s: %s is %q, want %q", table.Name, record[0], table.Columns[j].Name, got, text)
				}
			}
		}
	}
}

// inSheet is a text of a CSV file as a spreadsheet holds it.
func inSheet(kind Type, text string) string {
	if text != "" && kind == Boolean {
		text = map[string]string{"true": "1", "false": "0"}[text]
	}
	for _, layout := range map[Type][]string{Date: {time.DateOnly}, Local: {time.DateOnly, "2006-01-02T15:04"}, Instant: {time.RFC3339}}[kind] {
		if at, err := time.Parse(layout, text); err == nil {
			days := at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
			return sixDecimals(days)
		}
	}
	if number, err := strconv.ParseFloat(text, 64); err == nil && kind != Text {
		return sixDecimals(number)
	}
	return text
}

func sixDecimals(n float64) string { return strconv.FormatFloat(n, 'f', 6, 64) }

func TestWorkbookEvaluatesNothing(t *testing.T) {
	published := tiny(t)
	book, err := excelize.OpenReader(bytes.NewReader(published[folder+"council.xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeInlineString, "B2": excelize.CellTypeInlineString} {
		if kind, err := book.GetCellType("members", cell); err != nil || kind != want {
			t.Errorf("members!%s is of type %v, %v", cell, kind, err)
		}
	}
	if cell := (&workbook{}).cell(Text, &Cell{holds: aText, text: "=1+1"}).(excelize.Cell); cell.Formula != "" || cell.Value != "=1+1" {
		t.Errorf("a text became %+v", cell)
	}
}

func TestParquetSaysWhatTheTablesSay(t *testing.T) {
	published := tiny(t)
	for _, table := range Tables() {
		text := published[folder+table.Name+".parquet"]
		file, err := parquet.OpenFile(bytes.NewReader(text), int64(len(text)))
		if err != nil {
			t.Fatal(err)
		}
		if licence, _ := file.Lookup("licence"); licence != licencePaths["etalab-2.0"] {
			t.Errorf("%s: licence %q", table.Name, licence)
		}
		var names []string
		for _, field := range file.Schema().Fields() {
			names = append(names, field.Name())
		}
		if strings.Join(names, ",") != table.Header() {
			t.Errorf("%s has the columns %v", table.Name, names)
		}
		want := records(t, published, table)
		rows := make([]parquet.Row, len(want)+1)
		reader := parquet.NewReader(file)
		n, _ := reader.ReadRows(rows)
		if n != len(want) {
			t.Errorf("%s: %d rows, want %d", table.Name, n, len(want))
			continue
		}
		for i, row := range rows[:n] {
			for j, cell := range want[i] {
				if got := inParquet(table.Columns[j], row, j); got != cell {
					t.Errorf("%s %s: %s is %q, want %q", table.Name, want[i][0], names[j], got, cell)
				}
			}
		}
	}
}

// inParquet is a column of a row as CSV writes it.
func inParquet(column *Column, row parquet.Row, place int) string {
	var values []string
	for _, value := range row {
		switch {
		case value.Column() != place || value.IsNull():
		case column.Type == Instant:
			values = append(values, time.UnixMilli(value.Int64()).UTC().Format(time.RFC3339))
		default:
			values = append(values, value.String())
		}
	}
	return strings.Join(values, ";")
}

func TestDatabaseSaysWhatTheTablesSay(t *testing.T) {
	published := tiny(t)
	db := opened(t, published[folder+"council.sqlite"])
	for _, check := range []string{"PRAGMA integrity_check", "SELECT coalesce((SELECT 'row of ' || \"table\" FROM pragma_foreign_key_check), 'ok')"} {
		var said string
		if err := db.QueryRow(check).Scan(&said); err != nil || said != "ok" {
			t.Errorf("%s: %s, %v", check, said, err)
		}
	}
	for _, table := range Tables() {
		rows, err := db.Query("SELECT * FROM " + quoted(table.Name) + " ORDER BY rowid")
		if err != nil {
			t.Fatal(err)
		}
		defer rows.Close()
		for _, record := range records(t, published, table) {
			if !rows.Next() {
				t.Fatalf("%s has no row %s", table.Name, record[0])
			}
			cells, into := make([]sql.NullString, len(record)), make([]any, len(record))
			for i := range cells {
				into[i] = &cells[i]
			}
			if err := rows.Scan(into...); err != nil {
				t.Fatal(err)
			}
			for i, cell := range cells {
				want := record[i]
				if table.Columns[i].Type == Boolean && want != "" {
					want = map[string]string{"true": "1", "false": "0"}[want]
				}
				if cell.String != want || cell.Valid == (want == "") {
					t.Errorf("%s %s: %s is %q, want %q", table.Name, record[0], table.Columns[i].Name, cell.String, want)
				}
			}
		}
		if rows.Next() {
			t.Errorf("%s has too many rows", table.Name)
		}
	}
}

func opened(t *testing.T, database []byte) *sql.DB {
	t.Helper()
	name := filepath.Join(t.TempDir(), "council.sqlite")
	if err := os.WriteFile(name, database, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestSumsAreThoseOfEveryFile(t *testing.T) {
	published := tiny(t)
	said := make(map[string]string)
	for line := range strings.Lines(string(published[folder+"SHA256SUMS"])) {
		sum, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "  ")
		said[folder+name] = sum
	}
	for path, text := range published {
		if !strings.HasPrefix(path, folder) || path == folder+"SHA256SUMS" {
			continue
		}
		sum := sha256.Sum256(text)
		if said[path] != hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %q", path, said[path])
		}
		delete(said, path)
	}
	if len(said) > 0 {
		t.Errorf("there are no files %v", said)
	}
}
