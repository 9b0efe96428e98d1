package main

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"greffe/generator/diagnostic"
)

// What somebody has written in the meantime is worth more than any fix.
func TestFixLeavesAFileThatHasChanged(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "ada.md")
	if err := os.WriteFile(file, []byte("theirs"), 0o640); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if err := exchange(root, "ada.md", []byte("what was read"), []byte("mended")); !errors.Is(err, errChanged) {
		t.Errorf("the error is %v", err)
	}
	if err := exchange(root, "ada.md", []byte("theirs"), []byte("mended")); err != nil {
		t.Error(err)
	}
	entries, _ := os.ReadDir(dir)
	text, _ := os.ReadFile(file)
	info, _ := os.Stat(file)
	if string(text) != "mended" || len(entries) != 1 || info.Mode().Perm() != 0o640 {
		t.Errorf("the folder has %v, the file %q and the mode %v", entries, text, info.Mode())
	}
}

func TestFixIsFoundByItsPlaceAndItsWords(t *testing.T) {
	const text = "---\r\nname: \"élu\"\rrole: 'vile'\n"
	for _, test := range []struct {
		fix  diagnostic.Fix
		want int
	}{
		{diagnostic.Fix{Line: 2, Column: 1, Old: "name"}, 5},
		{diagnostic.Fix{Line: 2, Column: 7, Old: "élu"}, 12},  // the quotation mark's place
		{diagnostic.Fix{Line: 2, Column: 9, Old: "lu"}, 14},   // after a letter of two bytes
		{diagnostic.Fix{Line: 3, Column: 7, Old: "vile"}, 25}, // a lone carriage return ends a line
		{diagnostic.Fix{Line: 3, Column: 7, Old: "ville"}, -1},
		{diagnostic.Fix{Line: 9, Column: 1, Old: "name"}, -1},
		{diagnostic.Fix{Line: 3, Column: 99, Old: "vile"}, -1},
	} {
		if got := place([]byte(text), &test.fix); got != test.want {
			t.Errorf("%+v is at %d, want %d", test.fix, got, test.want)
		}
	}
}

func TestCaretStandsUnderItsCharacter(t *testing.T) {
	for text, want := range map[string]int{"été": 3, "e\u0301te\u0301": 3, "日本": 4, "élu·es": 6, "": 0} {
		if got := columns([]rune(text)); got != want {
			t.Errorf("%q takes %d columns, want %d", text, got, want)
		}
	}
}
