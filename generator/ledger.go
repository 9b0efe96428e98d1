package generator

import (
	"io"
	"slices"
	"sync"

	"greffe/generator/council"
	"greffe/generator/site"
)

// A ledger remembers which answers of the council each file on disk was made
// from. While none of them has changed the file is what it would be made again:
// it is not made, nor even looked at. The zero value remembers nothing.
type ledger struct {
	mutex   sync.Mutex
	numbers map[council.Read]uint32 // of the questions: a file asks hundreds
	asked   map[string][]uint32     // by path
	listed  []string                // the paths of the site that was written last
}

// enter notes what the file at a path was made from.
func (l *ledger) enter(path string, reads *council.Reads) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.asked == nil {
		l.asked, l.numbers = make(map[string][]uint32), make(map[council.Read]uint32)
	}
	asked := make([]uint32, 0, len(reads.All()))
	for read := range reads.All() {
		number, known := l.numbers[read]
		if !known {
			number = uint32(len(l.numbers))
			l.numbers[read] = number
		}
		asked = append(asked, number)
	}
	l.asked[path] = asked
}

// holds tells whether the file at a path is what it would be made again.
func (l *ledger) holds(path string) bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	_, ok := l.asked[path]
	return ok
}

// strike leaves out the files that were made from answers that have changed.
func (l *ledger) strike(touched []council.Read) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	changed := make([]bool, len(l.numbers))
	for _, read := range touched {
		if number, asked := l.numbers[read]; asked {
			changed[number] = true
		}
	}
	for path, asked := range l.asked {
		if slices.ContainsFunc(asked, func(number uint32) bool { return changed[number] }) {
			delete(l.asked, path)
		}
	}
}

// list leaves out the files that may tell of others when others have come or
// gone: what stands for one document tells of no file but its own.
func (l *ledger) list(s *site.Site) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	var paths []string
	for _, file := range s.Files() {
		paths = append(paths, file.Path)
	}
	if slices.Equal(paths, l.listed) {
		return
	}
	l.listed = paths
	for _, file := range s.Files() {
		if file.From == "" {
			delete(l.asked, file.Path)
		}
	}
}

// forget leaves out everything: nobody knows what is on disk.
func (l *ledger) forget() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.asked, l.numbers, l.listed = nil, nil, nil
}

// A noting site enters in the ledger what its files are made from.
type noting struct {
	*site.Site
	ledger *ledger
}

func (n noting) Make(w io.Writer, path string) error {
	reads, err := n.MakeNoting(w, path)
	if err == nil {
		n.ledger.enter(path, reads)
	}
	return err
}
