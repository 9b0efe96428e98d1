package write

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTreeRefusesForbiddenPlaces(t *testing.T) {
	base := t.TempDir()
	content := filepath.Join(base, "project", "content")
	work := filepath.Join(base, "work", "here")
	home := filepath.Join(base, "homes", "ada")
	for _, folder := range []string{content, work, home} {
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(work)
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	link, door := filepath.Join(base, "link"), filepath.Join(base, "door")
	for name, target := range map[string]string{link: filepath.Join(base, "empty"), door: filepath.Join(base, "project")} {
		if err := os.Symlink(target, name); err != nil {
			t.Skip("this disk or user makes no links:", err)
		}
	}
	for dir, because := range map[string]string{
		filepath.VolumeName(base) + string(filepath.Separator): isRoot,
		"":                                     holdsCurrent,
		".":                                    holdsCurrent,
		"..":                                   holdsCurrent,
		home:                                   holdsHome,
		filepath.Dir(home):                     holdsHome,
		link:                                   isLink,
		content:                                isSource,
		filepath.Join(door, "content"):         isSource,
		filepath.Join(content, "public"):       insideSource,
		filepath.Join(door, "content", "a/b"):  insideSource,
		filepath.Dir(content):                  holdsSource,
		filepath.Join(base, "work/../project"): holdsSource,
	} {
		_, err := Tree(context.Background(), dir, numbered(1), Options{Sources: []string{"", content}})
		var refused *ForbiddenError
		if !errors.As(err, &refused) || refused.Dir != dir || refused.Because != because {
			t.Errorf("%q: error %v, want %s", dir, err, because)
		}
	}
	if entries, _ := os.ReadDir(base); len(entries) != 5 {
		t.Errorf("something was written: %v", entries)
	}
}

func TestTreeRefusesMountPoint(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("/proc is Linux's")
	}
	var refused *ForbiddenError
	_, err := Tree(context.Background(), "/proc", numbered(1), Options{})
	if !errors.As(err, &refused) || refused.Because != isMountPoint {
		t.Errorf("error %v", err)
	}
}

func TestTreeGoesBesideItsSources(t *testing.T) {
	base := t.TempDir()
	put(t, filepath.Join(base, "content", "council.yaml"), "name: C")
	t.Chdir(base)
	tree(t, "public", numbered(1), Options{Sources: []string{"content", "layouts-not-there"}})
	requireSite(t, filepath.Join(base, "public"), numbered(1))
}

func TestTreeRefusesWhatIsNotOurs(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, file, "a file")
	full := t.TempDir()
	put(t, filepath.Join(full, "thesis.odt"), "years of work")
	forged := t.TempDir()
	put(t, filepath.Join(forged, markerName), "greffe sites of France\n")
	folder := t.TempDir()
	put(t, filepath.Join(folder, markerName, "a"), "")
	for _, dir := range []string{file, full, forged, folder} {
		for _, write := range roads {
			_, err := write(context.Background(), dir, numbered(1), Options{fault: func(call, name string) error {
				if call == "lock" || call == "create" {
					t.Errorf("%s: %s %s before it was refused", dir, call, name)
				}
				return nil
			}})
			var refused *NotOursError
			if !errors.As(err, &refused) || refused.Dir != dir {
				t.Errorf("%s: error %v", dir, err)
			}
		}
	}
	if data, _ := os.ReadFile(filepath.Join(full, "thesis.odt")); string(data) != "years of work" {
		t.Errorf("the thesis is %q", data)
	}
}

func TestPartialSiteGoesOnlyOverItsLike(t *testing.T) {
	dir := out(t)
	data := Options{Partial: "data/csv"}
	tree(t, dir, literal{"a.csv": "1"}, data)
	tree(t, dir, literal{"a.csv": "2"}, data)
	for name, o := range map[string]Options{"data/csv": {Partial: "feed/atom"}, "": data} {
		if name == "" {
			tree(t, dir, literal{"a.csv": "2", "index.html": "3"}, Options{}) // a whole one may replace it
		}
		_, err := Tree(context.Background(), dir, literal{"b": ""}, o)
		var refused *PartialError
		if !errors.As(err, &refused) || refused.Has != name || refused.Wants != o.Partial {
			t.Errorf("error %v, want that of %q over %q", err, o.Partial, name)
		}
		os.RemoveAll(dir)
		tree(t, dir, literal{"a.csv": "2"}, data)
	}
}

func TestMarkerReadsBack(t *testing.T) {
	for _, want := range []marker{{}, {partial: "data/csv"}, {partial: "a\"b\nc"}} {
		got, ok := parseMarker(want.String())
		if !ok || got != want {
			t.Errorf("%+v: read back as %+v, %v", want, got, ok)
		}
	}
	for _, text := range []string{"", "greffe", "greffe site ", "greffe site 0", "greffe site x", " greffe site 1", "greffe site 1\npartial data"} {
		if _, ok := parseMarker(text); ok {
			t.Errorf("%q is taken for a marker", text)
		}
	}
	if _, ok := parseMarker("greffe site 2\nnews\n"); !ok {
		t.Errorf("a later format is not known for ours")
	}
}
