package serve

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"runtime/debug"
	"sync"

	"greffe/generator/diagnostic"
	"greffe/generator/site"
)

// largest is the size above which made bytes are not kept: they are copies of
// files on the disk, quick to make and dear to hold.
const largest = 1 << 20

// A state is what the server knows between two refreshes. It does not change.
type state struct {
	version *version                 // of the last good site; nil if there has never been one
	public  *version                 // what everybody sees, when version has drafts too
	drafted func() (*version, error) // makes the version with drafts, once; nil if there is none
	drafts  bool                     // they are asked for
	found   diagnostic.Findings
	errors  diagnostic.List
	frames  map[diagnostic.Position]frame // of errors
	failure string                        // what stopped the making, if it was not the content
	over    chan struct{}                 // closed when another state takes its place
}

func newState() *state { return &state{over: make(chan struct{})} }

// A version is a site with what was made of it so far.
type version struct {
	site  *site.Site
	mutex sync.Mutex
	made  map[string]made
}

func newVersion(loaded *site.Site) *version {
	return &version{site: loaded, made: make(map[string]made)}
}

// made is a file's bytes and their sum. The bytes of large files are not kept.
type made struct {
	bytes []byte
	sum   [sha256.Size]byte
}

// load asks for the site. A panic is a failure like others.
func (s *Server) load() (next *state) {
	next = newState()
	defer func() {
		if reason := recover(); reason != nil {
			next.version = nil
			next.failure = panicked(reason)
		}
	}()
	loaded, found, err := s.Load()
	next.found = found
	switch {
	case loaded != nil:
		next.version = newVersion(loaded)
		next.drafted = s.drafted()
	case err != nil && !found.HasErrors():
		next.failure = err.Error()
	}
	next.errors = found.Errors()
	next.frames = s.framesOf(next.errors)
	return next
}

// stale tells that what is shown is not what is in the content.
func (st *state) stale() bool { return st.failure != "" || len(st.errors) > 0 }

// make returns the bytes of a file of the site.
func (v *version) make(path string) (made, error) {
	v.mutex.Lock()
	known, ok := v.made[path]
	v.mutex.Unlock()
	if ok && known.bytes != nil {
		return known, nil
	}
	text, err := v.fresh(path)
	if err != nil {
		return made{}, err
	}
	fresh := made{text, sha256.Sum256(text)}
	kept := fresh
	if len(text) > largest {
		kept.bytes = nil
	}
	v.mutex.Lock()
	v.made[path] = kept
	v.mutex.Unlock()
	return fresh, nil
}

// sum is that of a file's bytes, zero if it cannot be made.
func (v *version) sum(path string) [sha256.Size]byte {
	v.mutex.Lock()
	known, ok := v.made[path]
	v.mutex.Unlock()
	if !ok {
		known, _ = v.make(path)
	}
	return known.sum
}

func (v *version) fresh(path string) (text []byte, err error) {
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("%s", panicked(reason))
		}
	}()
	var b bytes.Buffer
	if err := v.site.Make(&b, path); err != nil {
		return nil, err
	}
	if b.Bytes() == nil {
		return []byte{}, nil
	}
	return b.Bytes(), nil
}

// panicked is what people send with a report of the fault.
func panicked(reason any) string { return fmt.Sprintf("panic: %v\n\n%s", reason, debug.Stack()) }
