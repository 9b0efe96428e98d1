package seal

import (
	"encoding/binary"
	"io/fs"
)

// A Stamp is what a file looks like from outside: as long as it is the same, so
// are the bytes.
type Stamp struct {
	Size     int64
	Modified int64 // in nanoseconds since 1970
	Changed  int64 // likewise: the file itself, which nobody can set; 0 if unknown
	Inode    uint64
}

// Append writes the stamp after b.
func (s Stamp) Append(b []byte) []byte {
	for _, n := range []uint64{uint64(s.Size), uint64(s.Modified), uint64(s.Changed), s.Inode} {
		b = binary.LittleEndian.AppendUint64(b, n)
	}
	return b
}

// StampOf is the stamp of a file.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano()}
	s.Inode, s.Changed = inner(info)
	return s
}
