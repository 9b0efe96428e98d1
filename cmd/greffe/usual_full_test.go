//go:build full && !race

package main

const usualInterferences = 1000
