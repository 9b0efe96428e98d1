package draft_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/draft"
	"greffe/generator/words"
	"greffe/layouts"
)

// hostile is a name that would write keys of its own if it could end a line.
const hostile = "Ada\nconfidential: \"true\"\u2028name: X\u0085name: Y\r\n---\n# \"'"

// No name that somebody chose begins a line of a new file.
func TestNamesStayOnTheirLine(t *testing.T) {
	w, err := words.Load("fr", nil, layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	ada := &council.Member{Name: hostile, Mandates: []council.Mandate{{Body: "conseil", Role: "president"}}}
	ada.ID = "ada"
	c := council.Assemble(council.Source{
		Settings: &council.Settings{
			Bodies: []council.Body{{ID: "conseil", Name: hostile}}, Roles: []council.Role{{ID: "president", Name: hostile}},
			Themes: []council.Theme{{ID: "theme", Name: hostile}},
		},
		Documents: []council.Documented{ada},
	}, council.Moment{Date: council.Date{Year: 2026, Month: 11, Day: 20}})
	key := regexp.MustCompile(`^(draft|title|name|kind|status|start|date): [a-z0-9"-]`)
	for _, kind := range draft.Kinds() {
		file, err := draft.Document(c, w, draft.Request{Kind: kind, Title: "Un « titre » : \"cité\" \\ #", On: c.AsOf.Date, Today: c.AsOf})
		if err != nil {
			t.Fatal(err)
		}
		lines := regexp.MustCompile("[\n\r\u0085\u2028\u2029]").Split(strings.TrimSuffix(string(file.Text), "\n"), -1)
		for i, line := range lines {
			dashes := line == "---" && (i == 0 || i == len(lines)-1)
			if line != "" && !dashes && !strings.HasPrefix(line, "#") && !key.MatchString(line) {
				t.Errorf("%s: line %d is not ours: %q", kind, i+1, line)
			}
		}
	}
}

// A territory of which nothing is left without its accents is one all the same.
func TestAnyTerritoryHasAnAuthority(t *testing.T) {
	for territory, want := range map[string]string{"Évry": "Ville d'Évry", "Lyon": "Ville de Lyon", "La Rochelle": "Ville de La Rochelle", "Le Havre": "Ville du Havre", "Les Herbiers": "Ville des Herbiers", "\u0301": "Ville de \u0301"} {
		files, err := draft.Council(draft.Start{Preset: "le-num", Name: "Conseil", Territory: territory})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(files, func(file draft.File) bool { return strings.Contains(string(file.Text), want) }) {
			t.Errorf("no file names %q", want)
		}
	}
}

// Opinions are numbered in their year if the council numbers them; the others
// bear their date.
func TestOpinionsAreNumbered(t *testing.T) {
	w, err := words.Load("fr", nil, layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	for ids, want := range map[string]string{
		"":                    "2026-01",
		"2026-01 2026-09":     "2026-10",
		"2025-07":             "2026-01",
		"2022-10-06-motion":   "2026-11-20-un-avis",
		"2026-099 2026-notes": "2026-100",
	} {
		var documents []council.Documented
		for _, id := range strings.Fields(ids) {
			opinion := &council.Opinion{Title: id}
			opinion.ID = id
			documents = append(documents, opinion)
		}
		c := council.Assemble(council.Source{Documents: documents}, council.Moment{Date: council.Date{Year: 2026, Month: 11, Day: 20}})
		file, err := draft.Document(c, w, draft.Request{Kind: "opinion", Title: "Un avis", On: c.AsOf.Date, Today: c.AsOf})
		if want := fmt.Sprintf("opinions/%s.md", want); err != nil || file.Name != want {
			t.Errorf("after %q: %s, %v; want %s", ids, file.Name, err, want)
		}
	}
}
