package write

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
)

func TestUpdateReplacesOnlyChangedFiles(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	folder, kept := stat(t, dir, "."), stat(t, dir, "index.html")
	sum := update(t, dir, numbered(2), Options{})
	requireSite(t, dir, numbered(2))
	requireAlone(t, dir)
	if sum.Written != 4 || sum.Unchanged != 3 || sum.Removed != 1 {
		t.Errorf("summary %+v", sum)
	}
	if !os.SameFile(folder, stat(t, dir, ".")) {
		t.Errorf("the folder was exchanged")
	}
	if !os.SameFile(kept, stat(t, dir, "index.html")) {
		t.Errorf("an unchanged file was replaced")
	}
}

func TestUpdateWritesFirstSite(t *testing.T) {
	dir := out(t)
	update(t, dir, numbered(1), Options{})
	requireSite(t, dir, numbered(1))
}

func TestUpdateDeletesLast(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	removed := false
	update(t, dir, numbered(2), Options{fault: func(call, name string) error {
		switch {
		case call == "remove":
			removed = true
		case call == "rename" && removed:
			t.Errorf("%s came after a deletion", name)
		}
		return nil
	}})
	if !removed {
		t.Errorf("nothing was deleted")
	}
}

func TestUpdateExchangesFoldersWhereFilesCannotBeReplaced(t *testing.T) {
	for _, step := range []struct{ from, to literal }{
		{literal{"a": "1"}, literal{"a/b": "1"}},
		{literal{"a/b": "1"}, literal{"a": "1"}},
		{literal{"Avis/a": "1"}, literal{"avis/a": "1"}},
		{literal{"é": "1"}, literal{"e\u0301": "1"}},
	} {
		dir := out(t)
		tree(t, dir, step.from, Options{})
		update(t, dir, step.to, Options{})
		requireSite(t, dir, step.to)
	}
}

// Whatever changes, by whichever road, the disk holds the site and nothing else.
func TestDiskIsTheSiteAfterAnyChanges(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	names := []string{"a", "a/b", "a/b/c", "A", "d/e", "d/f", "D/e", "é", "E\u0301", "g/h/i", "g/h/j"}
	dir := quick(t)
	for step := range 200 {
		site := literal{"index.html": "home"}
		for _, i := range random.Perm(len(names)) {
			if random.IntN(2) == 0 {
				continue
			}
			site[names[i]] = fmt.Sprint(random.IntN(2))
			if _, err := newPlan(site.Paths()); err != nil {
				delete(site, names[i])
			}
		}
		if random.IntN(3) == 0 {
			tree(t, dir, site, Options{})
		} else {
			update(t, dir, site, Options{})
		}
		if text := difference(dir, site); text != "" {
			t.Fatalf("seed %d, step %d: the site on disk is another:\n%s", seed, step, text)
		}
		requireAlone(t, dir)
	}
}
