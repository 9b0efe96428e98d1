package write

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

func exchange(parent *os.File, a, b string) error {
	fd := int(parent.Fd())
	return os.NewSyscallError("renameat2", unix.Renameat2(fd, a, fd, b, unix.RENAME_EXCHANGE))
}

// noExchange recognises an old kernel (ENOSYS) and a file system that cannot.
func noExchange(err error) error {
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOTSUP) {
		return errNoExchange
	}
	return err
}
