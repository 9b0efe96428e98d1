package generator

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/due"
	"greffe/generator/seal"
	"greffe/generator/write"
)

// Seal makes Write note, in a folder of the user's own, what a site was made
// from, and answer that nothing changed when nothing did, without making it. It
// is to be called before anything is read. A site is not sealed if it will be
// written again and again, or if its making tells more than the site: weights.
func (g *Generator) Seal(notes string) {
	g.notes, g.witness = notes, seal.NewWitness()
	watched := func(name string, layers []fs.FS) []fs.FS {
		layers = slices.Clone(layers)
		for i, layer := range layers {
			layers[i] = g.witness.Watch(fmt.Sprint(name, i), layer)
		}
		return layers
	}
	g.Content = g.witness.Watch("content", g.Content)
	g.Layouts, g.Static = watched("layouts", g.Layouts), watched("static", g.Static)
}

// seal is the seal of an output folder; nil if it has none. All that a site is
// made from is either read from a folder, and witnessed, or named here.
func (g *Generator) seal(output string) write.Seal {
	if g.witness == nil || g.Preview || g.Weights != Unweighed || g.Previous != nil {
		return nil
	}
	c := g.live.whole
	found, err := seal.New(g.notes, output, g.witness, seal.Terms{
		Asked:  fmt.Sprintf("%q %q %t %t %s %s", g.BaseURL, g.Only, g.Compress, g.Apache, c.AsOf.Date, offsets(c.Settings.Timezone.Location())),
		Minute: minute(c.AsOf),
		Lasts:  func(since int) bool { return lasts(c, since) },
	})
	if err != nil {
		return nil
	}
	return found
}

func minute(of council.Moment) int { return int(of.Hour)*60 + int(of.Minute) }

// lasts tells whether the site as of an earlier minute of the council's day has
// not become another one by time alone.
func lasts(c *council.Council, since int) bool {
	earlier := *c
	earlier.AsOf.Hour, earlier.AsOf.Minute = uint8(since/60), uint8(since%60)
	changes := due.Changes(&earlier, c.AsOf.First())
	return len(changes) == 0 || changes[0].At.Compare(c.AsOf) > 0
}

// offsets tells a zone from the same one by other rules: the system's are renewed
// several times a year.
func offsets(zone *time.Location) string {
	var all strings.Builder
	end := time.Date(2200, 1, 1, 0, 0, 0, 0, zone)
	for at := time.Date(1900, 1, 1, 0, 0, 0, 0, zone); at.Before(end); at = council.NextChange(at, end) {
		name, offset := at.Zone()
		fmt.Fprint(&all, at.Unix(), " ", name, offset, " ")
	}
	return all.String()
}
