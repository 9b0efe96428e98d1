package write

import (
	"errors"
	"fmt"
)

// The errors below are what people can bring about and mend; commands translate
// them by type. Because is a stable English word of the list at each type.
// Everything else is a failure of the machine, wrapped with what was being done.

// ErrEmpty refuses a site without files: that is an accident upstream, and it
// would take a good site down.
var ErrEmpty = errors.New("the site has no file")

// A NotOursError refuses to replace something that greffe did not make.
type NotOursError struct {
	Dir string // as the caller named it
}

func (e *NotOursError) Error() string {
	return fmt.Sprintf("%s is not empty and was not made by greffe", e.Dir)
}

// A PartialError refuses to put a part of a site over a whole one or over
// another part.
type PartialError struct {
	Dir   string
	Has   string // what the folder holds; empty means a whole site
	Wants string // what was to be written
}

func (e *PartialError) Error() string {
	has := "a whole site"
	if e.Has != "" {
		has = fmt.Sprintf("the partial site %q", e.Has)
	}
	return fmt.Sprintf("%s holds %s, which the partial site %q must not replace", e.Dir, has, e.Wants)
}

// A ForbiddenError refuses a place where no site may be written.
type ForbiddenError struct {
	Dir     string
	Because string // is-root, holds-home, holds-current, is-link, is-mount-point, is-source, holds-source, inside-source
	Source  string // the source folder in question, of the last three
}

const (
	isRoot       = "is-root"
	holdsHome    = "holds-home"
	holdsCurrent = "holds-current"
	isLink       = "is-link"
	isMountPoint = "is-mount-point"
	isSource     = "is-source"
	holdsSource  = "holds-source"
	insideSource = "inside-source"
)

var forbidden = map[string]string{
	isRoot:       "is a file system's root",
	holdsHome:    "is or contains the home folder",
	holdsCurrent: "is or contains the current folder",
	isLink:       "is a symbolic link; name the folder that it leads to",
	isMountPoint: "is a mount point, which cannot be exchanged; name a folder in it",
	isSource:     "is the source folder",
	holdsSource:  "contains the source folder",
	insideSource: "lies in the source folder",
}

func (e *ForbiddenError) Error() string {
	text := fmt.Sprintf("the site cannot be written to %s: it %s", e.Dir, forbidden[e.Because])
	if e.Source != "" {
		text += " " + e.Source
	}
	return text
}

// A PathError refuses a path that could not be a file of a site everywhere.
type PathError struct {
	Path    string
	Because string // not-utf8, not-relative, backslash, control
}

const (
	notUTF8     = "not-utf8"
	notRelative = "not-relative"
	backslash   = "backslash"
	control     = "control"
)

var badPath = map[string]string{
	notUTF8:     "it is not valid UTF-8",
	notRelative: "it is not a relative path of plain names",
	backslash:   "it has a backslash",
	control:     "it has a control character",
}

func (e *PathError) Error() string {
	return fmt.Sprintf("the site cannot have the path %q: %s", e.Path, badPath[e.Because])
}

// A ClashError refuses two paths that cannot both be: the same one twice, two
// that some file systems take for one (case, Unicode normalisation), or a file
// where the other needs a folder. A may be the marker, which is always there.
type ClashError struct {
	A, B string
}

func (e *ClashError) Error() string {
	return fmt.Sprintf("%q and %q cannot both be in the site", e.A, e.B)
}

// A BusyError tells that the context ended while another run held the output.
type BusyError struct {
	Dir string
	PID int   // of that run; 0 means that it is not known
	Err error // why waiting ended
}

func (e *BusyError) Error() string {
	who := "another greffe"
	if e.PID != 0 {
		who = fmt.Sprintf("%s (process %d)", who, e.PID)
	}
	return fmt.Sprintf("%s is writing to %s", who, e.Dir)
}

func (e *BusyError) Unwrap() error { return e.Err }
