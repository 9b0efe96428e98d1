package write

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"path"
	"runtime"
	"sync"
	"sync/atomic"
)

// A bench is what one worker works on: the file being made, while it is small,
// and room to read the old one into. Memory is bounded by one bench a worker.
type bench struct {
	made  bytes.Buffer
	chunk [64 << 10]byte
}

var benches = sync.Pool{New: func() any { return new(bench) }}

// make makes every file, and stages those that differ from the old site's.
func (r *run) make(ctx context.Context) error {
	if err := r.mkdir(r.new); err != nil {
		return fmt.Errorf("making the staging folder: %w", err)
	}
	// At once, so that nothing which is not marked can ever be exchanged.
	if _, err := r.write(in(r.new, markerName), []byte(r.marker)); err != nil {
		return fmt.Errorf("marking the staging folder: %w", err)
	}
	var mu sync.Mutex
	done := 0
	err := r.each(ctx, func(b *bench, i int) error {
		if err := r.makeOne(b, i); err != nil {
			return err
		}
		if r.options.Progress != nil {
			mu.Lock()
			defer mu.Unlock()
			done++
			r.options.Progress(done, len(r.files))
		}
		return nil
	})
	if err == nil && r.options.Approve != nil {
		err = r.options.Approve()
	}
	return err
}

func (r *run) makeOne(b *bench, i int) error {
	file := r.files[i]
	was, old := r.before.files[file]
	if old && r.options.Keep != nil && r.options.Keep(file) {
		r.bytes.Add(was.Size)
		return nil
	}
	b.made.Reset()
	made := &draft{run: r, file: file, limit: cmp.Or(r.options.spillAt, spillAt), memory: &b.made}
	if err := made.finish(r.source.Make(made, file)); err != nil {
		return fmt.Errorf("making %s: %w", file, err)
	}
	r.bytes.Add(made.size)
	if old && was.Size == made.size {
		same, err := made.keepOld(b.chunk[:])
		if err != nil {
			return fmt.Errorf("comparing %s with the old one: %w", file, err)
		}
		if same {
			return nil
		}
	}
	r.changed[i] = true
	if made.aside != nil {
		r.stamps[i] = made.stamp
		return nil
	}
	if err := r.stageFolder(path.Dir(file)); err != nil {
		return fmt.Errorf("making the folder of %s: %w", file, err)
	}
	var err error
	if r.stamps[i], err = r.write(in(r.new, file), b.made.Bytes()); err != nil {
		return fmt.Errorf("writing %s: %w", file, err)
	}
	return nil
}

// stageFolder makes a folder of the staging folder, and those around it, once.
func (r *run) stageFolder(folder string) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stageFolderLocked(folder)
}

func (r *run) stageFolderLocked(folder string) error {
	if r.staged[folder] {
		return nil
	}
	if err := r.stageFolderLocked(path.Dir(folder)); err != nil {
		return err
	}
	if err := r.mkdir(in(r.new, folder)); err != nil {
		return err
	}
	r.staged[folder] = true
	return nil
}

// each does something to every file, several at once, until the first error or
// the end of the context; it returns when all of them have stopped.
func (r *run) each(ctx context.Context, do func(b *bench, i int) error) error {
	workers := r.options.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var next atomic.Int64
	var team sync.WaitGroup
	for range min(workers, len(r.files)) {
		team.Go(func() {
			b := benches.Get().(*bench)
			defer benches.Put(b)
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(r.files) {
					return
				}
				if err := do(b, i); err != nil {
					stop(err)
					return
				}
			}
		})
	}
	team.Wait()
	return context.Cause(ctx)
}
