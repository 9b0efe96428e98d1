package main

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"
)

var (
	namedTest    = regexp.MustCompile("`([a-z]+)\\.(Test[A-Za-z]+)`")
	declaredTest = regexp.MustCompile(`(?m)^func (Test[A-Za-z]+)\(`)
)

// Each threat that SECURITY.md lists has a test that shows what happens.
func TestEveryThreatHasItsTest(t *testing.T) {
	declared := make(map[string]bool)
	root := os.DirFS("../..")
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() && (entry.Name() == "node_modules" || entry.Name() == ".git") {
			if err == nil {
				err = fs.SkipDir
			}
			return err
		}
		if !strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := fs.ReadFile(root, name)
		for _, match := range declaredTest.FindAllSubmatch(text, -1) {
			declared[path.Base(path.Dir(name))+"."+string(match[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("../../SECURITY.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "\n|---|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 20 {
		t.Errorf("only %d threats", len(rows))
	}
	for _, row := range rows {
		named := namedTest.FindAllStringSubmatch(row, -1)
		if len(named) == 0 {
			t.Errorf("no test shows what happens: %s", row)
		}
		for _, test := range named {
			if !declared[test[1]+"."+test[2]] {
				t.Errorf("there is no test %s.%s: %s", test[1], test[2], row)
			}
		}
	}
}
