package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"greffe/generator/draft"
)

// commented is a line of YAML that waits in a comment for its editor.
var commented = regexp.MustCompile(`(?m)^( *)# ?( *(- (\{|[a-z_]+:)|[a-z_]+:( |$)).*)$`)

// codes are those of real territories: the blank stands for none.
var codes = map[string]string{"le-num": "78551", "roubaix": "59512", "seine-saint-denis": "93"}

// Whoever completes a blank of a new council only has to remove its #: the line
// is one that the model knows, in its place.
func TestBlanksOfANewCouncilAreValid(t *testing.T) {
	for _, preset := range draft.Presets() {
		t.Run(preset, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "council")
			var stdout, stderr bytes.Buffer
			if code := run([]string{"init", dir, "--preset", preset, "--name", "Conseil", "--territory", "Aubrelle", "--authority", "Ville d'Aubrelle", "--code", codes[preset]}, &stdout, &stderr); code != exitDone {
				t.Fatalf("exit code %d: %s", code, &stderr)
			}
			for _, name := range []string{"council.yaml", "organisations.yaml"} {
				file := filepath.Join(dir, "content", name)
				text, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				filled := commented.ReplaceAllString(string(text), "$1$2")
				if filled == string(text) {
					t.Errorf("%s has no blank", name)
				}
				if strings.Contains(filled, "\n#   ") || strings.Contains(filled, "\n  # ") {
					t.Errorf("%s: a blank is not a line of YAML:\n%s", name, filled)
				}
				if err := os.WriteFile(file, []byte(filled), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			stdout.Reset()
			if code := run([]string{"check", "--content", filepath.Join(dir, "content"), "--as-of", asOf}, &stdout, &stderr); code != exitDone {
				t.Errorf("with every blank filled in:\n%s%s", &stdout, &stderr)
			}
		})
	}
}
