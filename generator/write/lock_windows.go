package write

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// tryLock returns the locked file, or nil when somebody else has it. What is
// locked is one byte far beyond the file's end: Windows keeps others from
// reading what is locked, and they must be able to read who holds it.
func tryLock(root *os.Root, name string) (*os.File, error) {
	f, err := root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
	if errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_DELETE_PENDING) {
		return nil, nil // being removed by its holder
	}
	if err != nil {
		return nil, err
	}
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err = windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &windows.Overlapped{OffsetHigh: 1})
	if err == nil {
		return f, nil
	}
	f.Close()
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return nil, nil
	}
	return nil, &os.PathError{Op: "LockFileEx", Path: name, Err: err}
}

// unlock leaves the file where it is: removing it while another run opens it
// could give two of them a lock, each on a file of its own.
func unlock(_ *os.Root, _ string, f *os.File) { f.Close() }
