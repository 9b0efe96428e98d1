package data

import (
	"greffe/generator/council"
	"greffe/generator/words"
)

// A licence as a data package names it.
type licence struct {
	Name  string `json:"name"`
	Path  string `json:"path"`
	Title string `json:"title"`
}

// licencePaths are where the texts of the licences stand.
var licencePaths = map[council.Licence]string{
	"etalab-2.0":   "https://www.etalab.gouv.fr/wp-content/uploads/2017/04/ETALAB-Licence-Ouverte-v2.0.pdf",
	"odbl-1.0":     "https://opendatacommons.org/licenses/odbl/1-0/",
	"cc-by-4.0":    "https://creativecommons.org/licenses/by/4.0/",
	"cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
	"cc0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/",
}

// licenceOf is the licence that the council declares, or nil: nobody grants
// rights in its name.
func licenceOf(c *council.Council, w *words.Catalogue) *licence {
	path, ok := licencePaths[c.Settings.Licence]
	if !ok {
		return nil
	}
	name := string(c.Settings.Licence)
	return &licence{Name: name, Path: path, Title: w.Say("package.licences." + name)}
}
