package draft

import (
	"embed"
	"path"
	"slices"
	"strings"
	"text/template"

	"greffe/generator/council"
)

//go:embed presets
var presets embed.FS

// A Start is what a new council's folder begins from: one of the structures in
// presets, and the few names that are the council's own.
type Start struct {
	Preset    string
	Name      string
	ShortName string
	Territory string
	Code      string // INSEE
	Authority string // whom the council advises; made from the territory if empty
	BaseURL   string
}

// Presets are the structures that a council can begin from.
func Presets() []string {
	return []string{"le-num", "cnnum", "seine-saint-denis", "roubaix", "villes-internet"}
}

// Needs lists what a structure cannot begin without, by the names of the flags
// that give it.
func Needs(preset string) []string {
	switch preset {
	case "le-num", "roubaix", "seine-saint-denis":
		return []string{"name", "territory"}
	case "cnnum":
		return []string{"name", "authority"}
	}
	return []string{"name"}
}

// common are the files that every structure has, by where they go.
var common = map[string]string{
	"LISEZMOI.md":                       "LISEZMOI.md",
	"netlify.toml":                      "netlify.toml",
	".gitignore":                        "gitignore",
	".github/workflows/chaque-jour.yml": "github.yml",
	".gitlab-ci.yml":                    "gitlab.yml",
}

// templated are the common files that bear the council's name; the others are
// written as they are, braces and all.
const templated = "LISEZMOI.md"

// Council drafts a council's folder.
func Council(start Start) ([]File, error) {
	if start.Authority == "" && start.Territory != "" {
		start.Authority = authorityOf(start)
	}
	names := map[string]string{
		"Title":       oneLine(start.Name),
		"Name":        quote(start.Name),
		"Territory":   quote(start.Territory),
		"Authority":   quote(start.Authority),
		"AuthorityID": council.Slug(start.Authority),
		"ShortName":   optional(start.ShortName),
		"Code":        optional(start.Code),
		"BaseURL":     optional(start.BaseURL),
	}
	var files []File
	for _, name := range []string{"council.yaml", "organisations.yaml"} {
		text, err := filled(path.Join("presets", start.Preset, name), names)
		if err != nil {
			return nil, err
		}
		files = append(files, File{"content/" + name, text})
	}
	for to, from := range common {
		from = path.Join("presets/common", from)
		text, err := presets.ReadFile(from)
		if err == nil && path.Base(from) == templated {
			text, err = filled(from, names)
		}
		if err != nil {
			return nil, err
		}
		files = append(files, File{to, text})
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return files, nil
}

// authorityOf names the authority that a territory has, as French does: "Ville
// d'Aubrelle".
func authorityOf(start Start) string {
	kind := "Ville"
	if start.Preset == "seine-saint-denis" {
		kind = "Département"
	}
	if strings.IndexAny(council.Fold(start.Territory), "aeiouhy") == 0 {
		return kind + " d'" + start.Territory
	}
	if rest, ok := strings.CutPrefix(start.Territory, "Le "); ok {
		return kind + " du " + rest
	}
	if rest, ok := strings.CutPrefix(start.Territory, "Les "); ok {
		return kind + " des " + rest
	}
	return kind + " de " + start.Territory
}

func optional(text string) string {
	if text == "" {
		return ""
	}
	return quote(text)
}

func filled(name string, names map[string]string) ([]byte, error) {
	page, err := template.New(path.Base(name)).Option("missingkey=error").ParseFS(presets, name)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	err = page.Execute(&b, names)
	return []byte(b.String()), err
}
