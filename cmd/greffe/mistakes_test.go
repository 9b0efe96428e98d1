package main

import (
	"bytes"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Every mistake is found, each at its line and under its name, all in one run,
// and nothing else is called an error.
func TestEveryMistakeIsFound(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "content")
	writeCorpus(t, dir, mistakesDocuments)
	if found := errorsIn(t, dir); len(found) > 0 {
		t.Fatalf("the corpus has %d errors of its own: %v…", len(found), first(found))
	}
	planted := spoil(t, dir, mistakesPlanted)
	found := errorsIn(t, dir)
	for _, mistake := range planted {
		if !found[mistake] {
			t.Errorf("%v was not found", mistake)
		}
		delete(found, mistake)
	}
	if len(found) > 0 {
		t.Errorf("%d more errors were found: %v…", len(found), first(found))
	}
}

// errorsIn are the errors that check finds.
func errorsIn(t testing.TB, dir string) map[mistake]bool {
	t.Helper()
	var stdout, stderr bytes.Buffer
	run([]string{"check", "--content", dir, "--format", "json", "--as-of", asOf}, &stdout, &stderr)
	found := make(map[mistake]bool)
	decoder := json.NewDecoder(&stdout)
	for decoder.More() {
		var line jsonLine
		if err := decoder.Decode(&line); err != nil {
			t.Fatalf("%v: %s", err, &stderr)
		}
		if line.Severity == "error" {
			found[mistake{strings.TrimPrefix(line.File, filepath.ToSlash(dir)+"/"), line.Line, line.Rule}] = true
		}
	}
	return found
}

func first(found map[mistake]bool) mistake {
	for one := range found {
		return one
	}
	return mistake{}
}

// BenchmarkCheck says how long a check of a corpus with mistakes takes, and how
// many times as long a build of the same without takes.
func BenchmarkCheck(b *testing.B) {
	good, bad := filepath.Join(b.TempDir(), "content"), filepath.Join(b.TempDir(), "content")
	writeCorpus(b, good, 10_000)
	writeCorpus(b, bad, 10_000)
	planted := len(spoil(b, bad, 500))
	var building time.Duration
	for b.Loop() {
		if found := len(errorsIn(b, bad)); found != planted {
			b.Fatalf("%d errors, want %d", found, planted)
		}
		b.StopTimer()
		started := time.Now()
		build(b, good)
		building += time.Since(started)
		b.StartTimer()
	}
	b.ReportMetric(float64(building)/float64(b.Elapsed()), "build/check")
}
