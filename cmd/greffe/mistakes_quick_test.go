//go:build !full

package main

const mistakesDocuments, mistakesPlanted = 400, 50
