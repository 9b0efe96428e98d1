package data

import (
	"strconv"

	"greffe/generator/council"
)

// An origin is where in the content a row is written: a file, and the path of a
// value in it.
type origin struct {
	file   string
	places *council.Places
	path   string
}

// line is where the value stands, or the first line.
func (o origin) line() int {
	line, _ := o.places.At(o.path)
	return max(line, 1)
}

// within is a value of a document.
func within(d council.Documented, path string) origin {
	entry := d.Common()
	return origin{entry.File, &entry.Places, path}
}

// settled is a value of council.yaml.
func settled(v *view, path string) origin { return origin{"council.yaml", &v.Settings.Places, path} }

// item is the path of an entry of a list, whose rank counts from 1.
func item(list string, rank int) string { return list + "." + strconv.Itoa(rank-1) }
