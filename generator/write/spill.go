package write

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"path"

	"greffe/generator/seal"
)

// spillAt is the size above which a file being made goes to the staging folder
// as it comes: a table of a million rows is never in memory whole.
const spillAt = 4 << 20

// A draft is a file being made, in memory as long as it is small. Once it is
// not, its bytes go to the staging folder, which is thrown away if the making
// fails.
type draft struct {
	run    *run
	file   string
	limit  int
	memory *bytes.Buffer
	aside  *newFile // in the staging folder, once it is large
	large  *bufio.Writer
	size   int64
	stamp  seal.Stamp // of what lies aside
}

func (d *draft) Write(p []byte) (int, error) {
	if d.large == nil && d.memory.Len()+len(p) > d.limit {
		if err := d.spill(); err != nil {
			return 0, err
		}
	}
	d.size += int64(len(p))
	if d.large != nil {
		return d.large.Write(p)
	}
	return d.memory.Write(p)
}

func (d *draft) spill() error {
	if err := d.run.stageFolder(path.Dir(d.file)); err != nil {
		return err
	}
	aside, err := d.run.create(in(d.run.new, d.file))
	if err != nil {
		return err
	}
	d.aside, d.large = aside, bufio.NewWriterSize(aside, 256<<10)
	_, err = d.memory.WriteTo(d.large)
	return err
}

// finish closes what lies aside, whether the making failed or not.
func (d *draft) finish(err error) error {
	if d.large == nil {
		return err
	}
	if err == nil {
		err = d.large.Flush()
	}
	d.stamp, err = d.aside.finish(err)
	return err
}

// keepOld tells whether the old file says the same. A new one that lies aside is
// then taken away: its place is the old one's.
func (d *draft) keepOld(chunk []byte) (bool, error) {
	old := in(d.run.out, d.file)
	if d.large == nil {
		return d.run.equal(old, bytes.NewReader(d.memory.Bytes()), chunk)
	}
	aside := in(d.run.new, d.file)
	f, err := d.run.open(aside)
	if err != nil {
		return false, err
	}
	same, err := d.run.equal(old, f, chunk)
	f.Close()
	if err != nil || !same {
		return false, err
	}
	return true, d.run.remove(aside)
}

// A newFile is being written to the disk.
type newFile struct {
	*os.File
	disk *disk
	name string
}

// create begins a new file; one that is there already is an error, for nothing
// but us writes to the staging folder.
func (d *disk) create(name string) (*newFile, error) {
	if err := d.try("create", name); err != nil {
		return nil, err
	}
	f, err := d.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	return &newFile{f, d, name}, nil
}

func (f *newFile) Write(p []byte) (int, error) {
	if err := f.disk.try("write", f.name); err != nil {
		return 0, err
	}
	return f.File.Write(p)
}

// ReadFrom is not the faster one of [os.File]: every write is to be tried.
func (f *newFile) ReadFrom(r io.Reader) (int64, error) {
	return io.Copy(struct{ io.Writer }{f}, r)
}

// finish syncs and closes the file, whose writing may have failed, and tells what
// it looks like.
func (f *newFile) finish(err error) (stamp seal.Stamp, _ error) {
	if err == nil {
		err = f.disk.syncFile(f.File, f.name)
	}
	if f.disk.try("stat", f.name) == nil {
		if info, unknown := f.Stat(); unknown == nil {
			stamp = seal.StampOf(info)
		}
	}
	if closing := f.disk.try("close", f.name); err == nil {
		err = closing
	}
	// Some file systems (NFS, quotas) tell only here that the disk is full.
	if closed := f.Close(); err == nil {
		err = closed
	}
	return stamp, err
}
