package write

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A literal is a site as a test writes it: path to bytes.
type literal map[string]string

func (l literal) Paths() []string { return slices.Collect(maps.Keys(l)) }

func (l literal) Make(w io.Writer, path string) error {
	_, err := io.WriteString(w, l[path])
	return err
}

// numbered is a site all of whose changing files say the same number, so that a
// mixture of two shows; it has files that stay, and others that come and go.
func numbered(n int) literal {
	site := literal{
		"index.html":         "stays",
		"avis/index.html":    "stays",
		"avis/a/logo.png":    strings.Repeat("stays", 20_000),
		"donnees/table.csv":  fmt.Sprintf("table %d", n),
		"avis/a/index.html":  fmt.Sprintf("page %d", n),
		"seances/index.html": fmt.Sprintf("list %d", n),
	}
	site[fmt.Sprintf("seances/%d/index.html", n)] = "comes and goes"
	return site
}

// A road is one of the two ways to the same site.
type road func(context.Context, string, Source, Options) (Summary, error)

var roads = []road{Update, Tree}

// out is the output of a test, beside nothing else.
func out(t testing.TB) string { return filepath.Join(t.TempDir(), "public") }

// quick is an output in memory where the system has that: for tests and
// benchmarks that write a thousand sites and do not care for the disk's syncing.
func quick(t testing.TB) string {
	dir, err := os.MkdirTemp("/dev/shm", "greffe-test-")
	if err != nil {
		return out(t)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return filepath.Join(dir, "public")
}

func tree(t testing.TB, dir string, s Source, o Options) Summary {
	t.Helper()
	sum, err := Tree(context.Background(), dir, s, o)
	if err != nil {
		t.Fatalf("Tree: %v", err)
	}
	return sum
}

func update(t testing.TB, dir string, s Source, o Options) Summary {
	t.Helper()
	sum, err := Update(context.Background(), dir, s, o)
	if err != nil {
		t.Fatalf("Update: %v", err)
	}
	return sum
}

// onDisk reads a folder back, the marker left out; a folder is "name/".
func onDisk(dir string) (literal, error) {
	found := literal{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir():
			if name != "." {
				found[name+"/"] = ""
			}
			return nil
		case name == markerName:
			return nil
		}
		data, err := os.ReadFile(filepath.Join(dir, name))
		found[name] = string(data)
		return err
	})
	return found, err
}

// difference says how the folder differs from the site; nothing if it does not.
func difference(dir string, want literal) string {
	got, err := onDisk(dir)
	if err != nil {
		return err.Error()
	}
	all := maps.Clone(want)
	for file := range want {
		for folder := filepath.ToSlash(filepath.Dir(file)); folder != "."; folder = filepath.ToSlash(filepath.Dir(folder)) {
			all[folder+"/"] = ""
		}
	}
	var text bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if have, ok := got[name]; !ok {
			fmt.Fprintf(&text, "%s is missing\n", name)
		} else if have != all[name] {
			fmt.Fprintf(&text, "%s is %.40q, want %.40q\n", name, have, all[name])
		}
		delete(got, name)
	}
	for name := range got {
		fmt.Fprintf(&text, "%s is too many\n", name)
	}
	if _, err := os.Stat(filepath.Join(dir, markerName)); err != nil {
		fmt.Fprintf(&text, "the marker is missing\n")
	}
	return text.String()
}

func requireSite(t testing.TB, dir string, want literal) {
	t.Helper()
	if text := difference(dir, want); text != "" {
		t.Fatalf("the site on disk is another:\n%s", text)
	}
}

// requireAlone finds leftovers beside the output.
func requireAlone(t testing.TB, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), "."+filepath.Base(dir)+".greffe") && !strings.HasSuffix(entry.Name(), ".lock") {
			t.Fatalf("%s was left beside the site", entry.Name())
		}
	}
}

func requireAbsent(t testing.TB, name string) {
	t.Helper()
	if _, err := os.Lstat(name); !errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("%s is there (%v)", name, err)
	}
}

// stat is a file's identity: inode and time.
func stat(t testing.TB, dir, name string) os.FileInfo {
	t.Helper()
	info, err := os.Lstat(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
