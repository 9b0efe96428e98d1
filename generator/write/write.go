// Package write puts a site on disk, all or nothing.
//
// # What is guaranteed
//
// [Tree] makes the whole site in a new folder beside the output and exchanges
// the two in one step. Whatever goes wrong on the way (a page that cannot be
// made, a full disk, a missing permission, a failed fsync, Ctrl-C, kill -9, a
// power cut), the output is the old site, byte for byte, or the new one; never
// a mixture, never half. A web server that reads the folder meanwhile finds
// each address at every moment. When Tree returns an error the old site stands;
// when it returns nil the new one does, and survives a power cut.
//
// A disk that fills up is met while the new folder is being written, long
// before the exchange: the error says so (errors.Is(err, syscall.ENOSPC)), the
// new folder is removed, and the old site was never touched. There must be room
// for the changed files only: the others are hard links.
//
// The next run heals: it removes what a killed one left behind, and does not
// need to know at which moment that happened.
//
// [Update] is for watching: it replaces only the changed files, one by one,
// which is faster and keeps the folder itself, but a reader may see the new
// version of one page beside the old version of another. Each file is still
// whole, nothing is replaced before everything was made and synced, and what is
// to be deleted is deleted last.
//
// # What is replaced
//
// Only a folder that bears our marker, the small file .greffe, an empty folder,
// or no folder at all; anything else is a [NotOursError]. A marked folder is
// ours entirely: whatever the new site does not have is gone after the run,
// including what somebody put there by hand. The output may not be, hold, or
// lie in one of [Options].Sources, nor be or hold the root, the home folder or
// the current folder: a [ForbiddenError], before the first write. Links on the
// way to the output are followed, but the output itself may not be a link:
// following it would replace a folder that nobody named, replacing it would
// leave the one that the web server reads. Name the folder that it leads to.
// Nor may it be a mount point, which nothing can exchange: name a folder in it.
//
// # How it goes
//
// For an output "public", four names are used in its parent folder:
//
//	public               the site; exchanged, never opened for writing
//	.public.greffe-new   the staging folder, then, after the exchange, the old site
//	.public.greffe-old   the old site, only between the two renames that stand in
//	                     for the exchange where the system has none
//	.public.greffe.lock  held while a run lasts, with its process number
//
// Those hidden names are greffe's own and are removed without question. A run
// takes these steps:
//
//  1. refuse bad paths, a bad place, a folder that is not ours;
//  2. take the lock, waiting for another run to finish; heal; survey the old site,
//     and stop here if it is sealed ([Options].Seal);
//  3. make each file in memory and compare it with the old one; write it to the
//     staging folder only when it differs. A large one is made there at once,
//     and taken away again when it does not differ;
//  4. Tree: link the unchanged files into the staging folder, sync, exchange,
//     sync the parent. Update: sync, rename each changed file into place, delete;
//  5. remove the staging folder, whatever it holds by now, and let go of the lock.
//
// An unchanged file keeps its inode and its time, so that a web server's cache
// and rsync see what really changed. When nothing changed at all, step 4 is
// left out and the folder stays as it is.
//
// # Where the promises are smaller
//
// Linux and macOS exchange two folders in one step. Elsewhere, and on file
// systems that cannot (some network ones), two renames stand in: a kill exactly
// between them leaves no output until the next run puts the old site back.
// Where there are no hard links, unchanged files are copied, with their time.
// Nothing here protects from a program that changes the output's parent folder
// during the run; writes cannot leave that folder ([os.Root]).
package write

import (
	"crypto/sha256"
	"io"
)

// A Source is what can be written: the paths, and how to make each.
type Source interface {
	// Paths are slash-separated and relative, in the order in which they are best
	// made.
	Paths() []string
	// Make writes the bytes of one path. It is called from several goroutines.
	// What it writes goes to memory or aside first: an error half-way costs nothing.
	Make(w io.Writer, path string) error
}

// Options are the circumstances of a run; the zero value is a whole site,
// written as fast as the machine can.
type Options struct {
	// Sources are the folders that the site is made from (content, layouts,
	// static files). The output must keep away from them.
	Sources []string
	// Partial describes a site that is a part only, such as "data/csv". It goes
	// into an empty folder or one that holds the same part, never over a whole
	// site. Empty means whole.
	Partial string
	// Workers is how many files are made at once; 0 means one a processor.
	Workers int
	// Keep, when set, tells that the file on disk is known to be current: it is
	// neither made nor compared. It is not asked about files that are not there.
	// It is called from several goroutines.
	Keep func(path string) bool
	// Progress, when set, is told after each file, by one goroutine at a time.
	Progress func(done, total int)
	// Approve, when set, is asked once everything is made, before the old site is
	// touched: its error is the run's.
	Approve func() error
	// Seal, when set, may tell Tree that the site on disk is what would be made:
	// then nothing is made.
	Seal Seal
	// Waiting, when set, is told once when another run holds the output, and
	// which process that is; 0 means that it is not known. The run goes on
	// waiting until its context ends.
	Waiting func(pid int)

	// fault, in tests, is asked before each call to the file system and may
	// make it fail.
	fault func(call, name string) error
	// spillAt, in tests, stands for the constant.
	spillAt int
}

// A Seal knows sites on disk by their print, a sum of all their names and of how
// each file looks from outside ([seal.Stamp]). It is asked and told while the
// output is locked.
type Seal interface {
	// Holds tells whether the site with this print is what would be made.
	Holds(print [sha256.Size]byte) bool
	// Set is told the print of the site that was just written.
	Set(print [sha256.Size]byte)
}

// A Summary is what a run did. It counts the site's files, without the marker.
type Summary struct {
	Files     int   // of the site
	Written   int   // new or changed
	Unchanged int   // the same inode as before
	Removed   int   // of the old site, no longer in the new one
	Bytes     int64 // of the whole site
}
