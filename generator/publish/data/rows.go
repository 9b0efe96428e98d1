package data

import (
	"iter"
	"slices"
	"strconv"

	"greffe/generator/council"
)

// A part is an entry of a list that an entity has: the whole, the entry and its
// rank, which counts from 1.
type part[W, P any] struct {
	whole *W
	part  *P
	rank  int
}

// entire is the document that the part belongs to.
func (p part[W, P]) entire() council.Documented { return any(p.whole).(council.Documented) }

func (p part[W, P]) entity() council.Entity { return any(p.whole).(council.Entity) }

// name tells the part from all others of its table.
func (p part[W, P]) name() string { return rankIn(p.entity().Key(), p.rank) }

// document is a row that is a document, as such.
func document[T any](row *T) council.Documented { return any(row).(council.Documented) }

// documents starts the table of a collection whose documents have a file each.
// Its end is [builder.document].
func documents[T any](in func(*council.Council) *council.Collection[T], options ...option) *builder[*T] {
	b := tableOf(new(council.Collection[T]).Name(), in, func(_ *view, row *T) iter.Seq[*T] { return single(row) })
	b.id(func(row *T) string { return document(row).Key() })
	b.fields(new(T), func(row *T) any { return row }, options...)
	return b.from(func(_ *view, row *T) origin { return within(document(row), "") })
}

// parts starts the table of a list that each document of a collection has under
// a key. The list's entries have no id of their own, so their rank takes its
// place. Its end is [builder.document] of the whole.
func parts[W, P any](name, whole, key string, in func(*council.Council) *council.Collection[W], list func(*W) []P, options ...option) *builder[part[W, P]] {
	b := entries(name, in, list)
	b.id(part[W, P].name)
	b.refer(whole, new(council.Collection[W]).Name(), part[W, P].entity)
	b.fields(new(P), func(p part[W, P]) any { return p.part }, options...)
	return b.from(func(_ *view, p part[W, P]) origin { return within(p.entire(), item(key, p.rank)) })
}

// entries starts a table of a list that each entity of a collection has.
func entries[W, P any](name string, in func(*council.Council) *council.Collection[W], list func(*W) []P) *builder[part[W, P]] {
	return tableOf(name, in, func(_ *view, w *W) iter.Seq[part[W, P]] {
		return func(yield func(part[W, P]) bool) {
			entries := list(w)
			for i := range entries {
				if !yield(part[W, P]{w, &entries[i], i + 1}) {
					return
				}
			}
		}
	})
}

// links is the table of a list of references that each document of a collection
// has under a key: one row for each entity that a document names, once.
func links[W, P any](name, whole, target, key string, in func(*council.Council) *council.Collection[W], named func(*council.Council, *W) []*P) *Table {
	entity := func(p *P) council.Entity { return any(p).(council.Entity) }
	b := tableOf(name, in, func(v *view, w *W) iter.Seq[part[W, P]] {
		return func(yield func(part[W, P]) bool) {
			for i, p := range once(named(v.Council, w)) {
				if !yield(part[W, P]{w, p, i + 1}) {
					return
				}
			}
		}
	})
	b.id(func(p part[W, P]) string { return p.entity().Key() + "/" + entity(p.part).Key() })
	b.refer(whole, new(council.Collection[W]).Name(), part[W, P].entity)
	b.refer(target, new(council.Collection[P]).Name(), func(p part[W, P]) council.Entity { return entity(p.part) })
	b.from(func(_ *view, p part[W, P]) origin { return within(p.entire(), key) })
	return b.document(part[W, P].entire)
}

// once leaves out what a list has already said: a row is told apart by what it
// links.
func once[T comparable](list []T) []T {
	seen := make(map[T]bool, len(list))
	var kept []T
	for _, item := range list {
		if !seen[item] {
			seen[item] = true
			kept = append(kept, item)
		}
	}
	return kept
}

func single[T any](row T) iter.Seq[T] { return slices.Values([]T{row}) }

func rankIn(list string, rank int) string { return list + "/" + strconv.Itoa(rank) }
