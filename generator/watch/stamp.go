package watch

import (
	"hash/maphash"
	"io"
	"io/fs"
	"os"
	"syscall"
	"time"

	"greffe/generator/seal"
)

const (
	// recent is how long after a change the next one may bear the same time: the
	// coarsest file systems (FAT) count by two seconds.
	recent = 2 * time.Second
	// longest is the size above which content is not compared: pictures and
	// recordings are not edited twice in two seconds.
	longest = 8 << 20
)

var seed = maphash.MakeSeed()

// A stamp is what a file or folder looked like.
type stamp struct {
	info   fs.FileInfo
	sum    uint64 // of the content
	summed bool   // the file was recent, and sum is known
}

// stampOf looks at a file, at its content too if the time alone might not tell
// a change from what it was before. It tells whether there was one.
func stampOf(path string, info fs.FileInfo, was stamp) (is stamp, changed bool) {
	is.info = info
	isRecent := time.Since(info.ModTime()) < recent
	if info.Mode().IsRegular() && info.Size() <= longest && (isRecent || was.summed) {
		is.sum, is.summed = sumOf(path, info)
	}
	changed = !is.same(was)
	is.summed = is.summed && isRecent
	return is, changed
}

func (s stamp) same(other stamp) bool {
	switch {
	case s.info == nil || other.info == nil:
		return s.info == other.info
	case s.info.Mode() != other.info.Mode():
		return false
	case s.summed && other.summed:
		return s.sum == other.sum
	}
	return seal.StampOf(s.info) == seal.StampOf(other.info) && os.SameFile(s.info, other.info)
}

// suspect tells whether a file that looks so deserves a closer look.
func (s stamp) suspect(info fs.FileInfo) bool {
	if info.IsDir() && s.info.IsDir() {
		return !os.SameFile(s.info, info) // its times tell only that something came or went
	}
	return s.summed || !stamp{info: info}.same(stamp{info: s.info})
}

// sumOf reads a file. What has become a pipe since would keep its reader
// waiting, hence the flag; what has become a link is another file.
func sumOf(path string, info fs.FileInfo) (uint64, bool) {
	file, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return 0, false
	}
	defer file.Close()
	if opened, err := file.Stat(); err != nil || !opened.Mode().IsRegular() || !os.SameFile(opened, info) {
		return 0, false
	}
	var hash maphash.Hash
	hash.SetSeed(seed)
	if _, err := io.Copy(&hash, io.LimitReader(file, longest)); err != nil {
		return 0, false
	}
	return hash.Sum64(), true
}
