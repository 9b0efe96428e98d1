package write

import (
	"context"
	"fmt"
	"slices"
)

// Tree writes the site to dir, all or nothing; the package comment says how.
func Tree(ctx context.Context, dir string, s Source, o Options) (Summary, error) {
	r, err := begin(ctx, dir, s, o)
	if err != nil {
		return Summary{}, err
	}
	defer r.end()
	if r.sealed() {
		return r.summary(), nil
	}
	if err := r.make(ctx); err != nil {
		return Summary{}, err
	}
	sum, err := r.publish(ctx)
	if err == nil {
		r.seal()
	}
	return sum, err
}

// publish completes the staging folder and puts it in the output's place.
func (r *run) publish(ctx context.Context) (Summary, error) {
	sum := r.summary()
	if r.nothingChanged(sum) {
		return sum, nil
	}
	if err := r.linkUnchanged(ctx); err != nil {
		return Summary{}, err
	}
	if err := r.syncTree(r.folders); err != nil {
		return Summary{}, fmt.Errorf("syncing the new site: %w", err)
	}
	if ctx.Err() != nil {
		return Summary{}, context.Cause(ctx) // the last moment to think better of it
	}
	if err := r.install(r.before.there); err != nil {
		return Summary{}, err
	}
	return sum, nil
}

func (r *run) nothingChanged(sum Summary) bool {
	return sum.Written == 0 && sum.Removed == 0 &&
		r.before.marker == r.marker &&
		slices.Equal(r.before.folders, r.folders)
}

// linkUnchanged waits until all is made: a site in which nothing changed, the
// usual case while watching, costs no link at all.
func (r *run) linkUnchanged(ctx context.Context) error {
	for _, folder := range r.folders {
		if err := r.stageFolder(folder); err != nil {
			return fmt.Errorf("making the folder %s: %w", folder, err)
		}
	}
	r.linked = true
	return r.each(ctx, func(_ *bench, i int) error {
		if r.changed[i] {
			return nil
		}
		file := r.files[i]
		if err := r.link(in(r.out, file), in(r.new, file)); err != nil {
			return fmt.Errorf("keeping %s: %w", file, err)
		}
		return nil
	})
}
