//go:build full

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// formCheckers is where npm puts the web form and what drives it.
const formCheckers = "../../generator/schema/testdata/checkers"

// The web form is made from what npm installed, is published with the site, and
// opens in a browser as a French editor would open it: without an error, with
// the model's own labels, and without asking anything of another server.
func TestWebFormInABrowser(t *testing.T) {
	checkers, err := filepath.Abs(formCheckers)
	if err != nil {
		t.Fatal(err)
	}
	content, err := filepath.Abs("../../content")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := os.Symlink(filepath.Join(checkers, "node_modules"), "node_modules"); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run([]string{"schema", "--cms", "--content", content, "--lang", "fr"}, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	if code := run([]string{"build", "--content", content, "--static", "static", "--out", "site", "--as-of", asOf}, &stdout, &stderr); code != exitDone {
		t.Fatalf("exit code %d: %s", code, &stderr)
	}
	config, err := filepath.Abs("site/admin/config.yml")
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "config.mjs", config)
	node.Dir = checkers
	if said, err := node.CombinedOutput(); err != nil || len(said) > 0 {
		t.Errorf("the form's configuration is not valid: %v\n%s", err, said)
	}
	site, err := filepath.Abs("site")
	if err != nil {
		t.Fatal(err)
	}
	node = exec.Command("node", "form.mjs", site)
	node.Dir = checkers
	said, err := node.Output()
	if err != nil {
		t.Fatalf("driving the browser: %v", err)
	}
	var seen struct {
		Console, Elsewhere         []string
		Start, Menu, Form, Failure string
	}
	if err := json.Unmarshal(said, &seen); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	if seen.Failure != "" || len(seen.Console) > 0 || len(seen.Elsewhere) > 0 {
		t.Errorf("failure: %s\nconsole: %q\nasked elsewhere: %q", seen.Failure, seen.Console, seen.Elsewhere)
	}
	for _, wanted := range []struct{ in, text string }{
		{seen.Start, "Travailler avec un dépôt de test"}, // the form's own words
		{seen.Menu, "Séances"}, {seen.Menu, "Avis"}, {seen.Menu, "Membres"},
		{seen.Form, "Date de convocation"}, {seen.Form, "Dans le cadre de"},
		{seen.Form, "Forme de la séance : plénière, réunion publique, audition, ou autre."},
		{seen.Form, "accès réservé aux membres"},
	} {
		if !strings.Contains(wanted.in, wanted.text) {
			t.Errorf("%q is not in:\n%s", wanted.text, wanted.in)
		}
	}
	headers, err := os.ReadFile("site/_headers")
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(headers, []byte("default-src 'none'; style-src 'self';")) {
		t.Error("the pages' policy would be added to the form's")
	}
}
