//go:build full

package main

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// binary makes the command as people get it.
func binary(t testing.TB) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "greffe")
	command := exec.Command("go", "build", "-trimpath", "-o", file, ".")
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	if output, err := command.CombinedOutput(); err != nil {
		t.Fatalf("making the command: %v\n%s", err, output)
	}
	return file
}

// A workplace is a folder with two versions of a council, the site that the
// command makes of one or the other, and both as they should be.
type workplace struct {
	greffe   string
	dir      string
	old, new map[string]string
}

func newWorkplace(t testing.TB, greffe string) *workplace {
	t.Helper()
	w := &workplace{greffe: greffe, dir: t.TempDir()}
	copyTree(t, "testdata/small", w.at("old"))
	copyTree(t, "testdata/small", w.at("new"))
	// Another name changes many pages, another document comes, one goes.
	member := w.at("new/members/ada-brook.md")
	text, err := os.ReadFile(member)
	if err != nil {
		t.Fatal(err)
	}
	renamed := strings.Replace(string(text), "Ada Brook", "Ada Rivers", 1)
	if renamed == string(text) {
		t.Fatal("the member has another name")
	}
	for name, text := range map[string]string{
		member:                       renamed,
		w.at("old/pages/earlier.md"): "---\ntitle: Earlier\n---\nLess of it.\n",
		w.at("new/pages/later.md"):   "---\ntitle: Later\n---\nMore of it.\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	w.new = w.builds(t, "new")
	w.old = w.builds(t, "old")
	if w.state(t) != "old" {
		t.Fatal("both versions make one site")
	}
	return w
}

func (w *workplace) at(name string) string { return filepath.Join(w.dir, filepath.FromSlash(name)) }

// command makes the site of a version over the one that is there.
func (w *workplace) command(version string) []string {
	return []string{w.greffe, "build", "--content", w.at(version), "--out", w.at("public"), "--as-of", asOf, "--allow-vanishing", "--lang", "fr"}
}

// builds does it undisturbed, and wants nothing but the site to be there then.
func (w *workplace) builds(t testing.TB, version string) map[string]string {
	t.Helper()
	command := w.command(version)
	if output, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
		t.Fatalf("building: %v\n%s", err, output)
	}
	if left := w.leftovers(t); len(left) > 0 {
		t.Fatalf("beside the site lie %q", left)
	}
	return tree(t, w.at("public"))
}

// leftovers are what a build that was cut short has left beside the site.
func (w *workplace) leftovers(t testing.TB) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if name := entry.Name(); name != "old" && name != "new" && name != "public" {
			names = append(names, name)
		}
	}
	return names
}

// state tells whose site stands, whole: "old", "new", or neither.
func (w *workplace) state(t testing.TB) string {
	t.Helper()
	if _, err := os.Stat(w.at("public")); errors.Is(err, fs.ErrNotExist) {
		return "no site"
	}
	site := tree(t, w.at("public"))
	switch {
	case len(differing(site, w.old)) == 0:
		return "old"
	case len(differing(site, w.new)) == 0:
		return "new"
	}
	return "neither: not old for " + sample(differing(site, w.old)) + ", not new for " + sample(differing(site, w.new))
}

// differing names the files that two sites do not have alike.
func differing(a, b map[string]string) (names []string) {
	for name, text := range a {
		if other, ok := b[name]; !ok || other != text {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			names = append(names, name)
		}
	}
	return names
}

func sample(names []string) string { return strings.Join(names[:min(len(names), 5)], ", ") }
