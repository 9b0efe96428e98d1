package write

import (
	"crypto/sha256"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A lastPrint is a seal that holds for the site that was written last.
type lastPrint struct {
	print [sha256.Size]byte
	set   int
}

func (l *lastPrint) Holds(print [sha256.Size]byte) bool { return l.set > 0 && print == l.print }

func (l *lastPrint) Set(print [sha256.Size]byte) { l.print, l.set = print, l.set+1 }

// A refusing site cannot be made.
type refusing struct{ literal }

func (refusing) Make(io.Writer, string) error { return errors.New("asked to make a file") }

func TestTreeMakesNothingOfASealedSite(t *testing.T) {
	dir, seal := out(t), new(lastPrint)
	first := tree(t, dir, numbered(1), Options{Seal: seal})
	for n := range 2 { // cold, and with files that stay
		sum := tree(t, dir, refusing{numbered(n + 1)}, Options{Seal: seal})
		if sum.Unchanged != 7 || sum.Written != 0 || sum.Files != 7 || n == 0 && sum.Bytes != first.Bytes {
			t.Errorf("summary %+v", sum)
		}
		requireSite(t, dir, numbered(n+1))
		requireAlone(t, dir)
		tree(t, dir, numbered(2), Options{Seal: seal})
	}
}

// What somebody does to a site breaks its seal, and is undone.
func TestATouchedSiteIsNotSealed(t *testing.T) {
	for name, touch := range map[string]func(dir string) error{
		"a file removed": func(dir string) error { return os.Remove(filepath.Join(dir, "index.html")) },
		"a file added":   func(dir string) error { return os.WriteFile(filepath.Join(dir, "new.html"), nil, 0o644) },
		"a folder added": func(dir string) error { return os.Mkdir(filepath.Join(dir, "new"), 0o755) },
		"a link added":   func(dir string) error { return os.Symlink("index.html", filepath.Join(dir, "link.html")) },
		"a file written": func(dir string) error { return os.WriteFile(filepath.Join(dir, "index.html"), []byte("STAYS"), 0o644) },
		"the marker edited": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, markerName), []byte("greffe site 1\nmine\n"), 0o644)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, seal := out(t), new(lastPrint)
			tree(t, dir, numbered(1), Options{Seal: seal})
			if err := touch(dir); err != nil {
				t.Fatal(err)
			}
			tree(t, dir, numbered(1), Options{Seal: seal})
			requireSite(t, dir, numbered(1))
		})
	}
}

// A site that somebody had a hand in while it was written is not sealed as ours.
func TestASiteTouchedMeanwhileIsNotSealed(t *testing.T) {
	dir, seal := out(t), new(lastPrint)
	tree(t, dir, numbered(1), Options{Seal: seal})
	tree(t, dir, numbered(2), Options{Seal: seal, Approve: func() error { // all was made and compared
		return os.WriteFile(filepath.Join(dir, "index.html"), []byte("STAYS"), 0o644)
	}})
	if seal.set != 1 {
		t.Errorf("sealed %d times, not once", seal.set)
	}
	tree(t, dir, numbered(2), Options{Seal: seal})
	requireSite(t, dir, numbered(2))
}

// Update has no use for a seal, and breaks that of the site it changes.
func TestUpdateBreaksASeal(t *testing.T) {
	dir, seal := out(t), new(lastPrint)
	tree(t, dir, numbered(1), Options{Seal: seal})
	update(t, dir, numbered(2), Options{Seal: seal})
	tree(t, dir, numbered(1), Options{Seal: seal})
	requireSite(t, dir, numbered(1))
}
