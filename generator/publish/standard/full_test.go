//go:build full

package standard_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
)

// These tests let validators that nobody here wrote judge the files, installed
// from npm by testdata/checkers/package-lock.json.

const checkers = "testdata/checkers"

// ask runs a checker and reads its answer.
func ask(t *testing.T, answer any, script string, args ...string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(checkers, "node_modules")); err != nil {
		t.Fatalf("the checkers are not installed: npm ci --prefix generator/publish/standard/%s --ignore-scripts", checkers)
	}
	command := exec.Command("node", append([]string{filepath.Join(checkers, script)}, args...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	if err := json.Unmarshal(out, answer); err != nil {
		t.Fatalf("%s: %v in %s", script, err, out)
	}
}

// written puts files of a site in a folder of its own.
func written(t *testing.T, s *site.Site, paths ...string) string {
	t.Helper()
	folder := t.TempDir()
	for _, path := range paths {
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(path)), making(t, s, path), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

type verdict struct {
	Quads   int
	Digests map[string]string
	Results []struct{ Severity, Shapes, Path, Node, Value, Message string }
}

func judge(t *testing.T, s *site.Site) verdict {
	t.Helper()
	shapes, err := filepath.Glob("testdata/dcat-ap/*.ttl")
	if err != nil || len(shapes) != 3 {
		t.Fatal("there are not three files of shapes", err)
	}
	var v verdict
	folder := written(t, s, "data/catalog.jsonld", "data/catalog.ttl", "data/catalog.rdf")
	ask(t, &v, "rdf.mjs", append([]string{folder}, shapes...)...)
	return v
}

// unstated are the properties that DCAT-AP recommends and that a council may
// have left open: nobody makes them up.
func unstated(s *council.Settings) []string {
	var open []string
	if s.Data.Spatial == "" {
		open = append(open, "http://www.w3.org/ns/dcat#bbox", "http://www.w3.org/ns/dcat#centroid")
	}
	if s.Data.Since.IsZero() {
		open = append(open, "http://purl.org/dc/terms/issued")
	}
	if s.Licence == "" {
		open = append(open, "http://purl.org/dc/terms/license")
	}
	if s.Territory == nil && s.Kind != "national" {
		open = append(open, "http://purl.org/dc/terms/spatial")
	}
	if s.Kind == "" || s.Kind == "network" {
		open = append(open, "http://purl.org/dc/terms/type") // of the publisher
	}
	return open
}

func TestCatalogueSatisfiesDCATAP(t *testing.T) {
	for name, content := range contents(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			holdToShapes(t, dataOf(t, content, quick, nil))
		})
	}
}

func TestCatalogueOfAWholeCouncilGivesNoWarning(t *testing.T) {
	s := dataOf(t, contents(t)["demonstration"], every, func(s *council.Settings) { s.Data.Spatial = outline })
	if open := unstated(s.Council().Settings); len(open) > 0 {
		t.Fatalf("the council leaves open %v", open)
	}
	holdToShapes(t, s)
}

func holdToShapes(t *testing.T, s *site.Site) {
	t.Helper()
	v := judge(t, s)
	if v.Quads < 1000 || v.Digests["turtle"] != v.Digests["rdfxml"] || v.Digests["turtle"] != v.Digests["jsonld"] {
		t.Errorf("%d quads; the three files are not one graph: %v", v.Quads, v.Digests)
	}
	open := unstated(s.Council().Settings)
	warnings := 0
	for _, r := range v.Results {
		empty := r.Path == "http://purl.org/dc/terms/temporal" && undated(s.Council(), r.Node)
		if r.Severity == "Warning" && (slices.Contains(open, r.Path) || empty) {
			warnings++
			continue
		}
		t.Errorf("%s (%s): %s %s %s: %s", r.Severity, r.Shapes, r.Node, r.Path, r.Value, r.Message)
	}
	t.Logf("%d quads, %d warnings about what the council leaves open", v.Quads, warnings)
}

// undated tells whether the documents of a dataset state no date: there is no
// period to tell.
func undated(c *council.Council, dataset string) bool {
	_, name, _ := strings.Cut(dataset, "#")
	if name == "recommendations" || name == "deliberations" {
		name = "opinions"
	}
	for d := range c.Everything() {
		if d.Collection() == name && len(d.Common().Stated) > 0 {
			return false
		}
	}
	return true
}

func TestPopoloSatisfiesItsSchemas(t *testing.T) {
	for name, content := range contents(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var answer struct {
				Checked, Refused int
				Complaints       []string
			}
			folder := written(t, dataOf(t, content, quick, nil), "data/popolo.json")
			ask(t, &answer, "popolo.mjs", filepath.Join(folder, "popolo.json"), "testdata/popolo")
			if answer.Checked < 5 || answer.Refused == 0 {
				t.Errorf("%d things checked, a broken one refused %d times", answer.Checked, answer.Refused)
			}
			for _, complaint := range answer.Complaints {
				t.Error(complaint)
			}
			t.Logf("%d things", answer.Checked)
		})
	}
}

func TestDeliberationsSatisfyTheirTableSchema(t *testing.T) {
	for name, content := range contents(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := dataOf(t, content, quick, func(s *council.Settings) { s.Data.SCDL, s.Data.SIRET = true, "00000000000018" })
			if _, ok := s.Find(scdlFile); !ok {
				if s.Council().Settings.Authority != "" {
					t.Fatal("the file is not there")
				}
				return
			}
			var answer struct {
				Rows       int
				Complaints []string
			}
			folder := written(t, s, scdlFile)
			ask(t, &answer, "scdl.mjs", filepath.Join(folder, "deliberations.csv"), scdlSchema)
			for _, complaint := range answer.Complaints {
				t.Error(complaint)
			}
			t.Logf("%d rows", answer.Rows)
		})
	}
}
