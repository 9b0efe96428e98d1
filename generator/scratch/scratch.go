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
	"bytes"
	"fmt"
	"os"
	"slices"
	"sync/atomic"
)

// A File may be used by several goroutines. One that is nil keeps all in memory.
type File struct {
	disk   *os.File
	end    atomic.Int64
	failed atomic.Pointer[error]
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
	memory []byte
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
	return Text{memory: bytes.Clone(text), size: len(text)}
}

// Append writes the text after what is in a buffer.
func (t Text) Append(to []byte) []byte {
	if t.in == nil {
		return append(to, t.memory...)
	}
	from := len(to)
	whole := slices.Grow(to, t.size)[:from+t.size]
	if _, err := t.in.disk.ReadAt(whole[from:], t.at); err != nil {
		err = fmt.Errorf("reading back what was put aside: %w", err)
		t.in.failed.CompareAndSwap(nil, &err)
		return to
	}
	return whole
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
