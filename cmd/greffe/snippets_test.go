//go:build full

package main

import (
	"context"
	"html"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The examples on the pages about the tables are run as they stand there, on a
// site that is served, and find as many rows as the page says; but for those of
// pandas and R, which are much to install. DuckDB would download its HTTP
// extension: it is given the files of the folder instead.
func TestSnippetsRun(t *testing.T) {
	files := http.NewServeMux()
	server := httptest.NewServer(files)
	defer server.Close()
	site := build(t, "../../content", "--base-url", server.URL)
	files.Handle("/", http.FileServer(http.Dir(site)))

	for _, table := range []string{"sessions", "attendance", "opinions", "changes"} {
		t.Run(table, func(t *testing.T) {
			page, err := os.ReadFile(filepath.Join(site, "donnees", table, "index.html"))
			if err != nil {
				t.Fatal(err)
			}
			rows := rowsSaid(t, string(page))
			snippets := snippetsOf(string(page))
			expect := func(what, got string) {
				t.Helper()
				if got = strings.TrimSpace(got); got != strconv.Itoa(rows) {
					t.Errorf("%s finds %s rows; the page says %d", what, got, rows)
				}
			}
			python := strings.Join(snippets["Python"], "\n")
			expect("Python", command(t, site, "python3", "-c", python+"\nprint(len(rows))"))

			here := t.TempDir()
			command(t, here, "sh", "-c", snippets["curl"][0])
			csv, err := os.ReadFile(filepath.Join(here, table+".csv"))
			if published, _ := os.ReadFile(filepath.Join(site, "data/v1", table+".csv")); err != nil || string(csv) != string(published) {
				t.Errorf("curl fetches another file: %v", err)
			}
			expect("jq", strconv.Itoa(strings.Count(command(t, site, "sh", "-c", snippets["curl, jq"][0]), "\n")))

			if len(snippets["DuckDB"]) != 2 {
				t.Errorf("of CSV and of Parquet, DuckDB is asked %q", snippets["DuckDB"])
			}
			for _, query := range snippets["DuckDB"] {
				query = strings.TrimSuffix(strings.ReplaceAll(query, server.URL, site), ";")
				expect("DuckDB: "+query, duckdb(t, "SELECT count(*) FROM ("+query+")"))
			}
		})
	}
}

func duckdb(t *testing.T, query string) string {
	t.Helper()
	const checkers = "../../generator/publish/data/testdata/checkers"
	if _, err := os.Stat(filepath.Join(checkers, "node_modules/@duckdb")); err != nil {
		t.Fatal("the validators are not installed: run make tools")
	}
	return command(t, checkers, "node", "--input-type=module", "-e", `
import { DuckDBInstance } from '@duckdb/node-api'
const connection = await (await DuckDBInstance.create(':memory:')).connect()
console.log(String((await connection.runAndReadAll(process.argv[1])).getRows()[0][0]))`, query)
}

func command(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Minute)
	defer stop()
	run := exec.CommandContext(ctx, name, args...)
	run.Dir = dir
	var problem strings.Builder
	run.Stderr = &problem
	out, err := run.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, &problem)
	}
	return string(out)
}

var (
	snippet = regexp.MustCompile(`<div><dt>([^<]+)</dt>((?:<dd><code lang="en">[^<]*</code></dd>)+)</div>`)
	code    = regexp.MustCompile(`<code lang="en">([^<]*)</code>`)
	said    = regexp.MustCompile(`<dt>Nombre de lignes</dt><dd>([^<]*)</dd>`)
)

// snippetsOf are the lines of code on a page, by the tool that they are for.
func snippetsOf(page string) map[string][]string {
	found := make(map[string][]string)
	for _, tool := range snippet.FindAllStringSubmatch(page, -1) {
		for _, line := range code.FindAllStringSubmatch(tool[2], -1) {
			found[tool[1]] = append(found[tool[1]], html.UnescapeString(line[1]))
		}
	}
	return found
}

func rowsSaid(t *testing.T, page string) int {
	t.Helper()
	found := said.FindStringSubmatch(page)
	if found == nil {
		t.Fatal("the page does not say how many rows there are")
	}
	digits := strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, html.UnescapeString(found[1]))
	n, err := strconv.Atoi(digits)
	if err != nil {
		t.Fatal(err)
	}
	return n
}
