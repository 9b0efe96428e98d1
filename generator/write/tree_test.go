package write

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

func TestTreeWritesFirstSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "not", "there", "public")
	sum := tree(t, dir, numbered(1), Options{})
	requireSite(t, dir, numbered(1))
	requireAlone(t, dir)
	if want := (Summary{Files: 7, Written: 7, Bytes: sum.Bytes}); sum != want || sum.Bytes < 100_000 {
		t.Errorf("summary %+v, want %+v", sum, want)
	}
}

func TestTreeFillsEmptyFolder(t *testing.T) {
	dir := t.TempDir()
	tree(t, dir, numbered(1), Options{})
	requireSite(t, dir, numbered(1))
}

func TestTreeReplacesSite(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	put(t, filepath.Join(dir, "by", "hand.txt"), "somebody's")
	sum := tree(t, dir, numbered(2), Options{})
	requireSite(t, dir, numbered(2))
	requireAlone(t, dir)
	if sum.Written != 4 || sum.Unchanged != 3 || sum.Removed != 2 {
		t.Errorf("summary %+v", sum)
	}
}

func TestTreeKeepsUnchangedFilesInodeAndTime(t *testing.T) {
	for name, options := range map[string]Options{"in memory": {}, "aside": {spillAt: 1}} {
		t.Run(name, func(t *testing.T) { keepsUnchangedFiles(t, options) })
	}
}

func keepsUnchangedFiles(t *testing.T, options Options) {
	t.Helper()
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	logo := filepath.Join(dir, "avis/a/logo.png")
	if err := os.Chtimes(logo, past, past); err != nil {
		t.Fatal(err)
	}
	before := stat(t, dir, "avis/a/logo.png")
	tree(t, dir, numbered(2), options)
	after := stat(t, dir, "avis/a/logo.png")
	if !os.SameFile(before, after) || !after.ModTime().Equal(past) {
		t.Errorf("the unchanged file was replaced")
	}
}

func TestTreeCopiesWithTimeWhereThereAreNoLinks(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	past := time.Date(2020, 1, 2, 3, 4, 5, 0, time.UTC)
	if err := os.Chtimes(filepath.Join(dir, "index.html"), past, past); err != nil {
		t.Fatal(err)
	}
	tree(t, dir, numbered(2), Options{fault: failing("link", syscall.EPERM)})
	requireSite(t, dir, numbered(2))
	if !stat(t, dir, "index.html").ModTime().Equal(past) {
		t.Errorf("the copy's time is another")
	}
}

func TestTreeLeavesFolderWhenNothingChanged(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	before := stat(t, dir, ".")
	sum := tree(t, dir, numbered(1), Options{fault: func(call, name string) error {
		if call == "exchange" || call == "rename" || call == "link" {
			t.Errorf("%s %s", call, name)
		}
		return nil
	}})
	if after := stat(t, dir, "."); !os.SameFile(before, after) || !after.ModTime().Equal(before.ModTime()) {
		t.Errorf("the folder was touched")
	}
	if sum.Written != 0 || sum.Unchanged != 7 {
		t.Errorf("summary %+v", sum)
	}
	requireAlone(t, dir)
}

func TestTreeMendsTruncatedFileAndStrayFolder(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	put(t, filepath.Join(dir, "index.html"), "st")
	if err := os.Mkdir(filepath.Join(dir, "stray"), 0o755); err != nil {
		t.Fatal(err)
	}
	if sum := tree(t, dir, numbered(1), Options{}); sum.Written != 1 {
		t.Errorf("summary %+v", sum)
	}
	requireSite(t, dir, numbered(1))
}

func TestTreeReplacesFileByFolderAndBack(t *testing.T) {
	dir := out(t)
	for _, site := range []literal{{"a": "1"}, {"a/b": "1"}, {"a": "1"}, {"A": "1"}} {
		tree(t, dir, site, Options{})
		requireSite(t, dir, site)
	}
}

func TestTreeKeepsSiteWhenPageCannotBeMade(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	broken := errors.New("broken layout")
	_, err := Tree(context.Background(), dir, faulty{numbered(2), broken}, Options{})
	if !errors.Is(err, broken) {
		t.Fatalf("error %v", err)
	}
	requireSite(t, dir, numbered(1))
	requireAlone(t, dir)
}

func TestTreeKeepsSiteWhenDiskIsFull(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	_, err := Tree(context.Background(), dir, numbered(2), Options{fault: failing("write", syscall.ENOSPC)})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("error %v", err)
	}
	requireSite(t, dir, numbered(1))
	requireAlone(t, dir)
}

func TestTreeStopsWhenContextEnds(t *testing.T) {
	dir := out(t)
	tree(t, dir, numbered(1), Options{})
	ctx, stop := context.WithCancel(context.Background())
	_, err := Tree(ctx, dir, numbered(2), Options{Workers: 1, Progress: func(done, total int) {
		if done == total/2 {
			stop()
		}
		if done > total/2 {
			t.Errorf("file %d was made after the end", done)
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	requireSite(t, dir, numbered(1))
	requireAlone(t, dir)
}

func TestSiteStaysWhenContextEndsAtLastMoment(t *testing.T) {
	for _, write := range roads {
		dir := out(t)
		tree(t, dir, numbered(1), Options{})
		ctx, stop := context.WithCancel(context.Background())
		_, err := write(ctx, dir, numbered(2), Options{fault: func(call, _ string) error {
			if call == "sync" {
				stop()
			}
			return nil
		}})
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("error %v", err)
		}
		requireSite(t, dir, numbered(1))
		requireAlone(t, dir)
	}
}

func TestTreeTellsProgress(t *testing.T) {
	last := 0
	tree(t, out(t), numbered(1), Options{Workers: 4, Progress: func(done, total int) {
		if done != last+1 || total != 7 {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}})
	if last != 7 {
		t.Errorf("progress ended at %d", last)
	}
}

func TestTreeDoesNotMakeWhatItIsToKeep(t *testing.T) {
	dir := out(t)
	first := tree(t, dir, numbered(1), Options{})
	var made atomic.Int64
	counted := counter{numbered(1), &made}
	sum := tree(t, dir, counted, Options{Keep: func(path string) bool { return path != "index.html" }})
	if made.Load() != 1 || sum != (Summary{Files: 7, Unchanged: 7, Bytes: first.Bytes}) {
		t.Errorf("made %d, summary %+v", made.Load(), sum)
	}
	// What is not there cannot be kept.
	if sum := tree(t, out(t), counted, Options{Keep: func(string) bool { return true }}); sum.Written != 7 {
		t.Errorf("summary %+v", sum)
	}
}

func TestTreeNeverWritesThroughLinks(t *testing.T) {
	dir := out(t)
	tree(t, dir, literal{"avis/index.html": "1"}, Options{})
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	put(t, filepath.Join(elsewhere, "index.html"), "not ours")
	os.RemoveAll(filepath.Join(dir, "avis"))
	if err := os.Symlink(elsewhere, filepath.Join(dir, "avis")); err != nil {
		t.Skip("this disk or user makes no links:", err)
	}
	for _, write := range roads {
		if _, err := write(context.Background(), dir, literal{"avis/index.html": "2"}, Options{}); err != nil {
			t.Fatal(err)
		}
		requireSite(t, dir, literal{"avis/index.html": "2"})
	}
	if data, _ := os.ReadFile(filepath.Join(elsewhere, "index.html")); string(data) != "not ours" {
		t.Errorf("the link was followed: %q", data)
	}
}

// A faulty source fails on one page, after writing half of it.
type faulty struct {
	literal
	err error
}

func (f faulty) Make(w io.Writer, path string) error {
	if path == "seances/index.html" {
		io.WriteString(w, "half a pa")
		return f.err
	}
	return f.literal.Make(w, path)
}

type counter struct {
	literal
	made *atomic.Int64
}

func (c counter) Make(w io.Writer, path string) error {
	c.made.Add(1)
	return c.literal.Make(w, path)
}
