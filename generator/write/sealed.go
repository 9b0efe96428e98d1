package write

import (
	"crypto/sha256"
	"maps"
	"slices"
	"time"

	"greffe/generator/seal"
)

// tick is the longest that two changes of a file may bear the same time, where
// parts of a second count at all.
const tick = 10 * time.Millisecond

// longestWait is how long a seal is worth waiting for.
const longestWait = time.Second

// sealed tells whether the old site is known to be what would be made.
func (r *run) sealed() bool {
	if r.options.Seal == nil || r.before.marker != r.marker ||
		len(r.before.files) != len(r.files) || len(r.before.orphans(r.plan)) > 0 || !slices.Equal(r.before.folders, r.folders) {
		return false
	}
	print, ok := r.before.print()
	if !ok || !r.options.Seal.Holds(print) {
		return false
	}
	for _, stamp := range r.before.files {
		r.bytes.Add(stamp.Size)
	}
	return true
}

// seal seals the site that was just written, unless somebody has had a hand in
// it meanwhile. It comes after the last step that changes a file's stamp: the
// removal of the old site, whose links are fewer then.
func (r *run) seal() {
	if r.options.Seal == nil || r.removeAll(r.new) != nil {
		return
	}
	// A change from now on bears another time than ours; a file server whose clock
	// is ahead is not waited for.
	wait := time.Until(r.lastTouch().Add(tick))
	if wait > longestWait {
		return
	}
	time.Sleep(wait)
	now := &survey{marker: r.marker, folders: r.folders, files: make(map[string]seal.Stamp, len(r.files))}
	for i, file := range r.files {
		switch {
		case r.changed[i]:
			now.files[file] = r.stamps[i]
		case r.linked:
			stamp, ok := r.relinked(file)
			if !ok {
				return
			}
			now.files[file] = stamp
		default:
			now.files[file] = r.before.files[file]
		}
	}
	if print, ok := now.print(); ok {
		r.options.Seal.Set(print)
	}
}

// lastTouch is when this run last changed a file's stamp.
func (r *run) lastTouch() time.Time {
	if r.linked {
		return time.Now()
	}
	var last int64
	for i := range r.stamps {
		last = max(last, r.stamps[i].Modified)
	}
	return time.Unix(0, last)
}

// relinked is the stamp of an old file that was linked into the new site. It
// answers false if the file is not as it was found.
func (r *run) relinked(file string) (seal.Stamp, bool) {
	info, err := r.lstat(in(r.out, file))
	if err != nil {
		return seal.Stamp{}, false
	}
	is, was := seal.StampOf(info), r.before.files[file]
	was.Changed = is.Changed // by links
	return is, is == was
}

// print sums up a site. It answers false where stamps do not tell one state of it
// from the next: the system counts whole seconds.
func (s *survey) print() (print [sha256.Size]byte, ok bool) {
	all := []byte(s.marker)
	for _, folder := range s.folders {
		all = append(append(all, folder...), 0)
	}
	for _, file := range slices.Sorted(maps.Keys(s.files)) {
		stamp := s.files[file]
		ok = ok || stamp.Modified%int64(time.Second) != 0
		all = stamp.Append(append(append(all, file...), 0))
	}
	return sha256.Sum256(all), ok && len(s.strange) == 0
}
