package diagnostic

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

// After any sequence of files found anew the findings are those of a list made
// of all that was found last, and so is each part of them that can be asked for.
func TestFindingsAreWhatWasFoundLastInEachFile(t *testing.T) {
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 0))
		const files = 2 * mostAnew
		last := make(map[string]List)
		findIn := func(file string) List {
			var found List
			for range random.IntN(4) {
				found.Add(Diagnostic{
					Position: Position{File: file, Line: random.IntN(9)}, Severity: Severity(random.IntN(3)),
					Rule: string(rune('a' + random.IntN(3))),
				})
			}
			found.Sort()
			last[file] = found
			return found
		}
		var all List
		for i := range files {
			all = append(all, findIn(fmt.Sprint(i))...)
		}
		f := NewFindings(all)
		for range 100 {
			before, was := f, slices.Concat(f.List())
			anew := make(map[string]List)
			for range random.IntN(9) {
				file := fmt.Sprint(random.IntN(files + 9)) // some of which nothing was known
				anew[file] = findIn(file)
			}
			f = f.With(anew)
			check(t, f, last)
			if !slices.EqualFunc(before.List(), was, isEqual) {
				t.Fatal("what was found before has changed")
			}
			apartFrom, apart := Apart(before, f)
			for file := range last {
				if differ := !slices.EqualFunc(before.Of(file), f.Of(file), isEqual); differ &&
					(!slices.EqualFunc(in(apartFrom, file), before.Of(file), isEqual) || !slices.EqualFunc(in(apart, file), f.Of(file), isEqual)) {
					t.Fatalf("%s differs, and is not told apart", file)
				}
			}
		}
	}
}

func check(t *testing.T, f Findings, last map[string]List) {
	t.Helper()
	var all, errors List
	for file, found := range last {
		if !slices.EqualFunc(f.Of(file), found, isEqual) {
			t.Fatalf("in %s: %v, want %v", file, f.Of(file), found)
		}
		all = append(all, found...)
	}
	all.Sort()
	for _, d := range all {
		if d.Severity == Error {
			errors.Add(d)
		}
	}
	if !slices.EqualFunc(f.List(), all, isEqual) || !slices.EqualFunc(f.Errors(), errors, isEqual) || f.HasErrors() != (len(errors) > 0) {
		t.Fatalf("%v, with the errors %v, want %v", f.List(), f.Errors(), all)
	}
}

func in(list List, file string) List {
	from, to := list.of(file)
	return list[from:to]
}

func isEqual(a, b Diagnostic) bool { return reflect.DeepEqual(a, b) }
