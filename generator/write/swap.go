package write

import (
	"errors"
	"fmt"
)

// errNoExchange tells that two folders cannot be exchanged in one step here.
var errNoExchange = errors.New("no exchange of folders on this system")

// install puts the staging folder in the output's place, for good. Afterwards
// the staging folder's name is that of the old site, if there was one.
func (d *disk) install(replace bool) error {
	flip, flop := d.swap, d.swap
	if !replace {
		flip = func() error { return d.rename(d.new, d.out) }
		flop = func() error { return d.rename(d.out, d.new) }
	}
	if err := flip(); err != nil {
		return fmt.Errorf("putting the new site in the place of %s: %w", d.dir, err)
	}
	if err := d.syncParent(); err != nil {
		// Nobody knows which of the two a power cut would leave; an error means
		// that the old site stands, so it comes back.
		return errors.Join(fmt.Errorf("syncing the folder of %s: %w", d.dir, err), flop())
	}
	return nil
}

// swap exchanges the output and the staging folder; done twice, it undoes itself.
func (d *disk) swap() error {
	err := d.exchange()
	if errors.Is(err, errNoExchange) {
		return d.swapByRenames()
	}
	return err
}

func (d *disk) exchange() error {
	if err := d.try("exchange", d.out); err != nil {
		return noExchange(err)
	}
	parent, err := d.root.Open(".")
	if err != nil {
		return err
	}
	defer parent.Close()
	return noExchange(exchange(parent, d.new, d.out))
}

// swapByRenames is the second best: for a moment there is no output. If it is
// killed then, heal finds the old site under its third name.
func (d *disk) swapByRenames() error {
	if err := d.rename(d.out, d.old); err != nil {
		return err
	}
	if err := d.rename(d.new, d.out); err != nil {
		return errors.Join(err, d.rename(d.old, d.out))
	}
	// From here on a leftover under the third name must not be taken for a site
	// to put back: the removal that follows would be half-way through it.
	if err := d.rename(d.old, d.new); err != nil {
		return errors.Join(err, d.rename(d.out, d.new), d.rename(d.old, d.out))
	}
	return nil
}

// heal removes what a killed run left, at whatever moment that was: before the
// exchange d.new is a half-made site, after it the old one; in between, where
// there is no exchange, the old site is d.old and comes back.
func (d *disk) heal() error {
	aside, err := d.exists(d.old)
	if err != nil {
		return err
	}
	site, err := d.exists(d.out)
	if err != nil {
		return err
	}
	if aside && !site {
		if err := d.rename(d.old, d.out); err != nil {
			return err
		}
		aside = false
	}
	if err := d.removeAll(d.new); err != nil {
		return err
	}
	if !aside {
		return nil
	}
	if err := d.rename(d.old, d.new); err != nil {
		return err
	}
	return d.removeAll(d.new)
}
