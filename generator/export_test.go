package generator

import (
	"bytes"
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

// Rewrite puts a site on a disk of the test's as [Generator.Write] does: it
// makes what the ledger does not hold, and drops what is gone.
func (g *Generator) Rewrite(disk map[string]string, s *site.Site) error {
	g.ledger.list(s)
	source := noting{s, &g.ledger}
	there := make(map[string]bool)
	for _, path := range s.Paths() {
		there[path] = true
		if _, old := disk[path]; old && g.ledger.holds(path) {
			continue
		}
		var b bytes.Buffer
		if err := source.Make(&b, path); err != nil {
			return err
		}
		disk[path] = b.String()
	}
	for path := range disk {
		if !there[path] {
			delete(disk, path)
		}
	}
	return nil
}

// Lose is the fault of not recording some look-ups: they are struck out of what
// the files on disk are known to be made from.
func (g *Generator) Lose(lost func(council.Read) bool) {
	numbers := make(map[uint32]bool)
	for read, number := range g.ledger.numbers {
		numbers[number] = lost(read)
	}
	for path, asked := range g.ledger.asked {
		g.ledger.asked[path] = slices.DeleteFunc(asked, func(number uint32) bool { return numbers[number] })
	}
}

// Catalogues are those that the generator has loaded, for another one.
func (g *Generator) Catalogues() map[string]*words.Catalogue { return g.catalogues }

// Speak gives the generator catalogues that another has loaded.
func (g *Generator) Speak(catalogues map[string]*words.Catalogue) { g.catalogues = catalogues }
