//go:build full

package search

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"greffe/generator/council"
)

// script runs a module that has the page's own script beside it, and reads what
// it prints.
func script(t *testing.T, name string, result any, arguments ...string) {
	t.Helper()
	text, err := os.ReadFile("../../../static/js/search.js")
	if err != nil {
		t.Fatal(err)
	}
	module := filepath.Join(t.TempDir(), "search.mjs")
	if err := os.WriteFile(module, text, 0o600); err != nil {
		t.Fatal(err)
	}
	var complaints bytes.Buffer
	node := exec.Command("node", append([]string{"testdata/" + name, module}, arguments...)...)
	node.Stderr = &complaints
	said, err := node.Output()
	if err != nil {
		t.Fatalf("running %s: %v\n%s", name, err, &complaints)
	}
	if err := json.Unmarshal(said, result); err != nil {
		t.Fatalf("reading what %s says: %v\n%s", name, err, said)
	}
}

// The script of the page cuts and folds as this package does.
func TestTheScriptFoldsAlike(t *testing.T) {
	var got [][][]string
	script(t, "fold.mjs", &got, "testdata/words.json")
	table := foldings(t)
	if len(got) != len(table) {
		t.Fatalf("%d texts, not %d", len(got), len(table))
	}
	for i, f := range table {
		if !slices.EqualFunc(got[i], f.Words, slices.Equal) {
			t.Errorf("%q:\n got %q\nwant %q", f.Text, got[i], f.Words)
		}
	}
}

// syllables make words that begin alike about as often as those of French do: one
// in forty with "con".
var syllables = strings.Fields("con pro re in dé ex tra com mu ni ci pa ti on é co le san té en vi ron ne ha bi ta nu mé ri que ser ces pu per dis ma ré su")

// lexicon are so many words, of which the first are much the most common.
func lexicon(random *rand.Rand, size int) []string {
	seen := make(map[string]bool)
	var all []string
	for len(all) < size {
		var b strings.Builder
		for range 2 + random.IntN(4) {
			b.WriteString(syllables[random.IntN(len(syllables))])
		}
		if word := b.String(); !seen[word] {
			seen[word] = true
			all = append(all, word)
		}
	}
	return all
}

// library is a council of many opinions, in whose texts words are as frequent
// as in a language (Zipf's law).
func library(documents int) []council.Documented {
	random := rand.New(rand.NewPCG(1, 2))
	lexicon := lexicon(random, 40_000)
	zipf := rand.NewZipf(random, 1.07, 8, uint64(len(lexicon)-1))
	text := func(length int) string {
		var b strings.Builder
		for range length {
			b.WriteString(lexicon[zipf.Uint64()])
			b.WriteByte(' ')
		}
		return b.String()
	}
	var all []council.Documented
	for i := range documents {
		o := opinion(fmt.Sprintf("o%05d", i), int16(2000+i%25), text(8), "## "+text(4)+"\n\n"+text(200+random.IntN(600)))
		o.Summary = text(30)
		all = append(all, o)
	}
	all = append(all, opinion("needle", 2024, "La rue du Bief", "Une aiguille."))
	return all
}

// With ten thousand documents, the first keys load at most fifty kilobytes,
// before any host compresses them, and a query takes the script less than a
// tenth of a second.
func TestTenThousandDocuments(t *testing.T) {
	const most = 50_000
	b := briefFor(t, library(10_000)...)
	s, c := siteOf(t, b), newCatalogue(b)
	started := time.Now()
	made(t, s, c.folder+"words/0.json")
	t.Logf("the index took %v", time.Since(started).Round(time.Millisecond))

	dir := t.TempDir()
	shard, packed := 0, 0
	for _, path := range s.Paths() {
		text := made(t, s, path)
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(path, "/words/") && len(text) > shard {
			shard, packed = len(text), compressed(t, text)
		}
	}
	first := made(t, s, c.folder+"index.json")
	t.Logf("index.json takes %d bytes (gzip %d), the largest of %d shards %d (gzip %d)", len(first), compressed(t, first), c.shards, shard, packed)
	if len(first)+shard > most {
		t.Errorf("a first word loads %d bytes, more than %d", len(first)+shard, most)
	}

	var answers []struct {
		Query        string
		Milliseconds float64
		Count        int
		First        string
	}
	queries := []string{"rue du bief", "proconré", "con", "muni sanvi", "habi numé"}
	for _, document := range slices.Collect(b.Council.Opinions.All())[:5] {
		queries = append(queries, document.Title)
	}
	script(t, "find.mjs", &answers, filepath.Join(dir, filepath.FromSlash(c.folder)), strings.Join(queries, "\n"))
	if len(answers) != len(queries) || answers[0].First != "La rue du Bief" {
		t.Errorf("%+v", answers)
	}
	for _, answer := range answers {
		t.Logf("%.1f ms, %d found: %.40s", answer.Milliseconds, answer.Count, answer.Query)
		if answer.Milliseconds > 100 {
			t.Errorf("%q takes %.0f ms", answer.Query, answer.Milliseconds)
		}
	}
}

func compressed(t *testing.T, text string) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
