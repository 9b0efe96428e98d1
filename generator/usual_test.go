//go:build !full && !race

package generator_test

// How many sequences of edits are tried in the quick tests.
const (
	usualSequences     = 10
	usualDemonstration = 0
)
