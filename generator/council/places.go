package council

import "strings"

// Places remembers where each key and each value of a file stands, so that a
// diagnostic can point at it long after the file was read. Values are found by
// their path: "title", "mandates.0.start".
type Places struct{ marks []mark }

type mark struct {
	path         PlaceHash
	line, column uint32
}

// A PlaceHash keeps a path in four bytes. Two paths of one document that share
// a hash would make a message point at the wrong line, nothing worse.
type PlaceHash struct{ sum uint32 }

// Key is the path of a key inside this path.
func (h PlaceHash) Key(key string) PlaceHash {
	for i := range len(key) {
		h.sum = (h.sum ^ uint32(key[i])) * 16777619 // FNV-1a
	}
	h.sum = (h.sum ^ '.') * 16777619
	return h
}

// Index is the path of an item of the list at this path.
func (h PlaceHash) Index(i int) PlaceHash {
	if i >= 10 {
		h = h.digits(i / 10)
	}
	h.sum = (h.sum ^ uint32('0'+i%10)) * 16777619
	h.sum = (h.sum ^ '.') * 16777619
	return h
}

func (h PlaceHash) digits(n int) PlaceHash {
	if n >= 10 {
		h = h.digits(n / 10)
	}
	h.sum = (h.sum ^ uint32('0'+n%10)) * 16777619
	return h
}

// Mark notes where the value of a path stands.
func (p *Places) Mark(path PlaceHash, line, column int) {
	p.marks = append(p.marks, mark{path, uint32(line), uint32(column)})
}

// Reset forgets all marks and keeps their room.
func (p *Places) Reset() { p.marks = p.marks[:0] }

// Clone is a copy, in room of its size.
func (p *Places) Clone() Places { return Places{append([]mark(nil), p.marks...)} }

// At returns the line and the column of the value at a path; of what contains
// it if that has none; 0, 0 if nothing is known.
func (p *Places) At(path string) (line, column int) {
	for {
		var wanted PlaceHash
		if path != "" {
			for _, key := range strings.Split(path, ".") {
				wanted = wanted.Key(key)
			}
		}
		for _, m := range p.marks {
			if m.path == wanted {
				return int(m.line), int(m.column)
			}
		}
		if path == "" {
			return 0, 0
		}
		path = path[:max(strings.LastIndexByte(path, '.'), 0)]
	}
}
