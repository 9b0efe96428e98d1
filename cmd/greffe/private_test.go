package main

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"greffe/generator/council"
)

// Whatever the private values are, the site is the same to the byte, and nothing
// that is said quotes one.
func TestPrivateValuesHaveNoWayOut(t *testing.T) {
	want := tree(t, build(t, "../../content"))
	folder := copyTree(t, "../../content", filepath.Join(t.TempDir(), "content"))
	changed := uint32(0)
	for collection, kind := range documentTypes {
		for _, field := range council.SchemaOf(kind).Fields {
			if !field.Private {
				continue
			}
			written := regexp.MustCompile(`(?m)^` + field.Key + `: .*\n`)
			eachText(t, filepath.Join(folder, collection), func(text string) string {
				changed++
				value := privateValue(t, field, changed)
				if field.Kind == council.KindBoolean {
					value = "false" // somebody who is of age today may have a portrait
				}
				text = written.ReplaceAllString(text, "")
				return strings.Replace(text, "---\n", "---\n"+field.Key+": "+value+"\n", 1)
			})
		}
	}
	if changed < 50 {
		t.Fatalf("only %d private values to change", changed)
	}
	got := tree(t, build(t, folder))
	requireSame(t, got, want)
	for name, text := range got {
		if strings.Contains(text, "canari-field") {
			t.Errorf("%s shows a private value", name)
		}
	}
	// A mistake in each member's header makes messages about the very files: a
	// value that is none, the name of a field that is misspelt.
	for _, mistake := range []string{"email: [", "emial: ", "email: !x ", "email: &x "} {
		wrong := copyTree(t, folder, filepath.Join(t.TempDir(), "content"))
		eachText(t, filepath.Join(wrong, "members"), func(text string) string {
			return strings.Replace(text, "email: ", mistake, 1)
		})
		for _, args := range [][]string{
			{"check"}, {"check", "--format", "json"}, {"check", "--format", "github"}, {"check", "--format", "sarif"}, {"check", "--dry-run"}, {"check", "--strict"},
			{"status"}, {"status", "--format", "json"}, {"status", "--format", "ics"}, {"build", "--out", t.TempDir()},
			{"new", "page", "Une page"}, {"check", "--fix"},
		} {
			var said bytes.Buffer
			run(append(args, "--content", wrong, "--as-of", asOf), &said, &said)
			if said.Len() == 0 || strings.Contains(said.String(), "canari-field") {
				t.Errorf("%v quotes a private value, or says nothing: %s", args, &said)
			}
		}
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
