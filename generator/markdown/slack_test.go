//go:build !race

package markdown

// slack is how much more of everything the race detector may take.
const slack = 1
