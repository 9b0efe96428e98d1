// Package watch tells which files of a few folders have changed.
//
//	changes, err := watch.Folders(ctx, []watch.Root{{Name: "content", Dir: dir}}, watch.Options{})
//	for change := range changes { … }
//
// # Hints and looks
//
// What an operating system says about files is a hint, never a fact: events are
// lost, doubled, late, or about a file that is already something else. So
// nothing is reported because of an event. A hint makes the watcher look at a
// path and compare what is there with what it saw last; only a difference is a
// [Change]. Hints come from two sides:
//
//   - the ears: the system's events (fsnotify), for folders, never for files,
//     since a watch on a file dies with the first editor that saves by renaming;
//   - the patrol: every few seconds it walks through everything and hints at
//     what is not as it was remembered. It is the net under lost events, and all
//     there is where the system is silent (network folders, some containers) or
//     has no watches left.
//
// # When a change is told
//
// The first hint after a calm is followed at once: a saved page should be seen
// in milliseconds. Those that come with it are gathered until they pause, for
// 200 ms at most: a checkout of a thousand files is a handful of changes. A
// file that is missing or empty gets 50 ms to come back before it is believed:
// many editors save by emptying or by removing first.
//
// While nobody receives, changes are merged: a slow reader finds one change for
// each root, not a queue.
//
// # What is compared
//
// Size, time, mode and identity (the inode); and the content of files that were
// modified within the last two seconds, since clocks of file systems are coarse
// and a second save may leave all the rest as it was. Links are not followed,
// pipes and devices never opened. What editors drop beside a file (swap files,
// backups, dot files) is not looked at.
//
// # Roots that come and go
//
// A root that is removed, replaced by another folder, or not there yet is
// waited for; each such change has All set. Nothing but the end of its context
// ends a watch.
package watch

import (
	"context"
	"errors"
	"path/filepath"
	"time"
)

// A Root is a folder to watch, with all that is in it.
type Root struct {
	Name string // what changes call it
	Dir  string
}

// A Change is what happened in a root since the last one.
type Change struct {
	Root string // its name
	// Paths are those of the files and folders that came, went or changed,
	// slash-separated, relative to the root, sorted. A folder is named when it
	// comes and when it goes, with everything in it.
	Paths []string
	// All tells that the root itself came, went or became another folder: what
	// was opened there is no longer the folder of that name.
	All bool
}

// Options are the circumstances of a watch; the zero value suits a local disk.
type Options struct {
	// Poll, when not zero, is how often to look at everything, without the
	// system's help.
	Poll time.Duration
	// Notice, when set, is told what people should know, by the name of a
	// sentence: [Polling]. It is called before [Folders] returns, or from the
	// watcher's own goroutine.
	Notice func(kind string)

	// Tests put other values here.
	pace  pace
	fault func(dir string) error // asked before the system is asked to watch a folder, or ("") anything
}

// Polling is the notice that the system can watch no more folders (Linux limits
// them by user): the watcher goes on by looking itself, every second.
const Polling = "polling"

// A pace is how patient the watcher is.
type pace struct {
	first  time.Duration // after the first hint in a calm
	quiet  time.Duration // without hints, and the others are looked at
	latest time.Duration // whatever hints still come
	grace  time.Duration // for a missing or empty file
	round  time.Duration // between two rounds of the patrol
	poll   time.Duration // the same, when the system has no watches left
}

var usual = pace{
	first: time.Millisecond, quiet: 20 * time.Millisecond, latest: 200 * time.Millisecond,
	grace: 50 * time.Millisecond, round: 3 * time.Second, poll: time.Second,
}

// Folders watches roots until the context ends, and then closes the channel.
// What is there when it returns is taken for known.
func Folders(ctx context.Context, roots []Root, o Options) (<-chan Change, error) {
	if o.pace == (pace{}) {
		o.pace = usual
	}
	if len(roots) == 0 {
		return nil, errors.New("there is no folder to watch")
	}
	w := newWatcher(o)
	for _, root := range roots {
		dir, err := filepath.Abs(root.Dir)
		if err != nil {
			w.ears.close()
			return nil, err
		}
		w.trees = append(w.trees, newTree(root.Name, dir, w.arm, w.ears.remove))
	}
	for _, t := range w.trees {
		w.arm(filepath.Dir(t.dir)) // tells when the root itself comes and goes
		t.look(".", true)
	}
	go w.run(ctx)
	return w.changes, nil
}
