//go:build unix

package write

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// tryLock returns the locked file, or nil when somebody else has it.
//
// The lock file is removed by whoever holds it, so that a project folder is
// left as clean as it was. A file that is not the one of that name any more was
// removed between our opening and our locking it, and locks nothing: try anew.
func tryLock(root *os.Root, name string) (*os.File, error) {
	for {
		f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
		if err != nil {
			return nil, err
		}
		err = unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		if err == nil && isStill(root, name, f) {
			return f, nil
		}
		f.Close()
		switch {
		case err == nil, errors.Is(err, unix.EINTR):
			continue
		case errors.Is(err, unix.EWOULDBLOCK):
			return nil, nil
		}
		return nil, &os.PathError{Op: "flock", Path: name, Err: err}
	}
}

func isStill(root *os.Root, name string, f *os.File) bool {
	ours, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := root.Lstat(name)
	return err == nil && os.SameFile(ours, there)
}

// unlock removes the file first: once let go of, it could be another's.
func unlock(root *os.Root, name string, f *os.File) {
	root.Remove(name)
	f.Close()
}
