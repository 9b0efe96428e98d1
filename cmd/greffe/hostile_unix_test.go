//go:build unix

package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Links, pipes and folders are refused with a message, and never followed or
// waited on, wherever a file of the content may lie.
func TestOnlyFilesAreRead(t *testing.T) {
	for _, name := range []string{"council.yaml", "glossary.yaml", "members/ada-brook.md", "members/new.md", "opinions/2024-01.en.md", "opinions/more.pdf"} {
		for how, place := range map[string]func(string) error{
			"a pipe":   func(path string) error { return syscall.Mkfifo(path, 0o600) },
			"a link":   func(path string) error { return os.Symlink("/etc/passwd", path) },
			"a folder": func(path string) error { return os.Mkdir(path, 0o700) },
		} {
			t.Run(how+" "+name, func(t *testing.T) {
				folder := copyTree(t, "testdata/small", filepath.Join(t.TempDir(), "content"))
				path := filepath.Join(folder, name)
				_ = os.Remove(path)
				if err := place(path); err != nil {
					t.Fatal(err)
				}
				var said bytes.Buffer
				code := make(chan int, 1)
				go func() { code <- run([]string{"check", "--content", folder, "--as-of", asOf}, &said, &said) }()
				select {
				case got := <-code:
					named := strings.Contains(said.String(), name)
					if harmless := got == exitDone && filepath.Ext(name) == ".pdf"; !harmless && (got == exitDone || !named) {
						t.Errorf("exit code %d: %s", got, &said)
					}
					if strings.Contains(said.String(), "root:") {
						t.Errorf("the link was followed: %s", &said)
					}
				case <-time.After(20 * time.Second):
					t.Fatal("it waits")
				}
			})
		}
	}
}
