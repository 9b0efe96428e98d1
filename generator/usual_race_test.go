//go:build race

package generator_test

const (
	usualSequences     = 20
	usualDemonstration = 1
)
