package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// createFile writes a new file whole, or not at all. A file of that name stays
// as it is: the error is then fs.ErrExist.
func createFile(path string, text []byte) error {
	staged, err := stageFile(path, text)
	if err != nil {
		return err
	}
	defer os.Remove(staged)
	return placeFile(staged, path)
}

// overwriteFile writes a file whole, in the place of any that is there.
func overwriteFile(path string, text []byte) error { return overwrite(path, writing(text)) }

func overwrite(path string, fill func(io.Writer) error) error {
	staged, err := stage(path, fill)
	if err != nil {
		return err
	}
	if err := os.Rename(staged, path); err != nil {
		_ = os.Remove(staged)
		return err
	}
	return nil
}

func stageFile(path string, text []byte) (string, error) {
	return stage(path, writing(text))
}

func writing(text []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	}
}

// stage fills a file under a hidden name, which no reader of content looks at,
// beside the place where it is to stand.
func stage(path string, fill func(io.Writer) error) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".greffe-*")
	if err != nil {
		return "", err
	}
	err = errors.Join(fill(file), file.Chmod(0o644), file.Sync(), file.Close())
	if err != nil {
		_ = os.Remove(file.Name())
		return "", fmt.Errorf("writing %s: %w", path, err)
	}
	return file.Name(), nil
}

// placeFile gives a staged file its name, if nothing has it: a link fails where
// a renaming would replace. A disk without links takes a renaming, after a look.
func placeFile(staged, path string) error {
	err := os.Link(staged, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	return os.Rename(staged, path)
}
