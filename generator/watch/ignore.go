package watch

import "strings"

// ignored tells that nobody wants to know about a path: it is what editors,
// file managers and git drop beside people's files, or lies in such a folder.
func ignored(path string) bool {
	if path == "." {
		return false
	}
	for name := range strings.SplitSeq(path, "/") {
		if dropping(name) {
			return true
		}
	}
	return false
}

func dropping(name string) bool {
	switch {
	case name == ".well-known": // of the site (RFC 8615)
		return false
	case strings.HasPrefix(name, "."): // .git, .#lock, .DS_Store, .name.swp
		return true
	case name == "4913": // vim tries with it whether it may write here
		return true
	case strings.HasPrefix(name, "#") && strings.HasSuffix(name, "#"): // Emacs
		return true
	case strings.HasPrefix(name, "___jb_"): // JetBrains
		return true
	}
	for _, ending := range []string{"~", ".swp", ".swx", ".swo", ".tmp"} {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return false
}
