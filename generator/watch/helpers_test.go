package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// A scene is a folder that is being watched.
type scene struct {
	*testing.T
	dir     string
	changes <-chan Change
}

// watching watches a folder that holds some files already.
func watching(t *testing.T, o Options, files ...string) *scene {
	t.Helper()
	s := &scene{T: t, dir: filepath.Join(t.TempDir(), "content")}
	s.must(os.Mkdir(s.dir, 0o755))
	for _, file := range files {
		s.write(file, "as it was")
	}
	s.start(o)
	return s
}

func (s *scene) start(o Options) {
	s.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	changes, err := Folders(ctx, []Root{{Name: "content", Dir: s.dir}}, o)
	s.must(err)
	s.changes = changes
	s.Cleanup(func() {
		cancel()
		for range changes { // until it is closed
		}
	})
}

// patience is a grace that a busy machine's pauses do not exhaust.
const patience = 200 * time.Millisecond

// eachWay runs a test with the system's events and without.
func eachWay(t *testing.T, test func(t *testing.T, o Options)) {
	t.Parallel()
	t.Run("events", func(t *testing.T) {
		t.Parallel()
		o := Options{pace: usual}
		o.pace.round = time.Hour // no round of the patrol comes to help
		o.pace.grace = patience
		test(t, o)
	})
	t.Run("poll", func(t *testing.T) {
		t.Parallel()
		o := Options{Poll: 10 * time.Millisecond, pace: usual}
		o.pace.quiet = 5 * time.Millisecond // shorter than a round, as it is with a poll of half a second
		o.pace.grace = patience
		test(t, o)
	})
}

func (s *scene) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

func (s *scene) at(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s *scene) write(name, text string) {
	s.Helper()
	s.must(os.MkdirAll(filepath.Dir(s.at(name)), 0o755))
	s.must(os.WriteFile(s.at(name), []byte(text), 0o644))
}

func (s *scene) rename(from, to string) {
	s.Helper()
	s.must(os.Rename(s.at(from), s.at(to)))
}

func (s *scene) remove(name string) {
	s.Helper()
	s.must(os.RemoveAll(s.at(name)))
}

// next is the next change.
func (s *scene) next() Change {
	s.Helper()
	select {
	case change, open := <-s.changes:
		if !open {
			s.Fatal("the watch ended")
		}
		return change
	case <-time.After(10 * time.Second):
		s.Fatal("no change was told")
	}
	return Change{}
}

// told gathers changes until all paths were told, and no others.
func (s *scene) told(paths ...string) {
	s.Helper()
	slices.Sort(paths)
	var got []string
	for !slices.Equal(got, paths) {
		change := s.next()
		for _, path := range change.Paths {
			if !slices.Contains(paths, path) {
				s.Fatalf("%s was told; want only %v", path, paths)
			}
		}
		got = append(got, change.Paths...)
		slices.Sort(got)
		got = slices.Compact(got)
	}
}

// calm makes sure that nothing else is told: not before a file which is written
// now, and was never there.
func (s *scene) calm() {
	s.Helper()
	time.Sleep(2 * usual.quiet)
	sentinel := fmt.Sprintf("sentinel-%d", time.Now().UnixNano())
	s.write(sentinel, "x")
	s.told(sentinel)
}

// aside makes a folder that may take the root's place.
func (s *scene) aside(files ...string) (dir string) {
	s.Helper()
	other := &scene{T: s.T, dir: filepath.Join(s.TempDir(), "aside")}
	s.must(os.Mkdir(other.dir, 0o755))
	for _, file := range files {
		other.write(file, "of another folder")
	}
	return other.dir
}

// whole gathers changes until the root itself was told.
func (s *scene) whole() {
	s.Helper()
	for !s.next().All {
	}
}
