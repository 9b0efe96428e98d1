package write

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func TestTreeRefusesUnfitPaths(t *testing.T) {
	for path, because := range map[string]string{
		"":               notRelative,
		".":              notRelative,
		"/etc/passwd":    notRelative,
		"../public/a":    notRelative,
		"a/../../b":      notRelative,
		"a//b":           notRelative,
		"a/":             notRelative,
		"./a":            notRelative,
		`a\b`:            backslash,
		`..\b`:           backslash,
		"a\x00b":         control,
		"a\nb":           control,
		"caf\xe9/a.html": notUTF8,
	} {
		dir := out(t)
		_, err := Tree(context.Background(), dir, literal{"index.html": "", path: ""}, Options{})
		var bad *PathError
		if !errors.As(err, &bad) || bad.Path != path || bad.Because != because {
			t.Errorf("%q: error %v, want %s", path, err, because)
		}
		requireAbsent(t, dir)
	}
}

func TestTreeRefusesClashes(t *testing.T) {
	for _, paths := range [][]string{
		{"a", "a"},
		{"Avis/a", "avis/a"},
		{"Avis/a", "avis/b"}, // two folders that some file systems take for one
		{"É", "é"},
		{"e\u0301", "é"},
		{"STRASSE", "straße"},
		{"a", "a/b"},
		{"a", "A/b"},
		{"a/b", "a/b/c/d"},
		{markerName, ".GREFFE"},
		{markerName, ".greffe/a"},
	} {
		_, err := newPlan(slices.DeleteFunc(slices.Clone(paths), func(path string) bool { return path == markerName }))
		var clash *ClashError
		if !errors.As(err, &clash) {
			t.Errorf("%q: error %v", paths, err)
			continue
		}
		if a, b := clash.A, clash.B; (a != paths[0] || b != paths[1]) && (a != paths[1] || b != paths[0]) {
			t.Errorf("%q: error names %q and %q", paths, a, b)
		}
	}
}

func TestPlanAcceptsNamesThatOnlyLookAlike(t *testing.T) {
	paths := []string{"a-b/c", "a/b", "a.html", "avis/élu·es.html", "avis/elues.html", "...", ".nojekyll"}
	plan, err := newPlan(paths)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(plan.files, paths) || len(plan.folders) != 3 {
		t.Errorf("plan %q %q", plan.files, plan.folders)
	}
}

func TestTreeRefusesEmptySite(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	if _, err := Tree(context.Background(), dir, literal{}, Options{}); !errors.Is(err, ErrEmpty) {
		t.Fatalf("error %v", err)
	}
	requireSite(t, dir, numbered(1))
}
