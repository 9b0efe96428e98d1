package council

// wholeCollection stands for every document of a collection, its order and its
// size.
const wholeCollection = "*"

// A Read is one question that was put to a council: the id of an entity,
// "*" for a whole collection, or who cites an entity.
type Read struct {
	Collection string
	ID         string
	Cited      bool // the question was who cites it
}

// Reads are the questions that were put to a council while something was made
// from it, questions without an answer too. It is complete by construction:
// every way to a document goes through a [Collection] or through [Citing].
//
// A Reads belongs to one goroutine.
type Reads struct {
	set map[Read]struct{}
}

// All returns what was read, in no order.
func (r *Reads) All() map[Read]struct{} { return r.set }

func (r *Reads) note(collection, id string) {
	if r != nil {
		r.add(Read{collection, id, false})
	}
}

func (r *Reads) add(read Read) {
	if r == nil {
		return
	}
	if r.set == nil {
		r.set = make(map[Read]struct{})
	}
	r.set[read] = struct{}{}
}

// Recording returns the same council, whose look-ups are noted in reads.
func (c *Council) Recording(reads *Reads) *Council {
	recording := *c
	recording.reads = reads
	for _, collection := range recording.collections() {
		collection.record(reads)
	}
	return &recording
}

// Records tells whether look-ups are noted.
func (c *Council) Records() bool { return c.reads != nil }

// Note notes again what was read when a fragment was made, for a file that uses
// the fragment without asking the same questions.
func (c *Council) Note(reads *Reads) {
	if c.reads == nil {
		return
	}
	for read := range reads.set {
		c.reads.add(read)
	}
}
