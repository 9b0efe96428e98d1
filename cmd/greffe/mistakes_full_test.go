//go:build full

package main

const mistakesDocuments, mistakesPlanted = 10_000, 500
