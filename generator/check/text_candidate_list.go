package check

import (
	"maps"
	"path"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// candidateList: what looks like the list of those who came forward. It is of no
// use to the site, and the repository that holds it may be public.
var candidateList = Rule{
	Name:     "candidate-list",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		files := c.Files()
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if isCandidateList(name) {
				report(inFile(name), "keep-out", diagnostic.Args{"file": path.Base(name)})
			}
		}
	},
}

// publishedCandidates: such a list, named by a document: it would be on the
// site.
var publishedCandidates = Rule{
	Name:     "published-candidates",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		council.EachFile(document, func(where string, name council.FileName) {
			if isCandidateList(string(name)) {
				report(at(document, where), "keep-out", diagnostic.Args{"file": string(name)})
			}
		})
	},
}

// isCandidateList goes by the file's name: greffe opens no table to look for
// people in it.
func isCandidateList(name string) bool {
	name = council.Fold(path.Base(name))
	switch path.Ext(name) {
	case ".csv", ".tsv", ".xls", ".xlsx", ".ods":
	default:
		return false
	}
	for _, start := range []string{"candidat", "liste-candidat", "liste_candidat", "liste-des-candidat", "liste_des_candidat", "liste des candidat", "candidate", "list-of-candidates"} {
		if strings.HasPrefix(name, start) {
			return true
		}
	}
	return false
}
