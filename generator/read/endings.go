package read

import (
	"io/fs"
	"path"
	"strings"

	"greffe/generator/diagnostic"
)

// endings are those, but for .md, with which editors and their machines end the
// name of a Markdown file. A desktop that hides endings shows "x.md" for x.md.txt.
var endings = []string{".md.txt", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtext", ".md"}

// properName is the name that a document should bear whose name ends in another
// way; "" if it ends well, or if this is no document's name.
func properName(name string) string {
	if strings.HasSuffix(name, ".md") {
		return ""
	}
	for _, ending := range endings {
		if base := len(name) - len(ending); base > 0 && strings.EqualFold(name[base:], ending) {
			return name[:base] + ".md"
		}
	}
	return ""
}

// beside takes a file that lies in a collection and whose name is no
// document's, and answers the name that it should bear if it is one. An
// attachment is published with the document that names it; a document that is
// taken for one would never be, or with its private fields.
func (f *folder) beside(name string, entry fs.DirEntry) (proper string) {
	proper = properName(path.Base(name))
	if proper != "" {
		f.report(name, "misnamed-document", "rename-document", diagnostic.Args{"suggestion": proper})
		f.broken = append(f.broken, strings.TrimSuffix(strings.TrimSuffix(path.Join(path.Dir(name), proper), ".md"), "/index"))
		return proper
	}
	f.file(name, entry)
	return ""
}
