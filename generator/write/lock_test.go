package write

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

// A gate is a source whose making waits.
type gate struct {
	literal
	reached chan<- struct{}
	open    <-chan struct{}
}

func (g gate) Make(w io.Writer, path string) error {
	g.reached <- struct{}{}
	<-g.open
	return g.literal.Make(w, path)
}

func TestTreeWaitsForAnotherRun(t *testing.T) {
	dir := out(t)
	reached, open := make(chan struct{}, 10), make(chan struct{})
	var first sync.WaitGroup
	first.Go(func() { tree(t, dir, gate{numbered(1), reached, open}, Options{}) })
	<-reached

	ctx, stop := context.WithTimeout(context.Background(), 4*lockEvery)
	defer stop()
	_, err := Tree(ctx, dir, numbered(2), Options{})
	var busy *BusyError
	if !errors.As(err, &busy) || busy.PID != os.Getpid() || !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v", err)
	}
	requireAbsent(t, dir) // nor did giving up disturb the first

	told := 0
	tree(t, dir, numbered(2), Options{Waiting: func(pid int) {
		if told++; pid != os.Getpid() {
			t.Errorf("waiting for process %d", pid)
		}
		close(open)
		time.Sleep(3 * lockEvery)
	}})
	if told != 1 {
		t.Errorf("told %d times", told)
	}
	first.Wait()
	requireSite(t, dir, numbered(2))
	requireAlone(t, dir)
}

func TestManyRunsAtOnceTakeTurns(t *testing.T) {
	dir := out(t)
	var runs sync.WaitGroup
	for n := range 12 {
		runs.Go(func() {
			for range 5 {
				if n%2 == 0 {
					tree(t, dir, numbered(n), Options{})
				} else {
					update(t, dir, numbered(n), Options{})
				}
			}
		})
	}
	runs.Wait()
	requireAlone(t, dir)
	tree(t, dir, numbered(99), Options{})
	requireSite(t, dir, numbered(99))
}

func TestLockIsHeldByOneAtATime(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	var holders, turns atomic.Int64
	var rivals sync.WaitGroup
	for range 4 {
		rivals.Go(func() {
			for turns.Load() < 2000 {
				f, err := tryLock(root, "lock")
				if err != nil {
					t.Error(err)
					return
				}
				if f == nil {
					continue
				}
				if holders.Add(1) != 1 {
					t.Error("two hold the lock")
				}
				turns.Add(1)
				runtime.Gosched()
				holders.Add(-1)
				unlock(root, "lock", f)
			}
		})
	}
	rivals.Wait()
}

func TestLockFileOfDeadProcessHoldsNobody(t *testing.T) {
	dir := out(t)
	put(t, filepath.Join(filepath.Dir(dir), ".public.greffe.lock"), "1\n")
	tree(t, dir, numbered(1), Options{Waiting: func(pid int) { t.Errorf("waiting for %d", pid) }})
	requireSite(t, dir, numbered(1))
}
