//go:build unix

package write

import (
	"os"
	"path/filepath"
	"syscall"
)

// isMount recognises a mounted file system. A folder of the same file system
// mounted anew (mount --bind) is not told apart here; the exchange fails then,
// as late as it can, with "device or resource busy".
func isMount(out string, info os.FileInfo) bool {
	around, err := os.Stat(filepath.Dir(out))
	if err != nil {
		return false
	}
	a, ok := info.Sys().(*syscall.Stat_t)
	b, alike := around.Sys().(*syscall.Stat_t)
	return ok && alike && a.Dev != b.Dev
}
