//go:build full

package main

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"testing"
)

// The Nu HTML checker finds no error on any page of any site.
func TestNuHTMLCheckerFindsNoError(t *testing.T) {
	jar, err := filepath.Abs("testdata/checkers/node_modules/vnu-jar/build/dist/vnu.jar")
	if err != nil {
		t.Fatal(err)
	}
	all := sites()
	all["small"] = "testdata/small"
	for name, content := range all {
		t.Run(name, func(t *testing.T) {
			site := build(t, content)
			output, err := exec.Command("java", "-jar", jar, "--errors-only", "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always", site).Output()
			if err != nil {
				t.Fatalf("running the checker: %v", err)
			}
			var result struct {
				Messages []struct {
					Type, URL, Message, Extract string
					LastLine                    int
				}
			}
			if err := json.Unmarshal(output, &result); err != nil {
				t.Fatalf("reading what the checker says: %v\n%s", err, output)
			}
			for _, m := range result.Messages {
				t.Errorf("%s:%d: %s: %s\n%s", m.URL, m.LastLine, m.Type, m.Message, m.Extract)
			}
		})
	}
}
