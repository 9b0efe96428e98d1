package seal

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

// program tells this program from any other, without reading it: where it lies,
// its stamp, and what it was built from as far as it says so.
func program() (string, error) {
	path, err := os.Executable()
	if err != nil {
		return "", err
	}
	running := path
	if runtime.GOOS == "linux" {
		running = "/proc/self/exe" // although another program has taken its place since
	}
	info, err := os.Stat(running)
	if err != nil {
		return "", err
	}
	built := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		built = info.String()
	}
	return fmt.Sprint(path, StampOf(info), built), nil
}
