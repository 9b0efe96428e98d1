//go:build full

package main

import (
	"encoding/json"
	"os/exec"
	"strings"
	"testing"
)

// An editor opens a page, breaks its file, mends it, deletes a document, gives
// it another name, and looks at a draft; and nothing of what helps her is
// published.
func TestPreviewInABrowser(t *testing.T) {
	l := &live{TB: t, dir: t.TempDir()}
	copyTree(t, "../../content", l.at("content"))
	address := l.serves("--as-of", asOf)
	node := exec.Command("node", "preview.mjs", address, l.at("content"))
	node.Dir = "testdata/checkers"
	said, err := node.Output()
	if err != nil {
		t.Fatalf("driving the browser: %v", err)
	}
	var seen struct {
		Failure                          string
		Console, Elsewhere               []string
		Bar, Broken, Mended, Kept, Draft string
		Source, Place, GoneBar           string
		Before, After, Still             float64
		Gone, Renamed, Hidden, Shown     int
		Linked, Unlinked                 int
		ElsewhereHidden                  int
	}
	if err := json.Unmarshal(said, &seen); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if seen.Failure != "" || len(seen.Console) > 0 || len(seen.Elsewhere) > 0 {
		t.Fatalf("failure: %s\nconsole: %q\nasked elsewhere: %q\n%s\n%s", seen.Failure, seen.Console, seen.Elsewhere, l.stdout.text(), l.stderr.text())
	}
	for _, wanted := range []struct{ in, text string }{
		{seen.Bar, "opinions/2024-01.md"},
		{seen.Source, "vscode://file/"}, {seen.Source, "/opinions/2024-01.md:1:1"},
		{seen.Broken, "opinions/2024-01.md:5:9"}, {seen.Broken, "status: adpted"}, {seen.Broken, "adopted"},
		{seen.Broken, "La page montre la dernière version sans erreur."},
		{seen.Place, "/opinions/2024-01.md:5:9"},
		{seen.Kept, "Compter les piétons"},
		{seen.GoneBar, "Montrer les brouillons"},
		{seen.Draft, "n'est pas publiée"},
	} {
		if !strings.Contains(wanted.in, wanted.text) {
			t.Errorf("%q is not in:\n%s", wanted.text, wanted.in)
		}
	}
	if strings.Contains(seen.Mended, "adpted") {
		t.Errorf("mended, the bar still says:\n%s", seen.Mended)
	}
	if seen.Before < 500 || seen.After != seen.Before || seen.Still != seen.Before {
		t.Errorf("the place in the page was %v, then %v, then %v", seen.Before, seen.After, seen.Still)
	}
	if seen.Gone != 404 || seen.Renamed != 404 {
		t.Errorf("a deleted document answers %d, a renamed one %d", seen.Gone, seen.Renamed)
	}
	if seen.Hidden != 404 || seen.Shown != 200 || seen.ElsewhereHidden != 404 || seen.Linked == 0 || seen.Unlinked != 0 {
		t.Errorf("drafts: hidden %d, shown %d, in another browser %d, %d links then %d", seen.Hidden, seen.Shown, seen.ElsewhereHidden, seen.Linked, seen.Unlinked)
	}
	l.stops()
	for path, text := range tree(t, build(t, l.at("content"))) {
		if strings.Contains(text, "greffe-preview") || strings.Contains(text, "/.greffe/") {
			t.Errorf("%s has something of the preview's", path)
		}
	}
}
