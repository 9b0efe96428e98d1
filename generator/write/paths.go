package write

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// A plan is the paths of a site, found fit to be written.
type plan struct {
	files   []string // in the order in which they are made: the source's
	folders []string // sorted, so that a folder comes before what it holds
	names   map[string]claim
}

// A claim is the file or folder that holds a name, as file systems which
// overlook case and normalisation know it.
type claim struct {
	name   string
	by     string // the path that needs it
	folder bool
}

// newPlan refuses paths that are not fit for every file system, whatever the
// one at hand accepts: the same site must build on all of them.
func newPlan(paths []string) (*plan, error) {
	if len(paths) == 0 {
		return nil, ErrEmpty
	}
	p := &plan{
		files: paths,
		names: make(map[string]claim, len(paths)),
	}
	p.names[key(markerName)] = claim{name: markerName, by: markerName}
	for _, file := range slices.Sorted(slices.Values(paths)) { // so that the same clash is always the one reported
		if because := unfit(file); because != "" {
			return nil, &PathError{Path: file, Because: because}
		}
		if err := p.claimFolder(path.Dir(file), file); err != nil {
			return nil, err
		}
		if other, taken := p.names[key(file)]; taken {
			return nil, &ClashError{A: other.by, B: file}
		}
		p.names[key(file)] = claim{name: file, by: file}
	}
	slices.Sort(p.folders)
	return p, nil
}

func (p *plan) claimFolder(folder, file string) error {
	if folder == "." {
		return nil
	}
	if other, taken := p.names[key(folder)]; taken {
		if other.folder && other.name == folder {
			return nil
		}
		return &ClashError{A: other.by, B: file}
	}
	if err := p.claimFolder(path.Dir(folder), file); err != nil {
		return err
	}
	p.names[key(folder)] = claim{name: folder, by: file, folder: true}
	p.folders = append(p.folders, folder)
	return nil
}

// has tells whether a file of exactly this path is in the site.
func (p *plan) has(file string) bool {
	c, ok := p.names[key(file)]
	return ok && !c.folder && c.name == file
}

// hasFolder tells whether a folder of exactly this path is in the site.
func (p *plan) hasFolder(folder string) bool {
	c, ok := p.names[key(folder)]
	return ok && c.folder && c.name == folder
}

// crosses tells whether name is, on some file system, something else of the site.
func (p *plan) crosses(name string) bool {
	_, taken := p.names[key(name)]
	return taken
}

func unfit(file string) (because string) {
	switch {
	case !utf8.ValidString(file):
		return notUTF8
	case strings.ContainsRune(file, '\\'):
		return backslash
	case strings.ContainsFunc(file, func(r rune) bool { return r < 0x20 || r == 0x7f }):
		return control
	case file == "." || !fs.ValidPath(file): // empty, absolute, "..", "a//b", "a/"
		return notRelative
	}
	return ""
}

// key is the same for two names that some file system takes for one: Unicode's
// canonical caseless match. ASCII, nearly all there is, takes the short way.
func key(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFC.String(cases.Fold().String(norm.NFD.String(name)))
		}
	}
	return strings.ToLower(name)
}
