package watch

import (
	"errors"
	"sync/atomic"

	"github.com/fsnotify/fsnotify"
)

// ears hear the system's events about folders. All methods may be called on nil
// ears and on closed ones, which hear nothing, and from several goroutines.
type ears struct {
	watcher *fsnotify.Watcher
	fault   func(dir string) error
	closed  atomic.Bool
}

func openEars(fault func(string) error) (*ears, error) {
	if fault != nil {
		if err := fault(""); err != nil {
			return nil, err
		}
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	return &ears{watcher: watcher, fault: fault}, nil
}

func (e *ears) open() bool { return e != nil && !e.closed.Load() }

// channels are nil when there is nothing to hear, as select wants them.
func (e *ears) channels() (<-chan fsnotify.Event, <-chan error) {
	if !e.open() {
		return nil, nil
	}
	return e.watcher.Events, e.watcher.Errors
}

// add listens to a folder; to one that it hears already, it changes nothing.
func (e *ears) add(dir string) error {
	if !e.open() {
		return nil
	}
	if e.fault != nil {
		if err := e.fault(dir); err != nil {
			return err
		}
	}
	if err := e.watcher.Add(dir); !errors.Is(err, fsnotify.ErrClosed) {
		return err
	}
	return nil
}

// remove stops listening to a folder. Linux knows a folder by its inode, and
// would tell about a folder that has moved by the name that it had.
func (e *ears) remove(dir string) {
	if e.open() {
		_ = e.watcher.Remove(dir) // the system has often done so itself
	}
}

func (e *ears) close() {
	if e.open() {
		e.closed.Store(true)
		_ = e.watcher.Close()
	}
}
