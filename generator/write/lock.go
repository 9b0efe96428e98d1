package write

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
)

// lockEvery is how often a waiting run looks whether its turn has come. The
// system could wake it, but not when its context ends.
const lockEvery = 50 * time.Millisecond

// lock keeps other runs off the output until release is called. The system lets
// go of the lock when a process dies, however it dies: a lock file that is
// merely there means nothing.
func (d *disk) lock(ctx context.Context, waiting func(pid int)) (release func(), err error) {
	for attempt := 0; ; attempt++ {
		if err := d.try("lock", d.guard); err != nil {
			return nil, fmt.Errorf("locking %s: %w", d.dir, err)
		}
		f, err := tryLock(d.root, d.guard)
		if err != nil {
			return nil, fmt.Errorf("locking %s: %w", d.dir, err)
		}
		if f != nil {
			// For the one who waits; whoever cannot write it still holds the lock.
			f.Truncate(0)
			f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
			return func() { unlock(d.root, d.guard, f) }, nil
		}
		// Not at the first attempt: the other may be about to finish, and may
		// not have written its number yet.
		if attempt == 1 && waiting != nil {
			waiting(d.holder())
		}
		select {
		case <-ctx.Done():
			return nil, &BusyError{Dir: d.dir, PID: d.holder(), Err: context.Cause(ctx)}
		case <-time.After(lockEvery):
		}
	}
}

// holder is the number of the process that holds the lock, or 0.
func (d *disk) holder() int {
	text, err := d.read(d.guard, 32)
	if err != nil {
		return 0
	}
	pid, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return pid
}
