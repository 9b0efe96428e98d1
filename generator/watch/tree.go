package watch

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
)

// A tree is a root as it was when each of its places was last looked at.
type tree struct {
	name string
	dir  string // absolute

	arm    func(dir string) // asks for events about a folder
	disarm func(dir string)

	mutex   sync.Mutex // the loop looks and remembers, the patrol only compares
	self    fs.FileInfo
	folders map[string]map[string]stamp // by the folder's path, by name
}

func newTree(name, dir string, arm, disarm func(string)) *tree {
	return &tree{name: name, dir: dir, arm: arm, disarm: disarm, folders: make(map[string]map[string]stamp)}
}

// at is a place on the disk.
func (t *tree) at(place string) string { return filepath.Join(t.dir, filepath.FromSlash(place)) }

// relative is the place of an absolute path, if it is one of the tree's.
func (t *tree) relative(name string) (place string, inside bool) {
	name = filepath.Clean(name)
	if name == t.dir {
		return ".", true
	}
	rest, inside := strings.CutPrefix(name, strings.TrimSuffix(t.dir, string(filepath.Separator))+string(filepath.Separator))
	return filepath.ToSlash(rest), inside
}

// there tells whether anything is at a place.
func (t *tree) there(place string) bool {
	_, err := os.Lstat(t.at(place))
	return err == nil
}

// A sight is what a look found.
type sight struct {
	sure    bool     // what is missing or empty is believed to be so
	all     bool     // the root itself is another, or gone
	changed []string // places
	doubts  []string // places to look at again before they are believed
}

// look compares a place with what it was and remembers what it is.
func (t *tree) look(place string, sure bool) sight {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	s := sight{sure: sure}
	if place == "." {
		t.lookAtRoot(&s)
		return s
	}
	folder := t.folders[path.Dir(place)]
	if folder == nil {
		return s // looked at when its folder is
	}
	was, known := folder[path.Base(place)]
	info, err := os.Lstat(t.at(place))
	switch {
	case err == nil:
		t.see(place, info, &s)
	case !missing(err) || !known:
	case sure || was.info.IsDir(): // no editor saves by removing a folder
		t.drop(place, &s)
	default:
		s.doubts = append(s.doubts, place)
	}
	return s
}

// lookAtRoot looks whether the root is still the folder that it was. It follows
// a link, as whoever opens the root does.
func (t *tree) lookAtRoot(s *sight) {
	info, err := os.Stat(t.dir)
	there := err == nil && info.IsDir()
	switch {
	case !there && t.self == nil:
	case !there && !s.sure:
		s.doubts = append(s.doubts, ".")
	case !there:
		s.all = true
		t.forget()
	case t.self != nil && os.SameFile(t.self, info):
		t.arm(t.dir) // some systems stop telling about a folder that was away
	default:
		s.all = true
		t.forget()
		t.self = info
		t.list(".", s)
		s.changed = nil // that all is another says it
	}
}

// forget makes the root one that is not there.
func (t *tree) forget() {
	for folder := range t.folders {
		t.disarm(t.at(folder))
	}
	clear(t.folders)
	t.self = nil
}

// see remembers what is at a place, and what is in it.
func (t *tree) see(place string, info fs.FileInfo, s *sight) {
	folder, name := t.folders[path.Dir(place)], path.Base(place)
	was, known := folder[name]
	if known && was.info.IsDir() {
		if info.IsDir() && os.SameFile(was.info, info) {
			return // what is in it has its own hints
		}
		t.drop(place, s)
		was, known = stamp{}, false
	}
	if info.IsDir() {
		folder[name] = stamp{info: info}
		s.changed = append(s.changed, place)
		t.list(place, s)
		return
	}
	emptied := info.Mode().IsRegular() && info.Size() == 0 && (!known || was.info.Size() > 0)
	if emptied && !s.sure {
		s.doubts = append(s.doubts, place)
		return
	}
	is, differs := stampOf(t.at(place), info, was)
	folder[name] = is
	if differs {
		s.changed = append(s.changed, place)
	}
}

// list sees everything in a folder that is new. Events are asked for first, so
// that nothing is missed that comes while it is listed.
func (t *tree) list(place string, s *sight) {
	t.folders[place] = make(map[string]stamp)
	t.arm(t.at(place))
	entries, _ := os.ReadDir(t.at(place)) // what cannot be listed is empty until it can
	for _, entry := range entries {
		if dropping(entry.Name()) {
			continue
		}
		if info, err := entry.Info(); err == nil {
			t.see(path.Join(place, entry.Name()), info, s)
		}
	}
}

// drop forgets a place and everything in it.
func (t *tree) drop(place string, s *sight) {
	s.changed = append(s.changed, place)
	for name := range t.folders[place] {
		t.drop(path.Join(place, name), s)
	}
	if _, isFolder := t.folders[place]; isFolder {
		t.disarm(t.at(place))
		delete(t.folders, place)
	}
	delete(t.folders[path.Dir(place)], path.Base(place))
}

// missing tells that nothing is at a path, or that it leads through a file.
func missing(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}
