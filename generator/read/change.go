package read

import (
	"errors"
	"io/fs"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A Change is what became of one document's file since the folder was read.
type Change struct {
	File    string
	Put     council.Documented // the document as it is now; nil if it is gone or cannot be read
	Dropped council.Documented // the document that is gone
	Found   diagnostic.List    // what is wrong with the file now
}

// Change reads one file again. It answers false when only reading the whole
// folder can tell what the change means: settings, translations, former ids,
// attachments, folders.
func (r *Reader) Change(file string, before council.Documented, settings *council.Settings) (Change, bool) {
	collection, id := council.SplitPath(file)
	name := file[strings.LastIndexByte(file, '/')+1:]
	if !slices.Contains(council.Folders(), collection) || !strings.HasSuffix(name, ".md") || ignored(name) || !council.IsID(id) || !whole(before, file) {
		return Change{}, false
	}
	info, err := fs.Lstat(r.Folder, file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.Forget(file)
		return Change{File: file, Dropped: before}, true
	case err != nil || !info.Mode().IsRegular():
		return Change{}, false
	}
	r.Forget(file)
	result := r.document(newDecoder(), source{file, collection, id, "", info.Size(), info.ModTime()}, settings)
	if result.document != nil && !whole(result.document, file) {
		return Change{}, false
	}
	return Change{File: file, Put: result.document, Found: result.found}, true
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
