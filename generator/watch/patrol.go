package watch

import (
	"context"
	"os"
	"path"
	"path/filepath"
	"sync/atomic"
	"time"
)

// A beat says when the patrol walks.
type beat struct {
	interval atomic.Int64
	rest     atomic.Int64 // how many times as long as a round took to pause after it, at least
	called   chan struct{}
}

// A net may be slow and should cost nothing; eyes that are all there is, not.
const (
	restOfNet  = 20
	restOfEyes = 2
)

func newBeat(interval time.Duration, rest int64) *beat {
	b := &beat{called: make(chan struct{}, 1)}
	b.set(interval, rest)
	return b
}

func (b *beat) set(interval time.Duration, rest int64) {
	b.interval.Store(int64(interval))
	b.rest.Store(rest)
}

// now asks for a round at once; several calls during a round ask for one.
func (b *beat) now() {
	select {
	case b.called <- struct{}{}:
	default:
	}
}

// wait waits for the next round.
func (b *beat) wait(ctx context.Context, took time.Duration) error {
	timer := time.NewTimer(max(time.Duration(b.interval.Load()), time.Duration(b.rest.Load())*took))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-b.called:
	case <-timer.C:
	}
	return ctx.Err()
}

// patrol walks through all trees again and again, and hints at what is not as
// it was remembered.
func (w *watcher) patrol(ctx context.Context, found chan<- []hint) {
	var took time.Duration
	for w.beat.wait(ctx, took) == nil {
		took = 0
		for _, t := range w.trees {
			_ = w.ears.add(filepath.Dir(t.dir)) // it may have come back; the loop reports a limit
			started := time.Now()
			suspects := t.suspects(ctx, w.ears)
			took += time.Since(started)
			if len(suspects) == 0 {
				continue
			}
			select {
			case found <- suspects:
			case <-ctx.Done():
			}
		}
	}
}

// suspects are the places that deserve a closer look.
func (t *tree) suspects(ctx context.Context, ears *ears) []hint {
	t.mutex.Lock()
	self := t.self
	t.mutex.Unlock()
	info, err := os.Stat(t.dir)
	there := err == nil && info.IsDir()
	if there != (self != nil) || there && !os.SameFile(self, info) {
		return []hint{{t, "."}}
	}
	var suspects []hint
	if there {
		t.walk(ctx, ".", ears, func(place string) { suspects = append(suspects, hint{t, place}) })
	}
	return suspects
}

// walk compares a folder, and those in it that are known; an unknown one is a
// suspect itself. It asks again for events, in case the folder went and came.
func (t *tree) walk(ctx context.Context, folder string, ears *ears, suspect func(place string)) {
	if ctx.Err() != nil {
		return
	}
	_ = ears.add(t.at(folder))
	entries, err := os.ReadDir(t.at(folder))
	if err != nil {
		return // its own folder sees that it is gone
	}
	there := make(map[string]bool, len(entries))
	for _, entry := range entries {
		name := entry.Name()
		if dropping(name) {
			continue
		}
		info, err := entry.Info()
		if err != nil {
			continue // gone meanwhile
		}
		there[name] = true
		place := path.Join(folder, name)
		was, known := t.remembered(folder, name)
		switch {
		case !known || was.suspect(info):
			suspect(place)
		case info.IsDir():
			t.walk(ctx, place, ears, suspect)
		}
	}
	for _, name := range t.names(folder) {
		if !there[name] {
			suspect(path.Join(folder, name))
		}
	}
}

func (t *tree) remembered(folder, name string) (stamp, bool) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	was, known := t.folders[folder][name]
	return was, known
}

func (t *tree) names(folder string) []string {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	names := make([]string, 0, len(t.folders[folder]))
	for name := range t.folders[folder] {
		names = append(names, name)
	}
	return names
}
