package main

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// The same input gives the same bytes, whatever the machine.
func TestSiteDependsOnItsInputAlone(t *testing.T) {
	want := tree(t, build(t, "../../content"))

	t.Run("one processor", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
		requireSame(t, tree(t, build(t, "../../content")), want)
	})
	t.Run("eight processors", func(t *testing.T) {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(8))
		requireSame(t, tree(t, build(t, "../../content")), want)
	})
	t.Run("another time zone and language", func(t *testing.T) {
		t.Setenv("TZ", "Pacific/Kiritimati")
		t.Setenv("LANG", "en_US.UTF-8")
		requireSame(t, tree(t, build(t, "../../content")), want)
	})
	t.Run("another folder, files made in another order", func(t *testing.T) {
		folder := filepath.Join(t.TempDir(), "autre dossier")
		copyBackwards(t, "../../content", folder)
		requireSame(t, tree(t, build(t, folder)), want)
	})
	t.Run("line ends of Windows", func(t *testing.T) {
		folder := copyTree(t, "../../content", filepath.Join(t.TempDir(), "windows"))
		eachText(t, folder, func(text string) string { return strings.ReplaceAll(text, "\n", "\r\n") })
		requireSame(t, tree(t, build(t, folder)), want)
	})
}

// eachText changes every Markdown and YAML file of a folder.
func eachText(t *testing.T, folder string, change func(string) string) {
	t.Helper()
	for name, text := range tree(t, folder) {
		if ext := filepath.Ext(name); ext != ".md" && ext != ".yaml" {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, name), []byte(change(text)), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// copyBackwards makes the files of a folder in the reverse order of their names.
func copyBackwards(t *testing.T, from, to string) {
	t.Helper()
	entries, err := os.ReadDir(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(to, 0o700); err != nil {
		t.Fatal(err)
	}
	for i := len(entries) - 1; i >= 0; i-- {
		name := entries[i].Name()
		if entries[i].IsDir() {
			copyBackwards(t, filepath.Join(from, name), filepath.Join(to, name))
			continue
		}
		text, err := os.ReadFile(filepath.Join(from, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(to, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
