//go:build !full || race

package main

// How many random councils have their private values changed.
const usualInterferences = 4
