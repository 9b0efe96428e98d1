package main

import (
	"os"
	"testing"
)

// The golden copy is the whole site of a council that has one of everything.
// Its difference, after go test -update, is read like code.
func TestSmallCouncilMakesTheGoldenSite(t *testing.T) {
	const golden = "testdata/golden"
	site := build(t, "testdata/small")
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		copyTree(t, site, golden)
	}
	requireSame(t, tree(t, site), tree(t, golden))
}
