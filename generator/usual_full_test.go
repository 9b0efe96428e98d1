//go:build full && !race

package generator_test

const (
	usualSequences     = 200
	usualDemonstration = 10
)
