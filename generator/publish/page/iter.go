package page

import "iter"

// first yields at most n items.
func first[T any](items iter.Seq[T], n int) iter.Seq[T] {
	return func(yield func(T) bool) {
		left := n
		for item := range items {
			if left--; left < 0 || !yield(item) {
				return
			}
		}
	}
}
