// Package scratch keeps texts that a build has made and will want again out of
// its memory: the bodies of all documents before the first page is made.
//
// A scratch [File] has no name: nobody else can open it, and it goes with the
// process, however that ends. A text for which the disk has no room is kept in
// memory, where all of them are if there is no file.
//
// # When a text cannot be read back
//
// The disk is then at fault, and no caller could do anything about it. The text
// is empty, and [File.Err] says why: whoever publishes what was made of the
// texts asks it first, once all is made.
package scratch

import (
	"fmt"
	"os"
	"sync"
	"sync/atomic"
)

// A File may be used by several goroutines. One that is nil keeps all in memory.
type File struct {
	disk    *os.File
	end     atomic.Int64
	buffers sync.Pool // of *[]byte
	failed  atomic.Pointer[error]
}

// New is a scratch file in a folder, which is made if it is not there; nil where
// no file goes without a name, as on Windows.
func New(folder string) *File {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil
	}
	disk, err := os.CreateTemp(folder, "scratch-")
	if err != nil {
		return nil
	}
	if err := os.Remove(disk.Name()); err != nil {
		_ = disk.Close()
		_ = os.Remove(disk.Name())
		return nil
	}
	return &File{disk: disk}
}

// A Text that is kept.
type Text struct {
	in     *File // nil: in memory
	memory string
	at     int64
	size   int
}

// Keep copies a text.
func (f *File) Keep(text []byte) Text {
	if f != nil {
		at := f.end.Add(int64(len(text))) - int64(len(text))
		if _, err := f.disk.WriteAt(text, at); err == nil {
			return Text{in: f, at: at, size: len(text)}
		}
	}
	return Text{memory: string(text), size: len(text)}
}

// Len is the text's length in bytes.
func (t Text) Len() int { return t.size }

// String is the text.
func (t Text) String() string {
	if t.in == nil {
		return t.memory
	}
	return t.in.read(t.at, t.size)
}

func (f *File) read(at int64, size int) string {
	buffer, _ := f.buffers.Get().(*[]byte)
	if buffer == nil || cap(*buffer) < size {
		room := make([]byte, size)
		buffer = &room
	}
	defer f.buffers.Put(buffer)
	text := (*buffer)[:size]
	if _, err := f.disk.ReadAt(text, at); err != nil {
		err = fmt.Errorf("reading back what was put aside: %w", err)
		f.failed.CompareAndSwap(nil, &err)
		return ""
	}
	return string(text)
}

// Err tells the first text that could not be read back.
func (f *File) Err() error {
	if f == nil {
		return nil
	}
	if failed := f.failed.Load(); failed != nil {
		return *failed
	}
	return nil
}
