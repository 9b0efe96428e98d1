package read

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
)

// A memory is what a decoder keeps from one document to the next: texts that
// many of them hold, and room that each would need again.
type memory struct {
	paths  map[pathKey]string // of references
	ids    map[string]string  // that documents name
	labels map[string]markdown.Labels

	quick  plainYAML // parses front matters
	values []value   // public text of one front matter, for the proof-reader
	blocks []markdown.Block
	text   []byte // of the blocks
	room   collected
}

type pathKey struct{ parent, key string }

// What is collected on the way through a front matter. How much that will be is
// known at its end: a document keeps a copy of its size.
type collected struct {
	places     council.Places
	references []council.Reference
	stated     []council.Date
}

func newMemory() *memory {
	return &memory{
		paths:  make(map[pathKey]string),
		ids:    make(map[string]string),
		labels: make(map[string]markdown.Labels),
	}
}

// collect makes the decoder note in its memory what is found in a document.
func (d *decoder) collect() {
	c := &d.room
	c.places.Reset()
	c.references, c.stated = c.references[:0], c.stated[:0]
	d.places, d.references, d.stated = &c.places, &c.references, &c.stated
}

// handOver gives a document what was collected.
func (d *decoder) handOver(entry *council.Entry) {
	entry.Places = d.room.places.Clone()
	entry.References = append([]council.Reference(nil), d.room.references...)
	entry.Stated = append([]council.Date(nil), d.room.stated...)
}

// id is the text in the one copy that all who name it share, if it has the form
// of an id.
func (m *memory) id(text string) (id string, ok bool) {
	if id, ok = m.ids[text]; !ok && council.IsID(text) {
		id, ok = strings.Clone(text), true
		m.ids[id] = id
	}
	return id, ok
}

// join is the path of a key inside a path.
func (m *memory) join(parent, key string) string {
	if parent == "" {
		return key
	}
	known, ok := m.paths[pathKey{parent, key}]
	if !ok {
		known = parent + "." + key
		m.paths[pathKey{parent, key}] = known
	}
	return known
}
