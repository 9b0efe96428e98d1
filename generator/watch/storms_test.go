package watch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

func TestAStormIsToldWholeInFewChanges(t *testing.T) {
	eachWay(t, func(t *testing.T, o Options) {
		s := watching(t, o)
		want := map[string]bool{}
		for i := range 2000 {
			folder := fmt.Sprintf("folder-%d", i%20)
			name := fmt.Sprintf("%s/%d.md", folder, i)
			s.write(name, "x")
			want[folder], want[name] = true, true
		}
		changes := 0
		for ; len(want) > 0; changes++ {
			for _, path := range s.next().Paths {
				delete(want, path)
			}
		}
		if changes > 20 {
			t.Errorf("the storm made %d changes", changes)
		}
		s.calm()
	})
}

// A reader that is busy finds what happened meanwhile in one change.
func TestChangesMergeWhileNobodyReceives(t *testing.T) {
	t.Parallel()
	s := watching(t, Options{})
	for i := range 10 {
		s.write(fmt.Sprintf("%d.md", i), "x")
		time.Sleep(5 * time.Millisecond)
	}
	time.Sleep(10 * usual.quiet)
	if change := s.next(); len(change.Paths) != 10 {
		t.Errorf("%d paths in the first change, want 10", len(change.Paths))
	}
}

func TestThePatrolFindsWhatEventsLost(t *testing.T) {
	t.Parallel()
	o := Options{pace: usual}
	o.pace.round = 10 * time.Millisecond
	// No folder but the parent is ever armed, and nobody says so.
	o.fault = func(dir string) error {
		if filepath.Base(dir) == "content" || filepath.Base(dir) == "opinions" {
			return os.ErrPermission
		}
		return nil
	}
	s := watching(t, o, "opinions/a.md")
	s.write("opinions/a.md", "new")
	s.told("opinions/a.md")
	s.remove("opinions/a.md")
	s.told("opinions/a.md")
	s.calm()
}

func TestAnOverflowSendsThePatrol(t *testing.T) {
	o := Options{pace: usual}
	o.pace.round = time.Hour
	w := newWatcher(o)
	defer w.ears.close()
	dir := t.TempDir()
	w.trees = []*tree{newTree("content", dir, func(string) {}, func(string) {})}
	w.trees[0].look(".", true)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	go w.run(ctx)
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	w.ears.watcher.Errors <- fsnotify.ErrEventOverflow
	if change := (&scene{T: t, changes: w.changes}).next(); len(change.Paths) != 1 {
		t.Errorf("told %v, want a.md", change.Paths)
	}
}

func TestPollingTakesOverAtTheSystemsLimit(t *testing.T) {
	for _, from := range []int64{0, 1, 3} { // no watcher at all; no folder; some
		t.Run(fmt.Sprint(from), func(t *testing.T) {
			notices := make(chan string, 10)
			o := Options{pace: usual, Notice: func(kind string) { notices <- kind }}
			o.pace.round, o.pace.poll = time.Hour, 5*time.Millisecond
			var armed atomic.Int64
			o.fault = func(string) error {
				if armed.Add(1) > from {
					return errors.New("no space left on device")
				}
				return nil
			}
			s := watching(t, o, "a.md")
			s.write("opinions/b.md", "x")
			s.told("opinions", "opinions/b.md")
			s.write("opinions/b.md", "new")
			s.told("opinions/b.md")
			if len(notices) != 1 || <-notices != Polling {
				t.Error("want one notice, that of polling")
			}
		})
	}
}

func TestNothingStaysBehindWhenTheContextEnds(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		ctx, cancel := context.WithCancel(context.Background())
		dir := t.TempDir()
		changes, err := Folders(ctx, []Root{{Name: "content", Dir: dir}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		cancel()
		for range changes { // until it is closed
		}
	}
	for deadline := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}

func TestThereMustBeSomethingToWatch(t *testing.T) {
	if _, err := Folders(context.Background(), nil, Options{}); err == nil {
		t.Error("no error")
	}
}
