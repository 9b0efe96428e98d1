//go:build full

package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// html-validate finds no error on any page of any site, by its recommended
// rules. Four of them are not ours (htmlvalidate.json):
//
//   - doctype-style: HTML does not tell capitals apart there, nor need it;
//   - long-title: a title is the document's own, of which a search engine shows
//     the beginning;
//   - prefer-native-element, of role="region": the frame of a wide table is no
//     part of the text, which is what <section> is for;
//   - aria-label-misuse, of what may be named but rarely is: a list of filters
//     bears the name of what it filters by.
func TestHTMLValidateFindsNoError(t *testing.T) {
	tool, err := filepath.Abs("testdata/checkers/node_modules/html-validate/bin/html-validate.mjs")
	if err != nil {
		t.Fatal(err)
	}
	settings, err := filepath.Abs("testdata/checkers/htmlvalidate.json")
	if err != nil {
		t.Fatal(err)
	}
	all := sites()
	all["small"] = "testdata/small"
	found := filepath.Join(t.TempDir(), "found.json") // a pipe would lose the end of it
	arguments := []string{tool, "--config", settings, "--formatter", "json=" + found}
	for _, content := range all {
		arguments = append(arguments, filepath.Join(build(t, content), "**", "*.html"))
	}
	output, err := exec.Command("node", arguments...).CombinedOutput()
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		t.Fatalf("running html-validate: %v", err)
	}
	text, err := os.ReadFile(found)
	if err != nil {
		t.Fatalf("html-validate stopped: %v\n%s", err, output)
	}
	var pages []struct {
		FilePath string
		Messages []struct {
			RuleID, Message, Selector string
			Line                      int
		}
	}
	if err := json.Unmarshal(text, &pages); err != nil {
		t.Fatalf("reading what html-validate says: %v", err)
	}
	for _, page := range pages {
		for _, m := range page.Messages {
			t.Errorf("%s:%d: %s: %s (%s)", page.FilePath, m.Line, m.RuleID, m.Message, m.Selector)
		}
	}
}
