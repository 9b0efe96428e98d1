package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unlinkedFile: a file beside the documents that none of them names. The site
// publishes what is named and nothing else, so its editor waits for it in vain.
var unlinkedFile = Rule{
	Name:     "unlinked-file",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		lost := unlinked(c, func(name string) bool { return !isCandidateList(name) }) // that one is to be kept out
		for _, name := range slices.Sorted(maps.Keys(lost)) {
			args := diagnostic.Args{"file": path.Base(name)}
			switch {
			case !isPlainText(name):
				report(inFile(name), "name-the-file", args)
			case !lost[name].Facts().Document: // or lostDocument tells
				args["suggestion"] = asDocument(name)
				report(inFile(name), "name-or-rename", args)
			}
		}
	},
}

// unlinked are the files of the collections, of those that are wanted, that no
// document names, be it public or not. Where a document cannot be read, nobody
// knows what it names.
func unlinked(c *council.Council, wanted func(name string) bool) map[string]council.File {
	lost, unsure := c.Files(), c.UnsureFolders()
	maps.DeleteFunc(lost, func(name string, _ council.File) bool {
		folder := path.Dir(name)
		return folder == "." || !wanted(name) || unsure[folder]
	})
	for document := range c.Everything() {
		if len(lost) == 0 {
			break
		}
		entry := document.Common()
		named := func(name string) { delete(lost, path.Join(path.Dir(entry.File), name)) }
		council.EachFile(document, func(_ string, name council.FileName) { named(string(name)) })
		eachText(c, document, func(t text) {
			for i := range t.Links {
				if target, _, _ := strings.Cut(t.Links[i].Destination, "#"); !strings.HasSuffix(target, ".md") && !strings.Contains(target, ":") {
					named(target)
				}
			}
		})
	}
	return lost
}
