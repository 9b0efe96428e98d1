package write

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// place finds where dir really is, and refuses where no site may be. It only
// looks.
func place(dir string, sources []string) (string, error) {
	refuse := func(because, source string) (string, error) {
		return "", &ForbiddenError{Dir: dir, Because: because, Source: source}
	}
	out, err := filepath.Abs(dir)
	if err != nil {
		return "", fmt.Errorf("finding %s: %w", dir, err)
	}
	if filepath.Dir(out) == out {
		return refuse(isRoot, "")
	}
	parent, err := resolve(filepath.Dir(out))
	if err != nil {
		return "", err
	}
	out = filepath.Join(parent, filepath.Base(out))
	if info, err := os.Lstat(out); err == nil {
		switch {
		case info.Mode()&fs.ModeSymlink != 0:
			return refuse(isLink, "")
		case isMount(out, info):
			return refuse(isMountPoint, "")
		}
	}
	if home, err := os.UserHomeDir(); err == nil && holds(out, home) {
		return refuse(holdsHome, "")
	}
	if current, err := os.Getwd(); err == nil && holds(out, current) {
		return refuse(holdsCurrent, "")
	}
	for _, source := range sources {
		if source == "" {
			continue // embedded
		}
		switch in, around := holds(source, out), holds(out, source); {
		case in && around:
			return refuse(isSource, source)
		case in:
			return refuse(insideSource, source)
		case around:
			return refuse(holdsSource, source)
		}
	}
	return out, nil
}

// holds tells whether inner is outer or lies in it. Names are compared, and
// what they name: a folder may be reached by several (case, links, mounts).
// A folder that cannot be resolved holds nothing and lies nowhere.
func holds(outer, inner string) bool {
	outer, err := resolve(outer)
	if err != nil {
		return false
	}
	inner, err = resolve(inner)
	if err != nil {
		return false
	}
	what, err := os.Stat(outer)
	for {
		if inner == outer {
			return true
		}
		if err == nil {
			if info, err := os.Stat(inner); err == nil && os.SameFile(info, what) {
				return true
			}
		}
		up := filepath.Dir(inner)
		if up == inner {
			return false
		}
		inner = up
	}
}

// resolve makes a path absolute and follows its links, as far as it exists.
func resolve(name string) (string, error) {
	name, err := filepath.Abs(name)
	if err != nil {
		return "", fmt.Errorf("finding the current folder: %w", err)
	}
	rest := ""
	for {
		real, err := filepath.EvalSymlinks(name)
		if err == nil {
			return filepath.Join(real, rest), nil
		}
		up := filepath.Dir(name)
		if !errors.Is(err, fs.ErrNotExist) || up == name {
			return "", fmt.Errorf("finding %s: %w", name, err)
		}
		rest = filepath.Join(filepath.Base(name), rest)
		name = up
	}
}
