package seal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestANoteThatCannotBeKeptLeavesNothing(t *testing.T) {
	file := filepath.Join(t.TempDir(), "note")
	if err := os.MkdirAll(filepath.Join(file, "taken"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := new(note).store(file); err == nil {
		t.Error("a note took the place of a folder")
	}
	if _, err := os.Lstat(file + ".new"); !os.IsNotExist(err) {
		t.Errorf("its draft is left behind: %v", err)
	}
}
