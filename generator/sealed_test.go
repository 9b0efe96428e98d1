package generator_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/write"
)

// A sealedSite is an output under many builds, each by a generator that
// remembers nothing, while sources, time, wishes and the output itself change.
type sealedSite struct {
	*testing.T
	*folder
	static     fstest.MapFS
	notes, out string
	base       string
	compress   bool
	htaccess   bool
}

func newSealedSite(t *testing.T, seed uint64) *sealedSite {
	s := &sealedSite{T: t, folder: newSmallFolder(t, seed), static: fstest.MapFS{}, notes: t.TempDir(), out: filepath.Join(inMemory(t), "public")}
	s.asOf, _ = council.ParseMoment("2026-11-20T09:00")
	return s
}

// inMemory is a folder for sites whose syncing to a disk is of no interest.
func inMemory(t *testing.T) string {
	dir, err := os.MkdirTemp("/dev/shm", "greffe-test-")
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

func (s *sealedSite) generator() *generator.Generator {
	g := newGenerator(s.folder)
	g.Static = append(g.Static, s.static)
	g.BaseURL, g.Compress, g.Apache, g.AllowVanishing = s.base, s.compress, s.htaccess, true
	return g
}

// build answers whether the seal held, which is when no file is made.
func (s *sealedSite) build() (held bool, err error) {
	g := s.generator()
	g.Seal(s.notes)
	g.Spare(s.notes) // as the command does: what is read back is what was kept
	held = true
	_, _, err = g.Build(s.Context(), s.out, write.Options{Progress: func(int, int) { held = false }})
	return held && err == nil, err
}

// compare tells how the output differs from a clean build.
func (s *sealedSite) compare() string {
	clean := filepath.Join(inMemory(s.T), "public")
	if _, found, err := s.generator().Build(s.Context(), clean, write.Options{}); err != nil {
		return fmt.Sprint("a clean build fails: ", err, found)
	}
	is, want := s.read(s.out), s.read(clean)
	for name := range want {
		if text, there := is[name]; !there || text != want[name] {
			return name
		}
	}
	if len(is) != len(want) {
		return fmt.Sprintf("%d files, not %d", len(is), len(want))
	}
	return ""
}

func (s *sealedSite) read(dir string) map[string]string {
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		name, _ = filepath.Rel(dir, name)
		files[name] = string(text)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return files
}

// turn changes one thing, and says what.
func (s *sealedSite) turn() string {
	n := s.IntN(1000)
	switch s.IntN(16) {
	case 0, 1, 2, 3:
		files, beside := s.edit()
		return fmt.Sprint("edit ", files, beside)
	case 4:
		s.write("sessions/agenda.txt", fmt.Sprintf("Agenda %03d\n", n))
		return "an attachment"
	case 5:
		s.content["sessions/agenda.txt"].Data = fmt.Appendf(nil, "Agenda %03d\n", n)
		return "an attachment whose time stays"
	case 6:
		s.static[fmt.Sprintf("own-%d.txt", n%3)] = &fstest.MapFile{Data: fmt.Appendf(nil, "static %03d", n)}
		return "a static file"
	case 7:
		clear(s.static)
		return "no static file"
	case 8:
		s.content["council.yaml"].ModTime = time.Unix(int64(n), 0)
		return "a time alone"
	case 9:
		s.base = []string{"", "https://other.example"}[n%2]
		return "another address"
	case 10:
		s.compress = n%4 == 0 // slow
		return "compressed or not"
	case 11:
		s.htaccess = !s.htaccess
		return "for Apache or not"
	case 12:
		s.asOf.Hour, s.asOf.Minute = uint8(n%24), uint8(n%60)
		return "another hour: " + s.asOf.String()
	case 13:
		s.asOf.Day = uint8(20 + n%3)
		return "another day: " + s.asOf.String()
	}
	return s.tamper(n)
}

// tamper does to the output what nobody should.
func (s *sealedSite) tamper(n int) string {
	name := filepath.Join(s.out, "index.html")
	info, err := os.Stat(name)
	if err != nil {
		return "nothing: there is no site yet"
	}
	switch n % 4 {
	case 0: // in its place, with its size and time
		text, err := os.ReadFile(name)
		if err != nil {
			s.Fatal(err)
		}
		text[len(text)/2] ^= 1
		if err := os.WriteFile(name, text, 0o644); err != nil {
			s.Fatal(err)
		}
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			s.Fatal(err)
		}
		return "a byte of the output"
	case 1:
		if err := os.Remove(name); err != nil {
			s.Fatal(err)
		}
		return "a file of the output removed"
	case 2:
		if err := os.WriteFile(filepath.Join(s.out, "stray.html"), nil, 0o644); err != nil {
			s.Fatal(err)
		}
		return "a file too many"
	}
	if err := os.MkdirAll(filepath.Join(s.out, "stray"), 0o755); err != nil {
		s.Fatal(err)
	}
	return "a folder too many"
}

// Whatever happens between two builds, the second leaves what a clean build
// makes, byte for byte; and one that follows at once makes nothing.
func TestASealedSiteIsThatOfACleanBuild(t *testing.T) {
	for seed := range uint64(max(1, *sequences/4)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := newSealedSite(t, seed)
			var turns []string
			compared := 0
			for range *edits / 2 {
				turns = append(turns, s.turn())
				_, err := s.build()
				s.isWrong = err != nil
				if s.isWrong {
					continue
				}
				compared++
				if difference := s.compare(); difference != "" {
					t.Fatalf("after %q: %s", turns, difference)
				}
				if held, err := s.build(); !held {
					t.Fatalf("after %q: nothing changed, but all is made again (%v)", turns, err)
				}
			}
			if compared == 0 {
				t.Error("no site was made")
			}
		})
	}
}

// A seal holds for the rest of the day, but not past a moment at which time
// alone changes the site, nor on another day, nor before.
func TestASealHoldsUntilTimeChangesTheSite(t *testing.T) {
	s := newSealedSite(t, 0)
	for _, test := range []struct {
		at   string
		held bool
	}{
		{"2026-11-20T09:00", false}, {"2026-11-20T09:00", true}, {"2026-11-20T14:29", true},
		{"2026-11-20T08:59", false}, {"2026-11-20T14:30", false}, {"2026-11-20T18:30", true},
		{"2026-11-20T18:31", false}, {"2026-11-20T23:59", true}, {"2026-11-21T00:00", false}, {"2026-11-20T23:59", false},
	} {
		s.asOf, _ = council.ParseMoment(test.at)
		if held, err := s.build(); held != test.held || err != nil {
			t.Errorf("%s: the seal holds: %v, want %v (%v)", test.at, held, test.held, err)
		}
		if difference := s.compare(); difference != "" {
			t.Errorf("%s: %s", test.at, difference)
		}
	}
}

// Nothing is sealed where no note can be kept, nor believed of a damaged one.
func TestASealThatCannotBeReadIsNone(t *testing.T) {
	s := newSealedSite(t, 0)
	rebuilt := func(held bool) {
		t.Helper()
		if is, err := s.build(); is != held || err != nil {
			t.Errorf("the seal holds: %v, want %v (%v)", is, held, err)
		}
	}
	rebuilt(false)
	rebuilt(true)
	notes := slices.Collect(maps.Keys(s.read(s.notes)))
	if len(notes) != 1 {
		t.Fatal(notes)
	}
	note := filepath.Join(s.notes, notes[0])
	text, err := os.ReadFile(note)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(text); i += 1 + len(text)/4 {
		damaged := slices.Clone(text)
		damaged[i] ^= 1
		for _, text := range [][]byte{damaged, text[:i]} {
			if err := os.WriteFile(note, text, 0o600); err != nil {
				t.Fatal(err)
			}
			rebuilt(false)
		}
	}
	rebuilt(true)
	s.notes = filepath.Join(s.out, "index.html") // where no folder can be
	rebuilt(false)
	rebuilt(false)
}
