//go:build full

package schema_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/schema"
)

const checkers = "testdata/checkers"

// written are the schemas of a council in a folder of their own.
func written(t *testing.T, c *council.Council) string {
	t.Helper()
	files, err := schema.Files(c, french(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, file := range files {
		if err := os.WriteFile(filepath.Join(dir, file.Name), file.Text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// A sample is a text to be validated.
type sample struct {
	Schema string `json:"schema"`
	Text   string `json:"text"`
	Name   string `json:"name"`
}

func validate(t *testing.T, samples []sample) string {
	t.Helper()
	var input bytes.Buffer
	encoder := json.NewEncoder(&input)
	for _, s := range samples {
		if err := encoder.Encode(s); err != nil {
			t.Fatal(err)
		}
	}
	node := exec.Command("node", "validate.mjs")
	node.Dir, node.Stdin = checkers, &input
	said, err := node.CombinedOutput()
	if err != nil {
		t.Fatalf("running the validator: %v\n%s", err, said)
	}
	return string(said)
}

// headerOf is a document's header, without its dashes.
func headerOf(text string) string {
	header, _, _ := strings.Cut(strings.TrimPrefix(strings.ReplaceAll(text, "\r\n", "\n"), "---\n"), "\n---\n")
	return header
}

// Every file that the tests' councils have is valid: the schemas refuse nothing
// that the reader accepts.
func TestContentIsValid(t *testing.T) {
	for name, folder := range councils {
		t.Run(name, func(t *testing.T) {
			dir := written(t, open(t, folder))
			var samples []sample
			err := fs.WalkDir(os.DirFS(folder), ".", func(file string, entry fs.DirEntry, err error) error {
				if err != nil || entry.IsDir() || strings.HasPrefix(path.Base(file), "LISEZMOI") {
					return err
				}
				text, err := os.ReadFile(filepath.Join(folder, file))
				if err != nil {
					return err
				}
				collection, _, nested := strings.Cut(file, "/")
				switch document := council.NewDocument(collection); {
				case path.Ext(file) == ".yaml":
					samples = append(samples, sample{filepath.Join(dir, strings.TrimSuffix(file, ".yaml")+".schema.json"), string(text), file})
				case path.Ext(file) != ".md":
				case strings.Contains(strings.TrimSuffix(path.Base(file), ".md"), "."):
					samples = append(samples, sample{filepath.Join(dir, "translation.schema.json"), headerOf(string(text)), file})
				case nested && document != nil:
					samples = append(samples, sample{filepath.Join(dir, council.SchemaOf(document).Name+".schema.json"), headerOf(string(text)), file})
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if len(samples) < 5 {
				t.Fatalf("only %d files", len(samples))
			}
			if said := validate(t, samples); said != "" {
				t.Errorf("these are valid:\n%s", said)
			}
		})
	}
}

// The shapes that the reader takes are valid, the mistakes that it tells are
// not.
func TestShapes(t *testing.T) {
	dir := written(t, open(t, councils["demonstration"]))
	in := func(name string) string { return filepath.Join(dir, name+".schema.json") }
	good := []sample{
		{in("member"), "name: Ada", "a name"},
		{in("member"), "name: 1984\nprofession: true\nfamily_name:", "scalars as written, null as left out"},
		{in("member"), "name: Ada\nthemes: inclusion\nmandates: { body: conseil }", "a lone value"},
		{in("member"), "name: Ada\nthemes: []\nmandates:\n  - { body: conseil, start: 2024, end: 2024-05, term: \"1\" }", "lists, partial dates"},
		{in("member"), "name: Ada\norganisation: someone-new\nminor: true\nemail: a@b.fr", "an organisation to come"},
		{in("session"), "{ title: T, kind: plenary, status: held, start: 2024-05-16 18h30, parent: later, minutes: { status: draft } }", "a moment"},
		{in("opinion"), "{ title: T, kind: motion, status: adopted, vote: { for: 0, against: } }", "a vote"},
		{in("page"), "{ title: T, menu: true, order: 2 }", "a page"},
		{in("council"), "name: C\nbodies: { id: a, type: council, label: A, parent: b }\nrules: { term: { renewals: unlimited } }", "new lists"},
		{in("glossary"), "", "an empty file"},
	}
	if said := validate(t, good); said != "" {
		t.Errorf("these are valid:\n%s", said)
	}
	bad := []sample{
		{in("member"), "profession: dev", "no name"},
		{in("member"), "name:", "a name left out"},
		{in("member"), "name: ' '", "an empty name"},
		{in("member"), "name: Ada\nprofesion: dev", "unknown key"},
		{in("member"), "name: Ada\nmandates: [{ body: nowhere }]", "unknown body"},
		{in("member"), "name: Ada\nmandates: [{ body: conseil, role: emperor }]", "unknown role"},
		{in("member"), "name: Ada\nmandates: [{ body: conseil, start: 16/05/2024 }]", "a date"},
		{in("member"), "name: Ada\nmandates: conseil", "text for a mapping"},
		{in("member"), "name: [Ada]", "list for a text"},
		{in("member"), "name: Ada\nlinks: [ ]\nthemes: [inclusion, inclusion]", "twice"},
		{in("member"), "name: Ada\nthemes: [inclusion, ]\naxes: [null]", "an empty item"},
		{in("member"), "name: =1+1", "a formula"},
		{in("member"), "name: Ada\ndraft: oui", "yes"},
		{in("session"), "{ title: T, kind: plenarium, status: held, start: 2024 }", "unknown word"},
		{in("session"), "{ title: T, kind: plenary, status: held, start: demain }", "a moment"},
		{in("session"), "{ title: T, kind: plenary, status: held, start: 2024, edition: -1 }", "a number"},
		{in("council"), "name: C\nnam: D", "unknown setting"},
		{in("organisations"), "id: a", "not a list"},
	}
	said := validate(t, bad)
	for _, s := range bad {
		if !strings.Contains(said, s.Name+": ") {
			t.Errorf("%s: this is not valid:\n%s", s.Name, s.Text)
		}
	}
}

// With the configuration that is made for it, remark underlines in a Markdown
// file what the YAML extension does not look at.
func TestRemarkChecksHeaders(t *testing.T) {
	c := open(t, councils["demonstration"])
	dir := written(t, c)
	remark, err := schema.Remark(".", "content")
	if err != nil {
		t.Fatal(err)
	}
	installed, err := filepath.Abs(filepath.Join(checkers, "node_modules"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(installed, filepath.Join(dir, "node_modules")); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "content"), os.DirFS(councils["demonstration"])); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		".remarkrc.json":         string(remark),
		"content/members/bad.md": "---\nname: Bad\nmandates:\n  - { body: conseil, role: emperor }\n---\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	node := exec.Command("node", "node_modules/remark-cli/cli.js", "--no-stdout", "--quiet", "--no-color", "content")
	node.Dir = dir
	said, err := node.CombinedOutput()
	if err != nil {
		t.Fatalf("running remark: %v\n%s", err, said)
	}
	if !strings.Contains(string(said), "4:28-4:35") || !strings.Contains(string(said), "`president`") {
		t.Errorf("the role is not underlined:\n%s", said)
	}
	for _, line := range strings.Split(string(said), "\n") {
		if strings.HasPrefix(line, "content/") && line != "content/members/bad.md" {
			t.Errorf("%s is right, and is complained of:\n%s", line, said)
		}
	}
}
