// Package seal tells that a site need not be made again.
//
// A seal is a small note, kept apart from the site that it is about: this
// folder, in this state, is what this greffe makes, when asked for this, of
// exactly these bytes. Whoever finds that every word of it is still true knows
// what making the site would give without making it. Nothing in it is believed:
// each statement is compared, by its SHA-256 sum, with what is found. A seal
// that is missing, damaged or of another kind is no seal, and the site is made.
//
// What the site is made from is noted by a [Witness] while it is read, and not
// looked up in a second pass: the bytes that are sealed are those that were
// used, whoever saves a file meanwhile. What the output is like is told by whoever
// writes it, as a print of its files' names and [Stamp]s.
//
// # Where the promises are smaller
//
// Linux and macOS tell when a file itself was last changed, which nobody can
// set: a byte that is changed in the output is seen although its file's size and
// time are put back. Elsewhere it is not.
package seal

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// form is that of the notes and of what is summed in them.
const form = 1

// Terms are what a site was asked to be.
type Terms struct {
	Asked  string // all that changes its bytes and is not read from a folder; the day
	Minute int    // of that day, as of which the site is
	// Lasts tells whether a site as of an earlier minute is what it would be now.
	Lasts func(since int) bool
}

// A Seal is that of one output folder, as one run finds and leaves it.
type Seal struct {
	Terms
	witness *Witness
	folder  string
	note    string
}

// New is the seal of an output folder, whose note is kept in a folder of notes.
// What the witness sees from now on is what only the making of the site reads.
func New(notes, output string, witness *Witness, terms Terms) (*Seal, error) {
	output, err := filepath.Abs(output)
	if err != nil {
		return nil, fmt.Errorf("finding the output: %w", err)
	}
	witness.turn()
	name := fmt.Sprintf("%x", sha256.Sum256([]byte(output)))
	return &Seal{terms, witness, output, filepath.Join(notes, name)}, nil
}

// A note is what is kept.
type note struct {
	Folder  string
	Minute  int        // of the day
	Claim   sum        // of all but what making reads
	Late    []question // what making reads
	Answers sum        // to those questions
}

// Holds tells whether the folder, which has this print, is what would be made.
func (s *Seal) Holds(print [sha256.Size]byte) bool {
	n, err := load(s.note)
	if err != nil || n.Claim != s.claim(n, print) || s.Minute < n.Minute || s.Minute > n.Minute && !s.Lasts(n.Minute) {
		return false
	}
	again := s.witness.asked(n.Late)
	return again.sound() && s.witness.sound() && again.sum(0) == n.Answers
}

// Set seals the folder, which has this print. Where no note can be kept, or is
// to be trusted, there is none that holds: the next run makes the site.
func (s *Seal) Set(print [sha256.Size]byte) {
	if !s.witness.sound() {
		return
	}
	n := &note{Folder: s.folder, Minute: s.Minute, Late: s.witness.questions(1), Answers: s.witness.sum(1)}
	n.Claim = s.claim(n, print)
	if n.store(s.note) == nil {
		sweep(filepath.Dir(s.note))
	}
}

func (s *Seal) claim(n *note, print [sha256.Size]byte) sum {
	all := sha256.New()
	fmt.Fprintf(all, "%d %q %q %q %d %x %x\n", form, s.witness.program, s.folder, s.Asked, n.Minute, print, s.witness.sum(0))
	for _, question := range n.Late {
		fmt.Fprintf(all, "%q\n", question)
	}
	return sum(all.Sum(nil))
}

func load(file string) (*note, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	n := new(note)
	if err := json.Unmarshal(text, n); err != nil {
		return nil, err
	}
	return n, nil
}

// store writes a note for its owner's eyes: the sums are of private text too.
// Whoever holds the lock of an output is alone in writing its note.
func (n *note) store(file string) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		return err
	}
	text, err := json.Marshal(n)
	if err != nil {
		return err
	}
	err = os.WriteFile(file+".new", text, 0o600)
	if err == nil {
		err = os.Rename(file+".new", file)
	}
	if err != nil {
		_ = os.Remove(file + ".new")
	}
	return err
}

// sweep removes the notes whose output is gone, and what is no note.
func sweep(notes string) {
	entries, _ := os.ReadDir(notes)
	for _, entry := range entries {
		file := filepath.Join(notes, entry.Name())
		if n, err := load(file); err == nil {
			if _, err := os.Lstat(n.Folder); err == nil || !os.IsNotExist(err) {
				continue
			}
		}
		_ = os.Remove(file)
	}
}
