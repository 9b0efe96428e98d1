//go:build full

package data_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/write"
)

const checkers = "testdata/checkers"

// The demonstration council and five real ones, as their re-users load them:
// see the checkers, each of which says what it checks and with whose code.
func TestValidatorsHaveNothingToSay(t *testing.T) {
	if _, err := os.Stat(filepath.Join(checkers, "node_modules")); err != nil {
		t.Fatal("the validators are not installed: run make tools")
	}
	councils, err := filepath.Glob("../../testdata/councils/*/council.yaml")
	if err != nil || len(councils) < 5 {
		t.Fatal(councils, err)
	}
	for _, settings := range append(councils, "../../../content/council.yaml") {
		content := filepath.Dir(settings)
		t.Run(filepath.Base(content), func(t *testing.T) {
			site := built(t, content)
			check := exec.Command("node", "check.mjs", site)
			check.Dir = checkers
			var out, failed bytes.Buffer
			check.Stdout, check.Stderr = &out, &failed
			err := check.Run()
			var said struct {
				Counted  map[string]map[string]float64
				Problems []string
			}
			if broken := json.Unmarshal(out.Bytes(), &said); broken != nil {
				t.Fatalf("%v %v\n%s", err, broken, &failed)
			}
			for _, problem := range said.Problems {
				t.Error(problem)
			}
			for name, counted := range said.Counted {
				t.Log(name, counted)
			}
			if rows := rowsInWorkbook(t, site); said.Counted["queries"]["rows"] == 0 || float64(rows) != said.Counted["queries"]["rows"] {
				t.Errorf("the workbook has %d rows, the CSV files %v", rows, said.Counted["queries"]["rows"])
			}
		})
	}
}

func TestSumsCheck(t *testing.T) {
	sums := exec.Command("sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS")
	sums.Dir = filepath.Join(built(t, "../../../content"), "data/v1")
	if out, err := sums.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func built(t *testing.T, content string) string {
	t.Helper()
	g := &generator.Generator{
		Content: os.DirFS(content), Layouts: []fs.FS{os.DirFS("../../../layouts")}, Static: []fs.FS{os.DirFS("../../../static")},
		AsOf: func(*time.Location) council.Moment {
			return council.Moment{Date: council.Date{Year: 2026, Month: 11, Day: 20}}
		},
	}
	site := filepath.Join(t.TempDir(), "site")
	if _, found, err := g.Build(t.Context(), site, write.Options{}); err != nil {
		t.Fatal(err, found)
	}
	return site
}

func rowsInWorkbook(t *testing.T, site string) int {
	t.Helper()
	book, err := excelize.OpenFile(filepath.Join(site, "data/v1/council.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	rows := 0
	for _, sheet := range book.GetSheetList() {
		if strings.HasPrefix(sheet, "dictionary") {
			continue
		}
		lines, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		rows += len(lines) - 1
	}
	return rows
}
