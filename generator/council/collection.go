package council

import (
	"cmp"
	"iter"
	"slices"
)

// A Ref names an entity of type T by its id. It holds no pointer, so a document
// can be shared by two councils even when the one it names has changed.
type Ref[T any] string

// Collection is the name of the collection that the reference points into.
func (Ref[T]) Collection() string { return nameOf[T]() }

func nameOf[T any]() string { return any((*T)(nil)).(Entity).Collection() }

// A Collection holds the entities of one type, in the order in which people
// read them: members by name, dated documents newest first, the lists of the
// settings as they were written.
type Collection[T any] struct {
	items   []*T
	byID    map[Ref[T]]*T
	edited  map[Ref[T]]*T // since byID was made; nil: dropped
	compare func(a, b *T) int
	reads   *Reads
}

// Name is the collection's stable English name.
func (c *Collection[T]) Name() string { return nameOf[T]() }

// Find returns the entity that ref names, or nil. The look-up is noted, so that
// whatever was made from the answer is made again when the answer changes.
func (c *Collection[T]) Find(ref Ref[T]) *T {
	if ref == "" {
		return nil
	}
	c.reads.note(c.Name(), string(ref))
	if item, ok := c.edited[ref]; ok {
		return item
	}
	return c.byID[ref]
}

// All yields every entity in the collection's order.
func (c *Collection[T]) All() iter.Seq[*T] {
	c.reads.note(c.Name(), wholeCollection)
	return slices.Values(c.items)
}

// Len is the number of entities.
func (c *Collection[T]) Len() int {
	c.reads.note(c.Name(), wholeCollection)
	return len(c.items)
}

// Some returns those of the refs that can be found, in the order given.
func (c *Collection[T]) Some(refs []Ref[T]) []*T {
	var found []*T
	for _, ref := range refs {
		if item := c.Find(ref); item != nil {
			found = append(found, item)
		}
	}
	return found
}

func (c *Collection[T]) add(item *T) {
	if c.byID == nil {
		c.byID = make(map[Ref[T]]*T)
	}
	c.items = append(c.items, item)
	c.byID[refTo(item)] = item
}

func refTo[T any](item *T) Ref[T] { return Ref[T](any(item).(Entity).Key()) }

// sort orders by compare, then by id so that no order is left to chance.
func (c *Collection[T]) sort(compare func(a, b *T) int) {
	c.compare = func(a, b *T) int { return cmp.Or(compare(a, b), cmp.Compare(refTo(a), refTo(b))) }
	slices.SortFunc(c.items, c.compare)
}

// shelve makes the collection of a list in the settings.
func shelve[T any](list []T) Collection[T] {
	var c Collection[T]
	for i := range list {
		c.add(&list[i])
	}
	return c
}

// anyCollection is a Collection whatever it holds.
type anyCollection interface {
	Name() string
	entities() iter.Seq[Entity]
	lookup(id string) Entity
	replace(before, after Documented)
	without(hidden map[Documented]bool)
	record(*Reads)
}

func (c *Collection[T]) entities() iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		for item := range c.All() {
			if !yield(any(item).(Entity)) {
				return
			}
		}
	}
}

func (c *Collection[T]) lookup(id string) Entity {
	if item := c.Find(Ref[T](id)); item != nil {
		return any(item).(Entity)
	}
	return nil
}

func (c *Collection[T]) record(reads *Reads) { c.reads = reads }
