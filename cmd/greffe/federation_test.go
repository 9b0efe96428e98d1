//go:build full

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// A country's councils have each a site of their own. Whoever asks a question of
// all asks it of the files, over HTTP: here DuckDB, of a hundred.
func TestAQuestionToAHundredCouncils(t *testing.T) {
	const councils = 100
	sites := t.TempDir()
	want := make(map[string]int) // opinions, by council
	var list []string
	for i := range councils {
		name := fmt.Sprintf("council-%03d", i)
		content := t.TempDir()
		if err := os.CopyFS(content, os.DirFS("testdata/small")); err != nil {
			t.Fatal(err)
		}
		for more := range i % 7 {
			opinion := fmt.Sprintf("---\ntitle: Opinion %d of %s\nkind: opinion\nstatus: adopted\nadopted_on: 2025-03-0%d\n---\n", more+1, name, more+1)
			path := filepath.Join(content, "opinions", fmt.Sprintf("2025-%02d.md", more+1))
			if err := os.WriteFile(path, []byte(opinion), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want[name] = 1 + i%7
		var stdout, stderr bytes.Buffer
		arguments := []string{"build", "--content", content, "--out", filepath.Join(sites, name), "--base-url", "https://" + name + ".example", "--as-of", asOf, "--only", "data/parquet"}
		if code := run(arguments, &stdout, &stderr); code != exitDone {
			t.Fatalf("building %s: %s", name, &stderr)
		}
		list = append(list, name)
	}

	checkers, err := filepath.Abs("../../generator/publish/data/testdata/checkers")
	if err != nil {
		t.Fatal(err)
	}
	var ranges, asked atomic.Int64
	files := http.FileServer(http.Dir(sites))
	mux := http.NewServeMux()
	mux.HandleFunc("/{$}", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Type", "text/html") })
	mux.HandleFunc("/node_modules/", func(w http.ResponseWriter, r *http.Request) {
		if filepath.Ext(r.URL.Path) == "" { // as bundlers complete the names of modules
			r.URL.Path += ".js"
		}
		http.FileServer(http.Dir(checkers)).ServeHTTP(w, r)
	})
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasPrefix(r.URL.Path, "/council-") {
			asked.Add(1)
			if r.Header.Get("Range") != "" {
				ranges.Add(1)
			}
			files.ServeHTTP(w, r)
			return
		}
		mux.ServeHTTP(w, r)
	}))
	defer server.Close()

	var urls []string
	for _, name := range list {
		urls = append(urls, "'"+server.URL+"/"+name+"/data/v1/opinions.parquet'")
	}
	query := "SELECT regexp_extract(url, '//([^./]+)', 1) AS council, count(*) AS opinions FROM read_parquet([" +
		strings.Join(urls, ", ") + "]) GROUP BY 1 ORDER BY 1"
	started := time.Now()
	node := exec.Command("node", "federation.mjs", server.URL, query)
	node.Dir = checkers
	node.Stderr = os.Stderr
	said, err := node.Output()
	if err != nil {
		t.Fatalf("asking DuckDB: %v", err)
	}
	var rows []struct{ Council, Opinions string }
	if err := json.Unmarshal(said, &rows); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if len(rows) != councils {
		t.Errorf("%d councils answer, of %d", len(rows), councils)
	}
	for _, row := range rows {
		if n, err := strconv.Atoi(row.Opinions); err != nil || n != want[row.Council] {
			t.Errorf("%s has %s opinions, not %d", row.Council, row.Opinions, want[row.Council])
		}
	}
	if ranges.Load() == 0 {
		t.Error("nothing was asked for by ranges")
	}
	t.Logf("%d councils answer in %s, the browser's start included; %d requests, %d of them for ranges", len(rows), time.Since(started).Round(time.Millisecond), asked.Load(), ranges.Load())
}
