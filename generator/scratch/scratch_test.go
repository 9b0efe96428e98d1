package scratch

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

func TestTextsComeBack(t *testing.T) {
	for name, f := range map[string]*File{"a file": New(t.TempDir()), "memory": nil} {
		t.Run(name, func(t *testing.T) {
			var all sync.WaitGroup
			for reader := range 4 {
				all.Go(func() {
					var kept []Text
					for n := range 200 {
						kept = append(kept, f.Keep(text(reader, n)))
					}
					for n, k := range kept {
						for range 2 {
							if read(k) != string(text(reader, n)) {
								t.Errorf("reader %d's text %d has come back as another", reader, n)
							}
						}
					}
				})
			}
			all.Wait()
			if err := f.Err(); err != nil {
				t.Error(err)
			}
		})
	}
}

func read(t Text) string { return strings.TrimPrefix(string(t.Append([]byte("> "))), "> ") }

func text(reader, n int) []byte { return bytes.Repeat([]byte{'a' + byte(reader), byte(n)}, n*7%50) }

func TestNothingOfItIsSeen(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "made", "when needed")
	f := New(folder)
	f.Keep([]byte("a draft that nobody may read"))
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("in the folder: %v, %v", left, err)
	}
	if New(filepath.Join(os.DevNull, "none")) != nil {
		t.Error("a file stands where no folder can be")
	}
}

func TestATextThatFindsNoRoomStaysInMemory(t *testing.T) {
	f := New(t.TempDir())
	before := f.Keep([]byte("before"))
	full, err := os.OpenFile("/dev/full", os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("this system has no disk that is always full")
	}
	if err != nil {
		t.Fatal(err)
	}
	disk := f.disk
	f.disk = full
	during := f.Keep([]byte("during"))
	f.disk = disk
	if read(before) != "before" || read(during) != "during" || f.Err() != nil {
		t.Errorf("%q, %q, %v", read(before), read(during), f.Err())
	}
}

func TestAFileThatCannotBeReadSaysSo(t *testing.T) {
	f := New(t.TempDir())
	if f == nil {
		t.Skip("this system has no files without a name")
	}
	kept := f.Keep([]byte("text"))
	if err := f.disk.Close(); err != nil {
		t.Fatal(err)
	}
	if got := read(kept); got != "" {
		t.Errorf("%q was read from a closed file", got)
	}
	if err := f.Err(); !errors.Is(err, os.ErrClosed) || !strings.Contains(err.Error(), "reading back") {
		t.Errorf("the error is %v", err)
	}
}
