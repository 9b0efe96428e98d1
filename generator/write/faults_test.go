package write

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
)

// failing makes every call of that name fail.
func failing(name string, err error) func(string, string) error {
	return func(call, _ string) error {
		if call == name {
			return err
		}
		return nil
	}
}

// A scene is a run to be disturbed at each of its calls.
type scene struct {
	from, to int // sites; from 0 is none
	write    road
	always   func(call, name string) error // fails besides
	mixes    bool                          // an error may leave whole files of both
	spillAt  int
}

var scenes = map[string]scene{
	"first site":           {to: 2, write: Tree},
	"exchange":             {from: 1, to: 2, write: Tree},
	"renames":              {from: 1, to: 2, write: Tree, always: failing("exchange", noExchangeHere)},
	"copies":               {from: 1, to: 2, write: Tree, always: failing("link", syscall.EPERM)},
	"nothing changed":      {from: 2, to: 2, write: Tree},
	"update":               {from: 1, to: 2, write: Update, mixes: true},
	"large files":          {from: 1, to: 2, write: Tree, spillAt: 6},
	"all files large":      {from: 1, to: 2, write: Update, mixes: true, spillAt: 1},
	"update as first site": {to: 2, write: Update},
}

// Fail the first call to the file system, the second, and so on until the run
// succeeds. After each, the old site must be whole, and the next run must heal.
func TestSiteSurvivesFaultAtEveryCall(t *testing.T) {
	for name, scene := range scenes {
		t.Run(name, func(t *testing.T) {
			n := 1
			for scene.survives(t, n, syscall.ENOSPC) {
				n++
			}
			if n < 10 {
				t.Errorf("only %d calls were disturbed", n-1)
			}
			t.Logf("%d calls", n-1)
		})
	}
}

// A run that is killed has no time to tidy up: every call from the n-th on
// fails. The old site must be whole, or wait beside to be put back.
func TestSiteSurvivesEndOfTheWorldAtEveryCall(t *testing.T) {
	for name, scene := range scenes {
		t.Run(name, func(t *testing.T) {
			for n := 1; scene.survivesFrom(t, n, syscall.EIO); n++ {
			}
		})
	}
}

// survives runs the scene with its n-th call failing, and tells whether there
// was such a call.
func (s scene) survives(t *testing.T, n int, fault error) bool {
	t.Helper()
	var calls atomic.Int64
	dir, err := s.play(t, fault, func() bool { return calls.Add(1) == int64(n) })
	switch {
	case err == nil:
		requireSite(t, dir, numbered(s.to)) // the call was one that could be done without
	case !errors.Is(err, fault):
		t.Fatalf("call %d: error %v", n, err)
	case s.mixes:
		s.requireWholeFiles(t, dir)
	case s.from == 0:
		requireAbsent(t, dir)
	default:
		requireSite(t, dir, numbered(s.from))
	}
	s.requireHealing(t, dir)
	os.RemoveAll(dir) // a container's memory disk is small
	return calls.Load() >= int64(n)
}

func (s scene) survivesFrom(t *testing.T, n int, fault error) bool {
	t.Helper()
	var calls atomic.Int64
	dir, _ := s.play(t, fault, func() bool { return calls.Add(1) >= int64(n) })
	site := dir
	if _, err := os.Stat(dir); err != nil && s.always != nil {
		site = filepath.Join(filepath.Dir(dir), ".public.greffe-old")
	}
	switch {
	case s.mixes:
		s.requireWholeFiles(t, site)
	case difference(site, numbered(s.to)) == "":
	case s.from == 0:
		requireAbsent(t, site)
	default:
		requireSite(t, site, numbered(s.from))
	}
	s.requireHealing(t, dir)
	os.RemoveAll(dir)
	return calls.Load() >= int64(n)
}

func (s scene) play(t *testing.T, fault error, now func() bool) (dir string, err error) {
	t.Helper()
	dir = quick(t)
	if s.from != 0 {
		tree(t, dir, numbered(s.from), Options{})
	}
	_, err = s.write(context.Background(), dir, numbered(s.to), Options{Workers: 1, spillAt: s.spillAt, fault: func(call, name string) error {
		if s.always != nil {
			if err := s.always(call, name); err != nil {
				return err
			}
		}
		if now() {
			return fault
		}
		return nil
	}})
	return dir, err
}

// requireHealing disturbs nothing any more, and first makes sure that a build
// which fails puts the old site back all the same.
func (s scene) requireHealing(t *testing.T, dir string) {
	t.Helper()
	if s.from != 0 {
		Tree(context.Background(), dir, faulty{numbered(3), errors.New("broken")}, Options{})
		if _, err := os.Stat(filepath.Join(dir, markerName)); err != nil {
			t.Fatalf("no site: %v", err)
		}
	}
	if _, err := s.write(context.Background(), dir, numbered(s.to), Options{}); err != nil {
		t.Fatalf("healing: %v", err)
	}
	requireSite(t, dir, numbered(s.to))
	requireAlone(t, dir)
}

// requireWholeFiles holds of an update that stopped half-way: what both sites
// have is there, and every file is one site's or the other's.
func (s scene) requireWholeFiles(t *testing.T, dir string) {
	t.Helper()
	before, after := numbered(s.from), numbered(s.to)
	got, err := onDisk(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range got {
		if name[len(name)-1] != '/' && text != before[name] && text != after[name] {
			t.Fatalf("%s is neither old nor new: %.40q", name, text)
		}
	}
	for name := range before {
		_, stays := after[name]
		if _, there := got[name]; stays && !there {
			t.Fatalf("%s is missing", name)
		}
	}
}

// TestHealPutsOldSiteBack is the one moment at which renames leave no output.
func TestHealPutsOldSiteBack(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	beside := func(name string) string { return filepath.Join(filepath.Dir(dir), ".public.greffe-"+name) }
	if err := os.Rename(dir, beside("old")); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(beside("new"), "index.html"), "half a s")
	if _, err := Tree(context.Background(), dir, faulty{numbered(2), errors.New("broken")}, Options{}); err == nil {
		t.Fatal("no error")
	}
	requireSite(t, dir, numbered(1))
	requireAlone(t, dir)
}
