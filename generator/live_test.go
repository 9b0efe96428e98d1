package generator_test

import (
	"bytes"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"testing"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/site"
)

var (
	sequences     = flag.Int("sequences", usualSequences, "how many random sequences of edits of a small council")
	demonstration = flag.Int("demonstration", usualDemonstration, "how many of the demonstration council")
	edits         = flag.Int("edits", 20, "how many edits in a sequence")
	firstSeed     = flag.Uint64("seed", 0, "the first sequence's seed")
)

func newGenerator(f *folder) *generator.Generator {
	return &generator.Generator{
		Content: f.content,
		Layouts: []fs.FS{os.DirFS("../layouts"), f.layouts}, Static: []fs.FS{os.DirFS("../static")},
		AsOf: func(*time.Location) council.Moment { return f.asOf },
		Only: f.only,
	}
}

// After any edit the site made out of what changed is that of a clean build,
// byte for byte, at any time of the day; so is what is on disk when only what was
// made from something that changed was made again; and whatever is wrong is
// wrong in both.
func TestAnEditMakesTheSiteOfACleanBuild(t *testing.T) {
	for _, of := range []struct {
		name      string
		folder    func(*testing.T, uint64) *folder
		sequences int
	}{
		{"small", newSmallFolder, *sequences},
		{"demonstration", func(t *testing.T, seed uint64) *folder { return newFolder(t, "../content", seed) }, *demonstration},
	} {
		for i := range uint64(of.sequences) {
			seed := *firstSeed + i
			t.Run(fmt.Sprintf("%s/%d", of.name, seed), func(t *testing.T) {
				t.Parallel()
				s := newSequence(t, of.folder(t, seed))
				s.Preview = seed%2 == 1
				for step := range *edits {
					if difference := s.step(); difference != "" {
						t.Fatalf("-seed %d, step %d, %s: %s", seed, step, s.last, difference)
					}
				}
				if s.compared == 0 {
					t.Log("nothing was compared")
				}
			})
		}
	}
}

// A look-up that is not recorded leaves something stale on disk, and is caught.
func TestALostLookUpIsCaught(t *testing.T) {
	for name, lost := range map[string]func(council.Read) bool{
		"a member":                func(r council.Read) bool { return r.Collection == "members" && r.ID != "*" && !r.Cited },
		"who cites a member":      func(r council.Read) bool { return r.Collection == "members" && r.Cited },
		"the list of the members": func(r council.Read) bool { return r.Collection == "members" && r.ID == "*" },
		"an opinion":              func(r council.Read) bool { return r.Collection == "opinions" && r.ID != "*" && !r.Cited },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for seed := range uint64(20) {
				s := newSequence(t, newSmallFolder(t, seed))
				s.lost = lost
				for range 20 {
					if s.step() != "" {
						return
					}
				}
			}
			t.Error("20 sequences of edits have not shown it")
		})
	}
}

// A sequence of edits is a folder under edit, the generator that follows it, and
// what is on its disk.
type sequence struct {
	*testing.T
	*folder
	*generator.Generator
	disk     map[string]string
	plain    *generator.Generator // that never edits, for its words
	last     string               // the last edit
	lost     func(council.Read) bool
	compared int
}

func newSequence(t *testing.T, f *folder) *sequence {
	t.Helper()
	s := &sequence{T: t, folder: f, Generator: newGenerator(f), disk: make(map[string]string)}
	made, found, err := s.Site()
	if err != nil {
		t.Fatal(err, found.List())
	}
	s.rewrite(made)
	s.plain = newGenerator(f)
	s.plain.Speak(s.Catalogues())
	return s
}

func (s *sequence) rewrite(made *site.Site) {
	if err := s.Rewrite(s.disk, made); err != nil {
		s.Fatal(err)
	}
	if s.lost != nil {
		s.Lose(s.lost)
	}
}

// step edits, once or several times at once, and says how what follows differs
// from a clean build.
func (s *sequence) step() (difference string) {
	s.wait()
	s.last = s.asOf.String() + " "
	for range 1 + s.IntN(5)/4 {
		files, beside := s.edit()
		s.last += fmt.Sprint(files, beside, " ")
		switch beside {
		case afresh:
			s.Afresh()
		case reword:
			s.ForgetWords()
			s.plain = newGenerator(s.folder)
		}
		s.Changed(files...)
	}
	made, told, err := s.Site()
	if s.Preview {
		if look := s.Recheck(); look != nil && look()() {
			_, told, err = s.Site()
		}
	}
	s.plain.Afresh()
	clean := newGenerator(s.folder)
	clean.Speak(s.plain.Catalogues())
	want, found, cleanErr := clean.Site()
	s.plain.Speak(clean.Catalogues())
	s.isWrong = cleanErr != nil
	switch {
	case (err == nil) != (cleanErr == nil) || (err != nil && !errors.Is(err, generator.ErrContent)):
		return fmt.Sprintf("%v %v, a clean build says %v %v", err, told.List(), cleanErr, found.List())
	case cleanErr != nil:
		return ""
	}
	s.compared++
	if difference := differenceOf(told.List(), found.List()); difference != "" {
		return difference
	}
	s.rewrite(made)
	return differenceOnDisk(s.disk, bytesOf(s.T, want))
}

func bytesOf(t *testing.T, s *site.Site) map[string]string {
	t.Helper()
	all := make(map[string]string)
	for _, path := range s.Paths() {
		var b bytes.Buffer
		if err := s.Make(&b, path); err != nil {
			t.Fatal(err)
		}
		all[path] = b.String()
	}
	return all
}

// differenceOnDisk names the files that differ, and shows where the first does.
func differenceOnDisk(got, want map[string]string) string {
	var paths []string
	for path := range want {
		if got[path] != want[path] {
			paths = append(paths, path)
		}
	}
	for path := range got {
		if _, there := want[path]; !there {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		return ""
	}
	slices.Sort(paths)
	a, b := got[paths[0]], want[paths[0]]
	at := 0
	for at < min(len(a), len(b)) && a[at] == b[at] {
		at++
	}
	around := func(text string) string { return text[max(0, min(at, len(text))-100):min(len(text), at+200)] }
	return fmt.Sprintf("%q are not those of a clean build; the first has\n…%s…\nwhere it has\n…%s…", paths, around(a), around(b))
}

// differenceOf is the first diagnostic that is in one list only.
func differenceOf(got, want diagnostic.List) string {
	for i := range max(len(got), len(want)) {
		var a, b diagnostic.Diagnostic
		if i < len(got) {
			a = got[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if cmp.Compare(fmt.Sprint(a), fmt.Sprint(b)) != 0 {
			return fmt.Sprintf("it says %v\nwhere a clean build says %v", a, b)
		}
	}
	return ""
}
