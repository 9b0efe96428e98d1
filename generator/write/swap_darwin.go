package write

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

func exchange(parent *os.File, a, b string) error {
	fd := int(parent.Fd())
	return os.NewSyscallError("renameatx_np", unix.RenameatxNp(fd, a, fd, b, unix.RENAME_SWAP))
}

// noExchange recognises a volume that cannot, such as a FAT or network one.
func noExchange(err error) error {
	if errors.Is(err, unix.ENOTSUP) || errors.Is(err, unix.EINVAL) {
		return errNoExchange
	}
	return err
}
