package seal

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"sync"
)

type sum [sha256.Size]byte

// A question is what was asked of a folder: a file's bytes, a folder's list, what
// is known of a file without reading it.
type question struct{ Folder, Kind, Name string }

// A Witness notes what is read of the folders that it watches, and with which
// program. It may be asked from several goroutines.
type Witness struct {
	program string
	folders map[string]fs.FS

	mutex sync.Mutex
	seen  []map[question]sum // before the turn, and after it
	lost  bool               // something was read that cannot be vouched for
}

// NewWitness is to be called as the program begins: it notes which one it is.
func NewWitness() *Witness {
	program, err := program()
	return &Witness{program: program, folders: make(map[string]fs.FS), seen: []map[question]sum{{}}, lost: err != nil}
}

// Watch is the folder, with what is read of it noted under a name. It must not
// be called once something has been read.
func (w *Witness) Watch(name string, of fs.FS) fs.FS {
	w.folders[name] = of
	return folder{name, of, w}
}

// turn parts what is read in checking and listing a site, which every run does,
// from what is read in making it. There is one: what has been read for making is
// not always read a second time.
func (w *Witness) turn() {
	if len(w.seen) == 1 {
		w.seen = append(w.seen, make(map[question]sum))
	}
}

// asked is a new witness of the answers to some questions.
func (w *Witness) asked(questions []question) *Witness {
	again := &Witness{folders: w.folders, seen: []map[question]sum{{}}}
	for _, q := range questions {
		of, known := w.folders[q.Folder]
		if !known {
			again.lost = true
			break
		}
		// The answer is noted, and so is a failure.
		switch f := (folder{q.Folder, of, again}); q.Kind {
		case file:
			_, _ = f.ReadFile(q.Name)
		case list:
			_, _ = f.ReadDir(q.Name)
		case stat:
			_, _ = f.Stat(q.Name)
		}
	}
	return again
}

func (w *Witness) sound() bool {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return !w.lost
}

func (w *Witness) questions(part int) []question {
	return slices.SortedFunc(maps.Keys(w.seen[part]), func(a, b question) int {
		return cmp.Or(cmp.Compare(a.Folder, b.Folder), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Kind, b.Kind))
	})
}

// sum is that of a part's questions with their answers.
func (w *Witness) sum(part int) sum {
	var all []byte
	for _, q := range w.questions(part) {
		answer := w.seen[part][q]
		all = append(append(all, q.Folder+" "+q.Kind+" "+q.Name+"\x00"...), answer[:]...)
	}
	return sha256.Sum256(all)
}

// note enters an answer. That there is no such file is an answer; any other
// failure, and a second answer to the same question, is not to be trusted.
func (w *Witness) note(q question, answer []byte, err error) {
	var is sum
	switch {
	case err == nil:
		is = sha256.Sum256(answer)
	case !errors.Is(err, fs.ErrNotExist):
		w.lose()
		return
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	for _, seen := range w.seen {
		if was, known := seen[q]; known {
			w.lost = w.lost || was != is
			return
		}
	}
	w.seen[len(w.seen)-1][q] = is
}

func (w *Witness) lose() {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.lost = true
}

// A folder notes what is read of another.
type folder struct {
	name    string
	of      fs.FS
	witness *Witness
}

const (
	file = "file"
	list = "list"
	stat = "stat"
)

// Open lets a file be read in ways that nobody can follow.
func (f folder) Open(name string) (fs.File, error) {
	f.witness.lose()
	return f.of.Open(name)
}

func (f folder) ReadFile(name string) ([]byte, error) {
	text, err := fs.ReadFile(f.of, name)
	f.witness.note(question{f.name, file, name}, text, err)
	return text, err
}

func (f folder) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(f.of, name)
	answer, failed := listing(entries)
	f.witness.note(question{f.name, list, name}, answer, cmp.Or(err, failed))
	return entries, err
}

func (f folder) Stat(name string) (fs.FileInfo, error) {
	info, err := fs.Stat(f.of, name)
	var answer bytes.Buffer
	if err == nil {
		describe(&answer, info)
	}
	f.witness.note(question{f.name, stat, name}, answer.Bytes(), err)
	return info, err
}

// listing describes the entries of a folder, which from then on know what they
// are: whoever asks them costs the disk nothing.
func listing(entries []fs.DirEntry) ([]byte, error) {
	var all bytes.Buffer
	for i, entry := range entries {
		info, err := entry.Info()
		if err != nil {
			return nil, fmt.Errorf("listing a folder that changes: %w", errors.New(err.Error())) // not ErrNotExist
		}
		describe(&all, info)
		entries[i] = fs.FileInfoToDirEntry(info)
	}
	return all.Bytes(), nil
}

// describe writes what a site may show of a file without reading it: not its
// time.
func describe(w *bytes.Buffer, info fs.FileInfo) {
	size := info.Size()
	if !info.Mode().IsRegular() {
		size = 0
	}
	w.WriteString(info.Name())
	_, _ = w.Write(binary.LittleEndian.AppendUint64(append(w.AvailableBuffer(), 0), uint64(info.Mode().Type())))
	_, _ = w.Write(binary.LittleEndian.AppendUint64(w.AvailableBuffer(), uint64(size)))
}
