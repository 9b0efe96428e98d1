package write

import (
	"context"
	"fmt"
	"slices"
)

// Update writes the site to dir file by file: those that changed are made and
// synced aside, then each is renamed into place, and what is to go is deleted
// last, so that no page on disk links to one that is not there yet. An error
// before the first rename leaves the old site; one after it leaves whole files
// of both, and the next run completes what it began.
//
// Where that road does not lead (no site of ours yet, another kind of site, a
// file in the place of a folder, a name that changes only its case) Update does
// what [Tree] does.
func Update(ctx context.Context, dir string, s Source, o Options) (Summary, error) {
	r, err := begin(ctx, dir, s, o)
	if err != nil {
		return Summary{}, err
	}
	defer r.end()
	if err := r.make(ctx); err != nil {
		return Summary{}, err
	}
	if !r.canReplaceFiles() {
		return r.publish(ctx)
	}
	return r.replaceFiles(ctx)
}

// canReplaceFiles tells whether additions can all come before deletions: nothing
// that is to go may hold, on any file system, a name that is to come.
func (r *run) canReplaceFiles() bool {
	if r.before.marker != r.marker || len(r.before.strange) > 0 {
		return false
	}
	for file := range r.before.files {
		if !r.has(file) && r.crosses(file) {
			return false
		}
	}
	for _, folder := range r.before.folders {
		if !r.hasFolder(folder) && r.crosses(folder) {
			return false
		}
	}
	return true
}

func (r *run) replaceFiles(ctx context.Context) (Summary, error) {
	sum := r.summary()
	if r.nothingChanged(sum) {
		return sum, nil
	}
	if sum.Written > 0 {
		if err := r.syncTree(nil); err != nil {
			return Summary{}, fmt.Errorf("syncing the changed files: %w", err)
		}
	}
	if ctx.Err() != nil {
		return Summary{}, context.Cause(ctx)
	}
	// From here on the context is not asked: half an update helps nobody, and
	// renames are quick.
	if err := r.moveIn(); err != nil {
		return Summary{}, err
	}
	if err := r.sweep(); err != nil {
		return Summary{}, err
	}
	return sum, nil
}

func (r *run) moveIn() error {
	for _, folder := range r.folders {
		if _, there := slices.BinarySearch(r.before.folders, folder); there {
			continue
		}
		if err := r.mkdir(in(r.out, folder)); err != nil {
			return fmt.Errorf("making the folder %s: %w", folder, err)
		}
	}
	for i, file := range r.files {
		if !r.changed[i] {
			continue
		}
		if err := r.rename(in(r.new, file), in(r.out, file)); err != nil {
			return fmt.Errorf("replacing %s: %w", file, err)
		}
	}
	return nil
}

// sweep deletes the files that are no longer in the site, then the folders that
// this leaves empty, inner ones first.
func (r *run) sweep() error {
	for _, file := range r.before.orphans(r.plan) {
		if err := r.remove(in(r.out, file)); err != nil {
			return fmt.Errorf("deleting %s: %w", file, err)
		}
	}
	for _, folder := range slices.Backward(r.before.folders) {
		if r.hasFolder(folder) {
			continue
		}
		if err := r.remove(in(r.out, folder)); err != nil {
			return fmt.Errorf("deleting the folder %s: %w", folder, err)
		}
	}
	return nil
}
