package watch

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"
)

// A watcher is the one goroutine that owns the hints and decides when to look.
// The ears and the patrol only talk to it.
type watcher struct {
	Options
	trees   []*tree
	ears    *ears
	beat    *beat
	changes chan Change

	hints  map[hint]time.Time // with when it was first doubted, if it was
	heard  time.Time          // the last hint
	due    time.Time          // when to look; zero when there is nothing to look at
	latest time.Time          // when to look whatever comes
	timer  *time.Timer

	pending []Change // nobody has received them yet; one a root
}

// A hint is a place that may have changed; "." is the root itself.
type hint struct {
	tree *tree
	path string
}

func newWatcher(o Options) *watcher {
	w := &watcher{
		Options: o, changes: make(chan Change), hints: make(map[hint]time.Time),
		timer: time.NewTimer(time.Hour), beat: newBeat(o.pace.round, restOfNet),
	}
	w.timer.Stop()
	if o.Poll > 0 {
		w.beat.set(o.Poll, restOfEyes)
		return w
	}
	var err error
	if w.ears, err = openEars(o.fault); err != nil {
		w.deafen()
	}
	return w
}

func (w *watcher) run(ctx context.Context) {
	found := make(chan []hint)
	gone := make(chan struct{})
	go func() { defer close(gone); w.patrol(ctx, found) }()
	defer func() {
		w.ears.close()
		w.timer.Stop()
		<-gone
		close(w.changes)
	}()
	for {
		var receiver chan Change
		var next Change
		if len(w.pending) > 0 {
			receiver, next = w.changes, w.pending[0]
		}
		events, troubles := w.ears.channels()
		select {
		case <-ctx.Done():
			return
		case receiver <- next:
			w.pending = w.pending[1:]
		case event, open := <-events:
			if !open {
				w.deafen()
				continue
			}
			w.hear(w.about(event.Name)...)
		case _, open := <-troubles:
			if !open {
				w.deafen()
				continue
			}
			w.beat.now() // an overflow, or worse: events were lost
		case hints := <-found:
			w.hear(hints...)
		case <-w.timer.C:
			w.look()
		}
	}
}

// hear takes hints, and decides when to look at them.
func (w *watcher) hear(hints ...hint) {
	if len(hints) == 0 {
		return
	}
	now := time.Now()
	soon := w.due.IsZero() && now.Sub(w.heard) > w.pace.quiet
	for _, h := range hints {
		doubted := w.hints[h]
		w.hints[h] = doubted
		soon = soon || !doubted.IsZero() // the rest of a save
	}
	w.heard = now
	switch {
	case soon:
		w.latest = now.Add(w.pace.first)
		w.wake(now, w.pace.first)
	case !w.due.IsZero():
		w.wake(now, w.pace.quiet)
	default:
		w.latest = now.Add(w.pace.latest)
		w.wake(now, w.pace.quiet)
	}
}

func (w *watcher) wake(now time.Time, in time.Duration) {
	w.due = now.Add(in)
	if w.due.After(w.latest) {
		w.due = w.latest
	}
	w.timer.Reset(w.due.Sub(now))
}

// look compares every place that was hinted at with what it was, and keeps the
// doubtful ones for another look.
func (w *watcher) look() {
	now := time.Now()
	w.due = time.Time{}
	// In this order a folder that was moved leaves its old place, and gives up
	// its watch there, before it is found at the new one.
	for _, h := range w.inOrder() {
		doubted := w.hints[h]
		delete(w.hints, h)
		seen := h.tree.look(h.path, !doubted.IsZero() && now.Sub(doubted) >= w.pace.grace)
		w.add(h.tree.name, seen.changed, seen.all)
		for _, place := range seen.doubts {
			if place != h.path || doubted.IsZero() {
				doubted = now
			}
			w.hints[hint{h.tree, place}] = doubted
		}
	}
	if len(w.hints) > 0 {
		w.latest = now.Add(w.pace.quiet)
		w.wake(now, w.pace.quiet)
	}
}

// inOrder lists the hints: what is gone first, then by path.
func (w *watcher) inOrder() []hint {
	type place struct {
		hint
		there bool
	}
	places := make([]place, 0, len(w.hints))
	for h := range w.hints {
		places = append(places, place{h, h.tree.there(h.path)})
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.there != b.there {
			if b.there {
				return -1
			}
			return 1
		}
		return strings.Compare(a.path, b.path)
	})
	hints := make([]hint, len(places))
	for i := range places {
		hints[i] = places[i].hint
	}
	return hints
}

// add merges a change into what nobody has received yet.
func (w *watcher) add(root string, paths []string, all bool) {
	if len(paths) == 0 && !all {
		return
	}
	i := slices.IndexFunc(w.pending, func(c Change) bool { return c.Root == root })
	if i < 0 {
		w.pending = append(w.pending, Change{Root: root})
		i = len(w.pending) - 1
	}
	change := &w.pending[i]
	change.All = change.All || all
	change.Paths = slices.Concat(change.Paths, paths)
	slices.Sort(change.Paths)
	change.Paths = slices.Compact(change.Paths)
}

// about says which places an event's path is, in each of the roots.
func (w *watcher) about(name string) []hint {
	var hints []hint
	for _, t := range w.trees {
		if path, inside := t.relative(name); inside && !ignored(path) {
			hints = append(hints, hint{t, path})
		}
	}
	return hints
}

// arm asks the system to tell about a folder.
func (w *watcher) arm(dir string) {
	err := w.ears.add(dir)
	if err == nil || errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission) {
		return // the patrol tries again
	}
	w.deafen()
}

// deafen goes on without the system's events.
func (w *watcher) deafen() {
	w.ears.close()
	w.beat.set(w.pace.poll, restOfEyes)
	w.beat.now()
	if w.Notice != nil {
		w.Notice(Polling)
	}
}
