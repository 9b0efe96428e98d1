//go:build unix && !linux

package write

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

const syncsFiles = true

// On macOS os.File.Sync empties the drive's own cache, some milliseconds each
// time: too long for each of ten thousand files. Plain fsync hands the bytes to
// the drive; the cache is emptied once, by syncAll, before the exchange.
func syncFile(f *os.File) error { return lenient("fsync", unix.Fsync(int(f.Fd()))) }

func syncAll(f *os.File) error { return lenient("", f.Sync()) }

func syncLast(f *os.File) error { return lenient("", f.Sync()) }

// Some file systems cannot sync a folder and say so; they have nothing better
// to offer.
func lenient(call string, err error) error {
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return nil
	}
	if call != "" {
		return os.NewSyscallError(call, err)
	}
	return err
}
