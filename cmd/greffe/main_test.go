package main

import (
	"bytes"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// asOf is the moment as of which the tests make sites.
const asOf = "2026-11-20"

// councils are the real ones, each a folder.
const councilsDir = "../../generator/testdata/councils"

var councils = []string{"le-num", "cnnum", "seine-saint-denis", "roubaix", "villes-internet"}

var update = flag.Bool("update", false, "rewrite the golden files")

func TestMain(m *testing.M) {
	testscript.Main(away{m}, map[string]func(){"greffe": main})
}

// Tests away keep what they note of sites in a folder of their own, and not in
// the user's; Go's own notes stay where they are.
type away struct{ *testing.M }

func (a away) Run() int {
	notes, err := os.MkdirTemp("", "greffe-test-")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(notes)
	if user, err := os.UserCacheDir(); err == nil && os.Getenv("GOCACHE") == "" {
		os.Setenv("GOCACHE", filepath.Join(user, "go-build"))
	}
	os.Setenv("XDG_CACHE_HOME", notes)
	os.Setenv("LocalAppData", notes)
	return a.M.Run()
}

// The scripts say how the command behaves: what it prints, where, and its exit
// code.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("LANG", "fr_FR.UTF-8")
			env.Setenv("HOME", env.Getenv("WORK")+"/home")
			return nil
		},
	})
}

// build makes a site and returns its folder.
func build(t testing.TB, content string, more ...string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "site")
	var stdout, stderr bytes.Buffer
	args := append([]string{"build", "--content", content, "--out", out, "--as-of", asOf}, more...)
	if code := run(args, &stdout, &stderr); code != exitDone {
		t.Fatalf("greffe %s: exit code %d\n%s%s", strings.Join(args, " "), code, &stdout, &stderr)
	}
	return out
}

// tree reads a folder whole.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// requireSame tells which files differ.
func requireSame(t *testing.T, got, want map[string]string) {
	t.Helper()
	for _, name := range slices.Sorted(maps.Keys(want)) {
		switch text, ok := got[name]; {
		case !ok:
			t.Errorf("%s is missing", name)
		case text != want[name]:
			t.Errorf("%s differs: %s", name, firstDifference(text, want[name]))
		}
	}
	for _, name := range slices.Sorted(maps.Keys(got)) {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is too many", name)
		}
	}
}

func firstDifference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	excerpt := func(text string) string { return text[max(0, min(i, len(text))-60):min(len(text), i+60)] }
	return "got …" + excerpt(got) + "…, want …" + excerpt(want) + "…"
}

// copyTree copies a content folder, so that a test can change it.
func copyTree(t testing.TB, from, to string) string {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return to
}
