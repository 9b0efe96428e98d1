package read

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A Change is what became of one document's file since the folder was read.
type Change struct {
	File   string
	Before council.Documented // nil if the file was not there
	After  council.Documented // nil if it is gone, or cannot be read
	Gone   bool
	Found  diagnostic.List // what is wrong with the file now
}

// Change reads one file again. It answers false when only reading the whole
// folder can tell what the change means: settings, translations, former ids,
// attachments, folders.
func (r *Reader) Change(file string, before council.Documented, settings *council.Settings) (Change, bool) {
	collection, id := council.SplitPath(file)
	name := path.Base(file)
	if !slices.Contains(council.Folders(), collection) || !strings.HasSuffix(name, ".md") || ignored(name) || !council.IsID(id) || !whole(before, file) {
		return Change{}, false
	}
	inFolder := name == "index.md"
	info, err := fs.Lstat(r.Folder, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.Forget(file)
		return Change{File: file, Before: before, Gone: true}, !inFolder
	case err != nil || !info.Mode().IsRegular() || (inFolder && before == nil):
		return Change{}, false
	}
	r.Forget(file)
	result := r.document(newDecoder(), source{file, collection, id, "", info.Size(), info.ModTime()}, settings)
	if result.document != nil && !whole(result.document, file) {
		return Change{}, false
	}
	return Change{File: file, Before: before, After: result.document, Found: result.found}, true
}

// whole tells whether a document is its file and nothing else: no translation
// bears on it, no former id, and no other file has its id.
func whole(document council.Documented, file string) bool {
	if document == nil {
		return true
	}
	entry := document.Common()
	return entry.File == file && len(entry.Aliases) == 0 && len(entry.Translations) == 0
}
