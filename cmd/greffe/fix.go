package main

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"greffe/generator/diagnostic"
)

// Fixes are made in the bytes of a file, from its last to its first, and never
// by writing its YAML or its Markdown anew: comments, order, ends of lines and
// whatever else the editor chose stay as they are.

// An edit is a fix at its place in a file's bytes.
type edit struct {
	from, to int
	column   int // in characters, from 1
	fix      *diagnostic.Fix
}

// A mending is what is to be done to one file.
type mending struct {
	file  string
	text  []byte // as it was when the fixes were found to fit
	edits []edit // in the order of the file
	stray int    // fixes that do not fit the file as it is now
}

// mend makes the file's new bytes.
func (m *mending) mend() []byte {
	var mended []byte
	from := 0
	for _, e := range m.edits {
		mended = append(append(mended, m.text[from:e.from]...), e.fix.New...)
		from = e.to
	}
	return append(mended, m.text[from:]...)
}

// mendings sorts the certain fixes by file, and finds their places. Of two that
// touch, the first is made; the other is found again next time, if it still
// holds.
func mendings(content fs.FS, found diagnostic.List) ([]*mending, error) {
	byFile := make(map[string][]*diagnostic.Fix)
	for i := range found {
		if fix := found[i].Fix; fix != nil {
			byFile[found[i].File] = append(byFile[found[i].File], fix)
		}
	}
	var all []*mending
	for file, fixes := range byFile {
		text, err := fs.ReadFile(content, file)
		if err != nil {
			return nil, err
		}
		m := &mending{file: file, text: text}
		for _, fix := range fixes {
			if at := place(text, fix); at >= 0 {
				line := bytes.LastIndexAny(text[:at], "\r\n") + 1
				m.edits = append(m.edits, edit{at, at + len(fix.Old), utf8.RuneCount(text[line:at]) + 1, fix})
			} else {
				m.stray++
			}
		}
		slices.SortStableFunc(m.edits, func(a, b edit) int { return cmp.Compare(a.from, b.from) })
		end := 0
		m.edits = slices.DeleteFunc(m.edits, func(e edit) bool {
			if e.from < end {
				return true
			}
			end = e.to
			return false
		})
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b *mending) int { return strings.Compare(a.file, b.file) })
	return all, nil
}

// place is the offset at which the fix applies; -1 if the file does not have
// there what the fix takes away. A reference is placed at its value, which may
// begin with a quotation mark.
func place(text []byte, fix *diagnostic.Fix) int {
	at := 0
	for range fix.Line - 1 {
		n := bytes.IndexAny(text[at:], "\r\n")
		if n < 0 {
			return -1
		}
		at += n + 1
		if text[at-1] == '\r' && at < len(text) && text[at] == '\n' {
			at++
		}
	}
	for range fix.Column - 1 {
		if at >= len(text) {
			return -1
		}
		_, size := utf8.DecodeRune(text[at:])
		at += size
	}
	if at < len(text) && (text[at] == '"' || text[at] == '\'') && !bytes.HasPrefix(text[at:], []byte(fix.Old)) {
		at++
	}
	if !bytes.HasPrefix(text[at:], []byte(fix.Old)) {
		return -1
	}
	return at
}

// showFixes lists what --fix would do, and does nothing.
func (a *app) showFixes(found diagnostic.List) error {
	content, err := a.open(a.flags.content)
	if err != nil {
		return err
	}
	all, err := mendings(content, found)
	if err != nil {
		return err
	}
	n := 0
	paint := painter(a.stdout)
	for _, m := range all {
		if len(m.edits) == 0 {
			continue
		}
		n += len(m.edits)
		fmt.Fprintln(a.stdout, paint(bold, a.shown(m.file)))
		before, after := lines(m.text), lines(m.mend()) // a fix stays within its line
		for i, e := range m.edits {
			if line := e.fix.Line; i == 0 || line != m.edits[i-1].fix.Line {
				was, will := before[line-1], after[line-1]
				if m.isKey(e) {
					was, will = e.fix.Old+": …", e.fix.New+": …"
				}
				fmt.Fprintf(a.stdout, "%s %s\n%s %s\n",
					paint(red, fmt.Sprintf("%5d -", line)), was, paint(green, fmt.Sprintf("%5d +", line)), will)
			}
		}
	}
	fmt.Fprintln(a.stdout, a.words.Say("command.check.would-fix", "n", n))
	return nil
}

// isKey tells whether the edit mends the name of a field. Nobody knew whether its
// value is private while it was misspelt: it is not shown.
func (m *mending) isKey(e edit) bool { return bytes.HasPrefix(m.text[e.to:], []byte(":")) }

// lines parts a text at its ends of lines, whichever they are.
func lines(text []byte) []string {
	return strings.Split(strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n"), "\n")
}

// applyFixes makes every certain fix, says which, and returns how many.
func (a *app) applyFixes(found diagnostic.List) (fixed int, err error) {
	root, err := os.OpenRoot(a.flags.content)
	if err != nil {
		return 0, err
	}
	defer root.Close()
	all, err := mendings(root.FS(), found)
	if err != nil {
		return 0, err
	}
	for _, m := range all {
		if m.stray > 0 {
			fmt.Fprintln(a.stderr, a.words.Say("command.check.changed", "file", a.shown(m.file)))
		}
		if len(m.edits) == 0 {
			continue
		}
		if err := exchange(root, m.file, m.text, m.mend()); errors.Is(err, errChanged) {
			fmt.Fprintln(a.stderr, a.words.Say("command.check.changed", "file", a.shown(m.file)))
			continue
		} else if err != nil {
			return fixed, err
		}
		for _, e := range m.edits {
			fixed++
			fmt.Fprintln(a.stdout, a.words.Say("command.check.fixed",
				"place", fmt.Sprintf("%s:%d:%d", a.shown(m.file), e.fix.Line, e.column), "old", e.fix.Old, "new", e.fix.New))
		}
	}
	return fixed, nil
}

// errChanged says that somebody has written the file in the meantime.
var errChanged = errors.New("the file has changed")

// exchange puts new bytes in the place of a file's, in one step. What has
// changed since it was read is left as it is.
func exchange(root *os.Root, file string, read, mended []byte) error {
	info, err := root.Stat(file)
	if err != nil {
		return err
	}
	folder, name := path.Split(file)
	// Ignored by the reader, like all dot files; of another name each time, so
	// that what a killed run has left is in nobody's way.
	temporary := folder + "." + name + "." + rand.Text()[:8] + ".greffe"
	out, err := root.OpenFile(temporary, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = out.Write(mended)
	if err == nil {
		err = out.Sync()
	}
	if closed := out.Close(); err == nil {
		err = closed
	}
	if err == nil {
		var now []byte
		if now, err = fs.ReadFile(root.FS(), file); err == nil && !bytes.Equal(now, read) {
			err = errChanged
		}
	}
	if err == nil {
		err = root.Rename(temporary, file)
	}
	if err != nil {
		_ = root.Remove(temporary)
	}
	return err
}
