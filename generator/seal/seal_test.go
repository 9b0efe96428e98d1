package seal

import (
	"crypto/sha256"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

var (
	print = sha256.Sum256([]byte("the output"))
	terms = Terms{Asked: "a site", Minute: 600, Lasts: func(int) bool { return true }}
)

// A build is what a run reads: one file in checking, another in making.
func build(t *testing.T, notes, output string, files fstest.MapFS, terms Terms) (*Seal, func()) {
	t.Helper()
	w := NewWitness()
	content := w.Watch("content", files)
	read := func(name string) { _, _ = fs.ReadFile(content, name) }
	_, _ = fs.ReadDir(content, ".")
	read("early")
	s, err := New(notes, output, w, terms)
	if err != nil {
		t.Fatal(err)
	}
	return s, func() { read("late"); read("never") }
}

func sources() fstest.MapFS {
	return fstest.MapFS{"early": {Data: []byte("1")}, "late": {Data: []byte("2")}, "idle": {Data: []byte("3")}}
}

func TestASealHoldsForTheSameOnly(t *testing.T) {
	for name, test := range map[string]struct {
		change func(files fstest.MapFS, s *Seal, print *[32]byte)
		holds  bool
	}{
		"nothing":                 {func(fstest.MapFS, *Seal, *[32]byte) {}, true},
		"a later minute":          {func(_ fstest.MapFS, s *Seal, _ *[32]byte) { s.Minute = 699 }, true},
		"bytes that nobody reads": {func(f fstest.MapFS, _ *Seal, _ *[32]byte) { f["idle"].Data = []byte("4") }, true},
		"a minute too late": {func(_ fstest.MapFS, s *Seal, _ *[32]byte) {
			s.Minute = 700
			s.Lasts = func(since int) bool { return since != 600 }
		}, false},
		"an earlier minute":      {func(_ fstest.MapFS, s *Seal, _ *[32]byte) { s.Minute = 599 }, false},
		"another wish":           {func(_ fstest.MapFS, s *Seal, _ *[32]byte) { s.Asked = "another" }, false},
		"another greffe":         {func(_ fstest.MapFS, s *Seal, _ *[32]byte) { s.witness.program += "!" }, false},
		"another output":         {func(_ fstest.MapFS, _ *Seal, p *[32]byte) { p[0]++ }, false},
		"what making reads":      {func(f fstest.MapFS, _ *Seal, _ *[32]byte) { f["late"].Data = []byte("4") }, false},
		"what making looked for": {func(f fstest.MapFS, _ *Seal, _ *[32]byte) { f["never"] = &fstest.MapFile{} }, false},
	} {
		t.Run(name, func(t *testing.T) {
			notes, output, files, print := t.TempDir(), t.TempDir(), sources(), print
			s, makeSite := build(t, notes, output, files, terms)
			makeSite()
			s.Set(print)
			again, _ := build(t, notes, output, files, terms)
			test.change(files, again, &print)
			if holds := again.Holds(print); holds != test.holds {
				t.Errorf("the seal holds: %v", holds)
			}
		})
	}
}

func TestWhatCheckingReadsBreaksASeal(t *testing.T) {
	for name, change := range map[string]func(fstest.MapFS){
		"a file's bytes": func(f fstest.MapFS) { f["early"].Data = []byte("4") },
		"a new file":     func(f fstest.MapFS) { f["new"] = &fstest.MapFile{} },
		"a size":         func(f fstest.MapFS) { f["idle"].Data = []byte("longer") },
	} {
		t.Run(name, func(t *testing.T) {
			notes, output, files := t.TempDir(), t.TempDir(), sources()
			s, makeSite := build(t, notes, output, files, terms)
			makeSite()
			s.Set(print)
			change(files)
			if again, _ := build(t, notes, output, files, terms); again.Holds(print) {
				t.Error("the seal holds")
			}
		})
	}
}

// What was read in two ways, or in one that nobody can follow, is not sealed.
func TestADoubtfulWitnessSealsNothing(t *testing.T) {
	for name, doubt := range map[string]func(content fs.FS, files fstest.MapFS){
		"a file saved meanwhile": func(content fs.FS, files fstest.MapFS) {
			files["early"].Data = []byte("4")
			_, _ = fs.ReadFile(content, "early")
		},
		"a file read piece by piece": func(content fs.FS, _ fstest.MapFS) { _, _ = content.Open("early") },
		"a file that cannot be read": func(content fs.FS, _ fstest.MapFS) { _, _ = fs.ReadFile(content, ".") },
	} {
		t.Run(name, func(t *testing.T) {
			notes, output, files := t.TempDir(), t.TempDir(), sources()
			s, _ := build(t, notes, output, files, terms)
			doubt(folder{"content", files, s.witness}, files)
			s.Set(print)
			if left, err := os.ReadDir(notes); err != nil || len(left) > 0 {
				t.Error("a note is kept", left, err)
			}
		})
	}
}

// Notes are for their owner's eyes, and go when their output is gone.
func TestNotesArePrivateAndFew(t *testing.T) {
	notes, output, gone := filepath.Join(t.TempDir(), "greffe", "seals"), t.TempDir(), filepath.Join(t.TempDir(), "gone")
	for _, folder := range []string{gone, output} {
		s, makeSite := build(t, notes, folder, sources(), terms)
		makeSite()
		s.Set(print)
	}
	left, err := os.ReadDir(notes)
	if err != nil || len(left) != 1 {
		t.Fatal(left, err)
	}
	for name, want := range map[string]fs.FileMode{notes: 0o700, filepath.Join(notes, left[0].Name()): 0o600} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm()&^want != 0 {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
}
