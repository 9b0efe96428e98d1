package diagnostic

import (
	"cmp"
	"maps"
	"slices"
)

// mostAnew is how many files are found anew beside the list before they are
// worked into it: copying them must stay cheap.
const mostAnew = 256

// Findings are all that is wrong with a council's content. They do not change;
// to find anew what is wrong with one file costs what that file has, however
// much is wrong with the others. The zero value is nothing wrong.
type Findings struct {
	list   List            // sorted
	errors List            // those of list
	anew   map[string]List // the files for which something else than list stands now, sorted
}

// NewFindings takes a list, and sorts it.
func NewFindings(list List) Findings {
	list.Sort()
	f := Findings{list: list}
	for _, d := range list {
		if d.Severity == Error {
			f.errors.Add(d)
		}
	}
	return f
}

// With are the same findings, but for what is wrong with some files.
func (f Findings) With(anew map[string]List) Findings {
	if len(anew) == 0 {
		return f
	}
	with := f
	with.anew = maps.Clone(f.anew)
	if with.anew == nil {
		with.anew = make(map[string]List)
	}
	for file, found := range anew {
		found = slices.Clone(found)
		found.Sort()
		with.anew[file] = found
	}
	if len(with.anew) > mostAnew {
		return NewFindings(with.List())
	}
	return with
}

// List is all of them, sorted.
func (f Findings) List() List { return f.merge(f.list) }

// Errors are those that stop the build, sorted.
func (f Findings) Errors() List {
	return slices.DeleteFunc(f.merge(f.errors), func(d Diagnostic) bool { return d.Severity != Error })
}

// HasErrors tells whether the content must not be published.
func (f Findings) HasErrors() bool { return len(f.Errors()) > 0 }

// Of are those of a file, sorted.
func (f Findings) Of(file string) List {
	if found, ok := f.anew[file]; ok {
		return found
	}
	from, to := f.list.of(file)
	return f.list[from:to:to]
}

// merge is a copy of a sorted list, where what was found anew stands instead.
func (f Findings) merge(list List) List {
	merged := make(List, 0, len(list))
	for _, file := range slices.Sorted(maps.Keys(f.anew)) {
		from, to := list.of(file)
		merged = append(append(merged, list[:from]...), f.anew[file]...)
		list = list[to:]
	}
	return append(merged, list...)
}

// of is where a file's part of a sorted list begins and ends.
func (l List) of(file string) (from, to int) {
	from, _ = slices.BinarySearchFunc(l, file, func(d Diagnostic, file string) int { return cmp.Compare(d.File, file) })
	for to = from; to < len(l) && l[to].File == file; {
		to++
	}
	return from, to
}

// Apart are two findings without what certainly stands alike in both: of those
// that were made from one another, only the files that were found anew.
func Apart(before, after Findings) (was, is List) {
	if len(before.list) != len(after.list) || (len(before.list) > 0 && &before.list[0] != &after.list[0]) {
		return before.List(), after.List()
	}
	files := maps.Clone(before.anew)
	if files == nil {
		files = make(map[string]List)
	}
	maps.Copy(files, after.anew)
	for _, file := range slices.Sorted(maps.Keys(files)) {
		was, is = append(was, before.Of(file)...), append(is, after.Of(file)...)
	}
	return was, is
}
