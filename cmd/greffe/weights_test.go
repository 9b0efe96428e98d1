package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A page that takes long to load is told of when weights are asked for, and
// refused with --strict: the site that was there stays.
func TestAHeavyPageIsToldOfAndRefused(t *testing.T) {
	content := copyTree(t, "../../content", filepath.Join(t.TempDir(), "content"))
	out := filepath.Join(t.TempDir(), "site")
	plain := strings.NewReplacer("\u00a0", " ")
	greffe := func(flags ...string) (code int, stdout, stderr string) {
		var o, e bytes.Buffer
		code = run(append([]string{"build", "--lang", "fr", "--content", content, "--out", out, "--as-of", asOf}, flags...), &o, &e)
		return code, plain.Replace(o.String()), plain.Replace(e.String())
	}
	if code, stdout, stderr := greffe("--weights", "--strict"); code != exitDone || !strings.Contains(stdout, " Ko sur 8  css/style.") {
		t.Fatalf("the demonstration council: exit code %d\n%s%s", code, stdout, stderr)
	}

	heavy := "page-enorme.md"
	words := rand.New(rand.NewPCG(1, 2))
	text := "---\ntitle: Page énorme\n---\n"
	for range 4000 {
		text += fmt.Sprintf("mot%x\n", words.Uint32())
	}
	if err := os.WriteFile(filepath.Join(content, "pages", heavy), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := greffe("--strict", "--quiet")
	if code != exitContent || !strings.Contains(stderr, heavy) || !strings.Contains(stderr, "[too-heavy]") {
		t.Errorf("with --strict: exit code %d\n%s", code, stderr)
	}
	if _, err := os.Stat(filepath.Join(out, "page-enorme")); err == nil {
		t.Error("what was refused was written")
	}
	code, stdout, stderr := greffe("--weights")
	if code != exitDone || !strings.Contains(stderr, "pages/"+heavy) || !strings.Contains(stderr, "la limite est de 14 Ko [too-heavy]") {
		t.Errorf("with --weights: exit code %d\n%s", code, stderr)
	}
	if first := strings.Split(stdout, "\n")[1]; !strings.HasSuffix(first, " Ko sur 14  page-enorme/index.html") {
		t.Errorf("the heaviest is said to be %q", first)
	}
	settings, err := os.ReadFile(filepath.Join(content, "council.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	off := strings.Replace(string(settings), "warnings: []\n", "warnings:\n  - { name: too-heavy, off: true, reason: \"Un essai\" }\n", 1)
	if err := os.WriteFile(filepath.Join(content, "council.yaml"), []byte(off), 0o600); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := greffe("--strict"); code != exitDone {
		t.Errorf("with a reason given: exit code %d\n%s", code, stderr)
	}
}

// Every page of every site keeps within what the ecodesign page declares.
func TestEverySiteKeepsItsWeight(t *testing.T) {
	for name, content := range sites() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			out := filepath.Join(t.TempDir(), "site")
			var stdout, stderr bytes.Buffer
			code := run([]string{"build", "--lang", "en", "--content", content, "--out", out, "--as-of", asOf, "--weights"}, &stdout, &stderr)
			if code != exitDone || strings.Contains(stderr.String(), "too-heavy") || !strings.Contains(stdout.String(), "kB of 14") {
				t.Errorf("exit code %d\n%s%s", code, &stdout, &stderr)
			}
		})
	}
}
