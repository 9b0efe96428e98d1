package main

import (
	"os"
	"testing"
)

// The golden copy is the site of a council that has one of everything, in all
// its text formats: those that are compressed would change with a library, and
// so would the sums of them. Its difference, after go test -update, is read like
// code.
func TestSmallCouncilMakesTheGoldenSite(t *testing.T) {
	const golden = "testdata/golden"
	site := build(t, "testdata/small", "--only", "page,asset,data/csv,data/json,data/csvw,data/package,data/object,data/popolo,feed,host")
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		copyTree(t, site, golden)
	}
	requireSame(t, tree(t, site), tree(t, golden))
}
