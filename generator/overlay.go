package generator

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
)

// overlay is several folders seen as one. A file of a later folder takes the
// place of one of the same name in an earlier.
type overlay []fs.FS

func (o overlay) Open(name string) (fs.File, error) { return topmost(o, name, fs.FS.Open) }

func (o overlay) ReadFile(name string) ([]byte, error) { return topmost(o, name, fs.ReadFile) }

func (o overlay) Stat(name string) (fs.FileInfo, error) { return topmost(o, name, fs.Stat) }

// topmost asks the last layer that has a file of that name.
func topmost[T any](o overlay, name string, ask func(fs.FS, string) (T, error)) (T, error) {
	for _, layer := range slices.Backward(o) {
		answer, err := ask(layer, name)
		if err == nil || !errors.Is(err, fs.ErrNotExist) {
			return answer, err
		}
	}
	var none T
	return none, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

// ReadDir lists a folder of all layers.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	byName := make(map[string]fs.DirEntry)
	found := false
	for _, layer := range o {
		entries, err := fs.ReadDir(layer, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		found = true
		for _, entry := range entries {
			byName[entry.Name()] = entry
		}
	}
	if !found {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	var entries []fs.DirEntry
	for _, entry := range byName {
		entries = append(entries, entry)
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}
