package write

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"greffe/generator/seal"
)

// A disk is the folder that holds the output, and every call that this package
// makes to the file system: each asks fault first, so that a test can make the
// first, the second, the hundredth fail.
//
// There is one root, the parent's, rather than one for each tree: links and
// renames go from the old site to the new one, and a root holds its folder
// open, which on Windows would keep it from being renamed.
type disk struct {
	root  *os.Root
	dir   string // the output, as the caller named it
	out   string // names in root, from here on
	new   string
	old   string
	guard string
	fault func(call, name string) error
}

// openDisk makes the output's parent if need be. What it makes so is empty:
// nobody's folder can be harmed by that.
func openDisk(dir, out string, fault func(call, name string) error) (*disk, error) {
	parent, name := filepath.Split(out)
	d := &disk{
		dir:   dir,
		out:   name,
		new:   "." + name + ".greffe-new",
		old:   "." + name + ".greffe-old",
		guard: "." + name + ".greffe.lock",
		fault: fault,
	}
	if err := d.try("mkdir", "the parent"); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(parent)
	d.root = root
	return d, err
}

func (d *disk) try(call, name string) error {
	if d.fault == nil {
		return nil
	}
	if err := d.fault(call, name); err != nil {
		return &fs.PathError{Op: call, Path: name, Err: err}
	}
	return nil
}

// in names a path of a tree, tree being d.out, d.new or a folder; an empty path
// is the tree itself.
func in(tree, path string) string {
	if path == "" {
		return tree
	}
	return tree + "/" + path
}

func (d *disk) mkdir(name string) error {
	if err := d.try("mkdir", name); err != nil {
		return err
	}
	return d.root.Mkdir(name, 0o755)
}

func (d *disk) lstat(name string) (fs.FileInfo, error) {
	if err := d.try("lstat", name); err != nil {
		return nil, err
	}
	return d.root.Lstat(name)
}

func (d *disk) exists(name string) (bool, error) {
	_, err := d.lstat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil, err
}

func (d *disk) readDir(name string) ([]fs.DirEntry, error) {
	if err := d.try("readdir", name); err != nil {
		return nil, err
	}
	f, err := d.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// read returns a small file, or its first limit bytes.
func (d *disk) read(name string, limit int64) ([]byte, error) {
	if err := d.try("read", name); err != nil {
		return nil, err
	}
	f, err := d.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

// write makes a new file, and tells what it looks like; one that is there already is an error, for nothing
// but us writes to the staging folder.
func (d *disk) write(name string, data []byte) (seal.Stamp, error) {
	return d.writeFrom(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func (d *disk) writeFrom(name string, fill func(io.Writer) error) (seal.Stamp, error) {
	f, err := d.create(name)
	if err != nil {
		return seal.Stamp{}, err
	}
	return f.finish(fill(f))
}

// equal tells whether a file says what new does. chunk is room to read into, half
// for each.
func (d *disk) equal(name string, new io.Reader, chunk []byte) (bool, error) {
	f, err := d.open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	ours, theirs := chunk[:len(chunk)/2], chunk[len(chunk)/2:]
	for {
		n, err := io.ReadFull(f, theirs)
		if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
			return false, err
		}
		m, wrong := io.ReadFull(new, ours[:max(n, 1)])
		if wrong != nil && wrong != io.EOF && wrong != io.ErrUnexpectedEOF {
			return false, wrong
		}
		if !bytes.Equal(theirs[:n], ours[:m]) {
			return false, nil
		}
		if err != nil { // the end of the file; new may go on
			more, _ := new.Read(ours[:1])
			return more == 0, nil
		}
	}
}

// open opens a file to be compared.
func (d *disk) open(name string) (*os.File, error) {
	if err := d.try("compare", name); err != nil {
		return nil, err
	}
	return d.root.Open(name)
}

// link gives a file a second name, or copies it with its time where the file
// system, or its rules on linking what others own, will not have it.
func (d *disk) link(from, to string) error {
	err := d.try("link", to)
	if err == nil {
		err = d.root.Link(from, to)
	}
	if err == nil {
		return nil
	}
	if copyErr := d.copy(from, to); copyErr != nil {
		return fmt.Errorf("%w (and linking it: %w)", copyErr, err)
	}
	return nil
}

func (d *disk) copy(from, to string) error {
	if err := d.try("copy", from); err != nil {
		return err
	}
	f, err := d.root.Open(from)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	_, err = d.writeFrom(to, func(w io.Writer) error {
		_, err := io.Copy(w, f)
		return err
	})
	if err != nil {
		return err
	}
	return d.root.Chtimes(to, info.ModTime(), info.ModTime())
}

func (d *disk) rename(from, to string) error {
	if err := d.try("rename", to); err != nil {
		return err
	}
	return d.root.Rename(from, to)
}

func (d *disk) remove(name string) error {
	if err := d.try("remove", name); err != nil {
		return err
	}
	return d.root.Remove(name)
}

// removeAll removes a tree; none is no error.
func (d *disk) removeAll(name string) error {
	if err := d.try("removeall", name); err != nil {
		return err
	}
	return d.root.RemoveAll(name)
}
