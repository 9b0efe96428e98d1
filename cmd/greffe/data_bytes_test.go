package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Only what a change is about has other bytes.
func TestDataChangesWithItsFactsAlone(t *testing.T) {
	folder := copyTree(t, "../../content", filepath.Join(t.TempDir(), "content"))
	before := tree(t, filepath.Join(build(t, folder), "data"))

	t.Run("a layout", func(t *testing.T) {
		layouts := t.TempDir()
		if err := os.WriteFile(layouts+"/notfound.html", []byte(`{{define "main"}}<h1>Perdu</h1>{{end}}`), 0o600); err != nil {
			t.Fatal(err)
		}
		requireSame(t, tree(t, filepath.Join(build(t, folder, "--layouts", layouts), "data")), before)
	})

	t.Run("a word of a glossary", func(t *testing.T) {
		file := filepath.Join(folder, "glossary.yaml")
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(string(text), "definition: \"", "definition: \"Vraiment, ", 1)
		if changed == string(text) {
			changed = strings.Replace(string(text), "definition: ", "definition: Vraiment ", 1)
		}
		if err := os.WriteFile(file, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		after := tree(t, filepath.Join(build(t, folder), "data"))
		var others []string
		for name, text := range after {
			if text != before[name] {
				others = append(others, name)
			}
		}
		slices.Sort(others)
		for _, name := range others {
			of, _, _ := strings.Cut(filepath.Base(name), ".")
			// Those that hold every table, or say the sums of others.
			whole := []string{"council", "SHA256SUMS", "datapackage", "catalog"}
			if of != "glossary" && !slices.Contains(whole, of) {
				t.Errorf("%s has changed with the glossary", name)
			}
		}
		if len(others) < 3 {
			t.Errorf("only %v have changed", others)
		}
	})
}
