package write

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// Ten thousand calls to fsync take minutes on a slow disk; one syncfs takes as
// long as the bytes do. It also waits for what other programs wrote to the same
// file system, and, since Linux 5.8, tells when something could not be written.
const syncsFiles = false

func syncFile(f *os.File) error { return f.Sync() }

func syncAll(f *os.File) error {
	return os.NewSyscallError("syncfs", unix.Syncfs(int(f.Fd())))
}

// Some file systems (FUSE, CIFS) cannot sync a folder and say so; they have
// nothing better to offer.
func syncLast(f *os.File) error {
	if err := f.Sync(); err != nil && !errors.Is(err, unix.EINVAL) && !errors.Is(err, unix.ENOTSUP) {
		return err
	}
	return nil
}
