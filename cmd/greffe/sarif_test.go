//go:build full

package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// validateSARIF is a script that reads a log on its standard input.
const validateSARIF = `
const Ajv = require("ajv"), schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
const ajv = new Ajv({ schemaId: "auto", allErrors: true, unknownFormats: "ignore" });
ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const valid = ajv.compile(schema);
if (!valid(JSON.parse(require("fs").readFileSync(0)))) { console.error(ajv.errorsText(valid.errors, { separator: "\n" })); process.exit(1); }
`

// The SARIF logs of every council, and of one with mistakes, fixes and a
// baseline, hold to the schema of the standard.
func TestSARIFHoldsToItsSchema(t *testing.T) {
	wrong := t.TempDir()
	content := fstest.MapFS{
		"council.yaml":   {Data: []byte("name: Conseil\n")},
		"members/ada.md": {Data: []byte("---\nname: Ada\nprofesion: dev\ndraft: oui\n---\nIl parle de I'inclusion, [ici](https://a.example/).\n")},
		"opinion/a.md":   {Data: []byte("x")},
	}
	if err := os.CopyFS(wrong, content); err != nil {
		t.Fatal(err)
	}
	logs := sites()
	logs["wrong"] = wrong
	for name, content := range logs {
		t.Run(name, func(t *testing.T) {
			baseline := filepath.Join(t.TempDir(), "known.json")
			for _, more := range [][]string{nil, {"--baseline", baseline}} {
				var stdout, stderr bytes.Buffer
				run(append([]string{"check", "--content", content, "--as-of", asOf, "--format", "sarif"}, more...), &stdout, &stderr)
				node := exec.Command("node", "-e", validateSARIF)
				node.Dir = "testdata/checkers"
				node.Stdin = &stdout
				if said, err := node.CombinedOutput(); err != nil {
					t.Errorf("%v: %s", err, said)
				}
			}
		})
	}
}
