package read

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// The files of settings, at the content folder's root.
const (
	settingsFile      = "council.yaml"
	organisationsFile = "organisations.yaml"
	glossaryFile      = "glossary.yaml"
	withdrawalsFile   = "withdrawals.yaml"
)

var settingsFiles = []string{settingsFile, organisationsFile, glossaryFile, withdrawalsFile}

// A source is a Markdown file that stands for a document or its translation.
type source struct {
	path       string
	collection string
	id         string
	language   string // of a translation
	size       int64
	modified   time.Time
}

// A folder is what lies in a content folder, sorted out but not read.
type folder struct {
	settings  map[string]source // by the file's name; nil if there is none at all
	documents []source          // by path
	files     map[string]council.File
	inspected map[string]time.Time // of the files that rules may look into
	broken    []string             // documents that are there under a name that cannot be theirs: collection/id
	found     diagnostic.List
	named     func(language string) bool
}

// survey lists a content folder, in which translations are into two-letter
// languages or those that are named. What cannot belong there is an error at its
// path: a file that nobody reads would be a session that nobody publishes.
func survey(content fs.FS, named func(language string) bool) (*folder, error) {
	f := &folder{named: named, files: make(map[string]council.File), inspected: make(map[string]time.Time)}
	entries, err := fs.ReadDir(content, ".")
	if err != nil {
		return nil, err
	}
	collections := council.Folders()
	for _, entry := range entries {
		name := entry.Name()
		switch {
		case ignored(name):
		case entry.IsDir() && slices.Contains(collections, name):
			if err := f.collection(content, name); err != nil {
				return nil, err
			}
		case entry.IsDir():
			f.unknown(name, "unknown-folder", collections)
		case slices.Contains(settingsFiles, name):
			if info, ok := f.regular(name, entry); ok {
				if f.settings == nil {
					f.settings = make(map[string]source)
				}
				f.settings[name] = source{path: name, size: info.Size(), modified: info.ModTime()}
			}
		case isSettings(name):
			f.unknown(name, "unknown-settings", settingsFiles)
		case strings.HasSuffix(name, ".md") || properName(name) != "":
			f.report(name, "misplaced-document", "collections", diagnostic.Args{"folders": strings.Join(collections, ", ")})
		default:
			f.file(name, entry)
		}
	}
	slices.SortFunc(f.documents, func(a, b source) int { return strings.Compare(a.path, b.path) })
	return f, nil
}

// ignored are the files that content folders hold for people and for git.
func ignored(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".") // README.md, LISEZMOI.fr.md
	return strings.HasPrefix(name, ".") || stem == "README" || stem == "LISEZMOI"
}

// isSettings tells whether a name is that of a file of settings, rightly or not:
// glossary.yml, or glossary.yaml.txt where a desktop hides endings.
func isSettings(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".txt")
	return strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml")
}

func (f *folder) collection(content fs.FS, collection string) error {
	entries, err := fs.ReadDir(content, collection)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		name := path.Join(collection, entry.Name())
		switch {
		case ignored(entry.Name()):
		case entry.IsDir() && strings.HasSuffix(name, ".md"):
			f.report(name, "folder-named-as-document", "", nil)
		case entry.IsDir():
			if err := f.documentFolder(content, collection, name); err != nil {
				return err
			}
		case strings.HasSuffix(name, ".md"):
			f.document(name, collection, strings.TrimSuffix(entry.Name(), ".md"), entry)
		default:
			f.beside(name, entry)
		}
	}
	return nil
}

// documentFolder reads COLLECTION/ID/: index.md and what it names. There are no
// folders below it.
func (f *folder) documentFolder(content fs.FS, collection, name string) error {
	entries, err := fs.ReadDir(content, name)
	if err != nil {
		return err
	}
	id, indexed := path.Base(name), false
	for _, entry := range entries {
		inside := path.Join(name, entry.Name())
		base := strings.TrimSuffix(entry.Name(), ".md")
		switch {
		case ignored(entry.Name()):
		case entry.IsDir():
			f.report(inside, "folder-too-deep", "", nil)
		case base != entry.Name() && (base == "index" || strings.HasPrefix(base, "index.")):
			indexed = true
			f.document(inside, collection, id+strings.TrimPrefix(base, "index"), entry)
		case base != entry.Name():
			f.report(inside, "document-not-index", "", nil)
		default:
			indexed = f.beside(inside, entry) == "index.md" || indexed
		}
	}
	if !indexed {
		f.report(name, "folder-without-index", "", nil)
	}
	return nil
}

// document takes NAME.md or, with the name's part after a dot, the translation
// NAME.LANG.md.
func (f *folder) document(name, collection, base string, entry fs.DirEntry) {
	info, ok := f.regular(name, entry)
	if !ok {
		return
	}
	id, language, translated := strings.Cut(base, ".")
	switch {
	case !council.IsID(id):
		f.report(name, "bad-document-name", "id-form", diagnostic.Args{"value": id, "suggestion": council.Slug(id)})
		f.broken = append(f.broken, collection+"/"+council.Slug(id))
		return
	case translated && !f.translation(name, language):
		return
	}
	f.documents = append(f.documents, source{name, collection, id, language, info.Size(), info.ModTime()})
}

// translation tells whether a translation's name ends in a language. There is a
// code of three letters for most words of three ("old" is Mochica): a copy that
// is kept aside would be published in a language that no page can name.
func (f *folder) translation(name, language string) bool {
	proper, base, ok := council.ProperLanguage(language)
	args := diagnostic.Args{"value": language}
	switch {
	case !ok, len(base) > 2 && f.named != nil && !f.named(base):
		f.report(name, "bad-translation-name", "translation-form", args)
		return false
	case proper != language:
		args["suggestion"] = strings.TrimSuffix(path.Base(name), language+".md") + proper + ".md"
		f.report(name, "bad-translation-name", "translation-language", args)
		return false
	}
	return true
}

func (f *folder) file(name string, entry fs.DirEntry) {
	if info, ok := f.regular(name, entry); ok {
		f.files[name] = council.File{Name: name, Size: info.Size()}
		if inspectable(name) {
			f.inspected[name] = info.ModTime()
		}
	}
}

// regular refuses links, pipes and devices: a link may leave the folder, and a
// pipe may keep its reader waiting for ever.
func (f *folder) regular(name string, entry fs.DirEntry) (fs.FileInfo, bool) {
	if !entry.Type().IsRegular() {
		f.report(name, "not-a-file", "", nil)
		return nil, false
	}
	info, err := entry.Info()
	if err != nil {
		f.report(name, "unreadable-file", "", nil)
		return nil, false
	}
	return info, true
}

func (f *folder) unknown(name, rule string, known []string) {
	args := diagnostic.Args{"value": name, "known": strings.Join(known, ", "), "suggestion": diagnostic.Nearest(name, known)}
	hint := "known-names"
	if args["suggestion"] != "" {
		hint = "did-you-mean"
	}
	f.report(name, rule, hint, args)
}

func (f *folder) report(name, rule, hint string, args diagnostic.Args) {
	f.found.Add(diagnostic.Diagnostic{
		Position: diagnostic.Position{File: name}, Severity: diagnostic.Error, Rule: rule, Hint: hint, Args: args,
	})
}
