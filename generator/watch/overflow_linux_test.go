package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// More happens than the system keeps in mind while nobody listens: every file is
// told all the same, and what is saved afterwards too.
func TestARealOverflowLosesNothing(t *testing.T) {
	text, err := os.ReadFile("/proc/sys/fs/inotify/max_queued_events")
	if err != nil {
		t.Fatal(err)
	}
	queue, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	o := Options{pace: usual}
	o.pace.round = time.Hour // no round of the patrol but that which is called
	w := newWatcher(o)
	dir := t.TempDir()
	w.trees = []*tree{newTree("content", dir, w.arm, w.ears.remove)}
	w.trees[0].look(".", true)

	want := make(map[string]bool)
	for i := range queue/2 + 4096 { // each is created and written
		name := fmt.Sprintf("%d.md", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
		want[name] = true
	}
	ctx, cancel := context.WithCancel(context.Background())
	go w.run(ctx)
	s := &scene{T: t, dir: dir, changes: w.changes}
	t.Cleanup(func() {
		cancel()
		for range w.changes { // until it is closed
		}
	})
	for len(want) > 0 {
		for _, path := range s.next().Paths {
			delete(want, path)
		}
	}
	s.calm()
}
