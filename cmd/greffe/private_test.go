package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	privateEmail = regexp.MustCompile(`(?m)^email: .*$`)
	privateMinor = regexp.MustCompile(`(?m)^minor: .*$`)
)

// Whatever the private values are, the site is the same to the byte.
func TestPrivateValuesHaveNoWayOut(t *testing.T) {
	want := tree(t, build(t, "../../content"))
	folder := copyTree(t, "../../content", filepath.Join(t.TempDir(), "content"))
	changed := 0
	for _, replace := range []struct {
		pattern *regexp.Regexp
		by      string
	}{{privateEmail, "email: canari-prive@secret.example"}, {privateMinor, "minor: false"}} {
		eachText(t, folder+"/members", func(text string) string {
			changed += len(replace.pattern.FindAllString(text, -1))
			return replace.pattern.ReplaceAllString(text, replace.by)
		})
	}
	if changed < 3 {
		t.Fatalf("only %d private values to change", changed)
	}
	got := tree(t, build(t, folder))
	requireSame(t, got, want)
	for name, text := range got {
		if strings.Contains(text, "canari-prive") {
			t.Errorf("%s shows a private value", name)
		}
	}
	var said bytes.Buffer
	run([]string{"check", "--content", folder, "--as-of", asOf}, &said, &said)
	if strings.Contains(said.String(), "canari-prive") {
		t.Errorf("a message quotes a private value: %s", &said)
	}
}

// What is a draft, under embargo or confidential bears a canary: a word that
// stands nowhere else.
func TestUnpublishedDocumentsLeaveNoTrace(t *testing.T) {
	canaries := make(map[string]string)
	for name, text := range tree(t, "../../content") {
		for _, canary := range canary.FindAllString(text, -1) {
			canaries[canary] = strings.TrimSuffix(filepath.Base(name), ".md")
		}
	}
	if len(canaries) < 3 {
		t.Fatalf("only %d canaries in the content", len(canaries))
	}
	for name, text := range tree(t, build(t, "../../content")) {
		for canary, id := range canaries {
			if strings.Contains(text, canary) || strings.Contains(name, canary) {
				t.Errorf("%s shows %s", name, canary)
			}
			// An id may look like a month, which pages do write: its addresses may not.
			for _, address := range []string{"/" + id + "/", id + "/r1", id + "/" + id} {
				if strings.Contains(text, address) || strings.Contains("/"+name, address) {
					t.Errorf("%s names the unpublished document %s", name, id)
				}
			}
		}
	}
}

var canary = regexp.MustCompile(`CANARI-[A-Z0-9a-z-]+`)
