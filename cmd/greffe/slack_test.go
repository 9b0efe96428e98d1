//go:build !race

package main

// slack is how much more of everything the race detector may take.
const slack = 1
