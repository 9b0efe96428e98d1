package write

import (
	"context"
	"fmt"
	"sync"
	"sync/atomic"

	"greffe/generator/seal"
)

// A run is one writing of one site, from the lock to its release.
type run struct {
	*disk
	*plan
	source  Source
	options Options
	marker  string
	before  *survey
	unlock  func()

	changed []bool       // of plan.files
	stamps  []seal.Stamp // of those that changed
	linked  bool         // those that did not were linked, which their stamps show
	bytes   atomic.Int64

	mu     sync.Mutex
	staged map[string]bool // folders of the staging folder
}

// begin refuses what must be refused, waits for its turn, heals, and surveys.
// Every run that begins must end.
func begin(ctx context.Context, dir string, source Source, options Options) (*run, error) {
	if err := ctx.Err(); err != nil {
		return nil, context.Cause(ctx)
	}
	plan, err := newPlan(source.Paths())
	if err != nil {
		return nil, err
	}
	out, err := place(dir, options.Sources)
	if err != nil {
		return nil, err
	}
	disk, err := openDisk(dir, out, options.fault)
	if err != nil {
		return nil, fmt.Errorf("opening the folder of %s: %w", dir, err)
	}
	r := &run{
		disk:    disk,
		plan:    plan,
		source:  source,
		options: options,
		marker:  marker{partial: options.Partial}.String(),
		changed: make([]bool, len(plan.files)),
		stamps:  make([]seal.Stamp, len(plan.files)),
		staged:  map[string]bool{".": true},
	}
	if err := r.prepare(ctx); err != nil {
		r.end()
		return nil, err
	}
	return r, nil
}

func (r *run) prepare(ctx context.Context) error {
	// Before the lock, which is a first write; and after it, when another run
	// may have been here.
	if _, err := r.inspect(r.options.Partial); err != nil {
		return err
	}
	unlock, err := r.lock(ctx, r.options.Waiting)
	if err != nil {
		return err
	}
	r.unlock = unlock
	if err := r.heal(); err != nil {
		return fmt.Errorf("healing %s: %w", r.dir, err)
	}
	r.before, err = r.inspect(r.options.Partial)
	if err != nil {
		return err
	}
	return r.before.scan(r.disk)
}

// end removes what the staging folder holds by now: a site that was not
// finished, or the old one. A failure to do so is not told: the site on disk is
// what it should be, and the next run tries again, and does tell.
func (r *run) end() {
	if r.unlock != nil {
		r.removeAll(r.new)
		r.unlock()
	}
	r.root.Close()
}

func (r *run) summary() Summary {
	s := Summary{
		Files:   len(r.files),
		Removed: len(r.before.orphans(r.plan)),
		Bytes:   r.bytes.Load(),
	}
	for _, changed := range r.changed {
		if changed {
			s.Written++
		}
	}
	s.Unchanged = s.Files - s.Written
	return s
}
