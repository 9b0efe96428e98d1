package check

import (
	"path"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// missingFile: an attachment, a picture or a transcript that is not beside its
// document.
var missingFile = Rule{
	Name:     "missing-file",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		entry := document.Common()
		council.EachFile(document, func(where string, name council.FileName) {
			if _, ok := c.File(entry, name); !ok {
				args := diagnostic.Args{"file": string(name)}
				report(at(document, where), suggest(args, string(name), beside(c, entry.File)), args)
			}
		})
	},
	Council: func(c *council.Council, report Reporter) {
		if logo := c.Settings.Appearance.Logo; logo != "" {
			if _, ok := c.SettingsFile(logo); !ok {
				args := diagnostic.Args{"file": string(logo)}
				report(inSettings(c, "appearance.logo"), suggest(args, string(logo), beside(c, "council.yaml")), args)
			}
		}
	},
}

// beside lists the files that lie in the folder of a file.
func beside(c *council.Council, file string) []string {
	var names []string
	for name := range c.Files() {
		if path.Dir(name) == path.Dir(file) {
			names = append(names, path.Base(name))
		}
	}
	return names
}
