package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// revision is the content folder as a revision of git has it. git is only asked
// to read its objects: neither the working tree nor the index is looked at or
// touched. Objects are read as they were committed, and not by git archive,
// which leaves out what a repository says to.
func (a *app) revision(name string) (fs.FS, error) {
	if _, err := exec.LookPath("git"); err != nil {
		return nil, a.use("diff.no-git", "value", name)
	}
	dir, within := a.flags.content, ""
	if _, err := os.Stat(dir); err != nil { // gone from the working tree
		dir, within = ".", filepath.ToSlash(filepath.Clean(a.flags.content))
	}
	prefix, err := git(dir, nil, "rev-parse", "--show-prefix")
	if err != nil {
		return nil, a.use("diff.no-revision", "value", name)
	}
	commit, err := git(dir, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", name+"^{commit}")
	if err != nil {
		return nil, a.use("diff.no-revision", "value", name)
	}
	top, err := git(dir, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	folder := path.Join(line(prefix), within)
	if folder == "." {
		folder = "" // the whole repository
	}
	root := line(top)
	list, err := git(root, nil, "ls-tree", "-r", "-z", "--full-tree", line(commit)+":"+folder)
	if err != nil {
		return nil, a.use("diff.no-content-there", "value", name, "folder", folder)
	}
	files, err := blobs(root, list)
	if err != nil {
		return nil, err
	}
	return inMemory(files)
}

// blobs reads the files that git has listed. Links and other repositories within
// are no content.
func blobs(root string, list []byte) (map[string][]byte, error) {
	var names []string
	var asked bytes.Buffer
	for _, entry := range strings.Split(string(list), "\x00") {
		about, name, ok := strings.Cut(entry, "\t")
		of := strings.Fields(about)
		if !ok || len(of) != 3 || of[1] != "blob" || of[0] == "120000" || !fs.ValidPath(name) {
			continue
		}
		names = append(names, name)
		asked.WriteString(of[2] + "\n")
	}
	out, err := git(root, &asked, "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	r := bufio.NewReader(bytes.NewReader(out))
	files := make(map[string][]byte, len(names))
	for _, name := range names {
		header, err := r.ReadString('\n')
		if err != nil {
			return nil, fmt.Errorf("reading %s from git: %w", name, err)
		}
		var id, kind string
		var size int
		if _, err := fmt.Sscanf(header, "%s %s %d", &id, &kind, &size); err != nil || size < 0 {
			return nil, fmt.Errorf("reading %s from git: %q", name, header)
		}
		text := make([]byte, size+1) // with the line end that closes it
		if _, err := io.ReadFull(r, text); err != nil {
			return nil, fmt.Errorf("reading %s from git: %w", name, err)
		}
		files[name] = text[:size]
	}
	return files, nil
}

// git runs a command of git that only reads.
func git(dir string, in io.Reader, args ...string) ([]byte, error) {
	command := exec.Command("git", args...)
	command.Dir, command.Stdin = dir, in
	command.Env = append(os.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	out, err := command.Output()
	var failed *exec.ExitError
	if errors.As(err, &failed) {
		return nil, fmt.Errorf("git %s: %s", args[0], bytes.TrimSpace(failed.Stderr))
	}
	return out, err
}

func line(out []byte) string { return strings.TrimRight(string(out), "\r\n") }
