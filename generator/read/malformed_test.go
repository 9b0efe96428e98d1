package read_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"greffe/generator/words"
)

// An opinion as an editor writes it. Each mistake below is one of its lines
// written otherwise.
const opinion = `---
title: Sobriété numérique
kind: opinion
status: adopted
adopted_on: 2024-05-16
themes: [inclusion, gare]
vote: { for: 12, against: 0 }
referral:
  origin: self
mission: |
  Un texte : tel quel, "libre" de ses signes
# une note : libre aussi
summary: "Un avis"
plain_summary: 'En clair'
recommendations:
  - id: r1
    text: Un
    addressees: [council]
  - id: r2
    text: Deux
documents:
  - { title: "Calendrier", file: a.pdf }
  - { title: "Bilan", file: b.pdf }
---
Texte.
`

var malformed = []struct {
	name     string
	old, new string
	want     string // line:column and hint
}{
	{"a tab in an indentation", "    text: Un", "\ttext: Un", "17:1 no-tabs"},
	{"a tab after spaces", "    text: Un", "   \ttext: Un", "17:4 no-tabs"},
	{"a tab on an empty line", "summary:", "\t\nsummary:", "13:1 no-tabs"},
	{"a tab after a dash", "- id: r2", "-\tid: r2", "19:4 no-tabs"},
	{"a tab before a text as it is", "  Un texte", "\tUn texte", "11:1 no-tabs"},
	{"a no-break space in an indentation", "    text: Un", "  \u00a0 text: Un", "17:3 no-break-space"},

	{"a dash without its space", "- id: r2", "-id: r2", "19:3 dash-form"},
	{"a long dash", "- id: r2", "– id: r2", "19:3 dash-form"},
	{"the first dash without its space", "- id: r1", "-id: r1", "16:3 dash-form"},
	{"a dash and a no-break space", "- id: r2", "-\u00a0id: r2", "19:3 dash-form"},
	{"a star for a dash", "- id: r2", "* id: r2", "19:3 dash-form"},
	{"a list on the line of its field", "themes: [inclusion, gare]", "themes: - inclusion", "6:9 list-below"},
	{"a list below a field that has a value", "themes: [inclusion, gare]", "themes: inclusion\n- gare", "7:1 list-below"},

	{"the first line without a colon", "title: Sobriété", "title Sobriété", "2:6 colon-form"},
	{"a line without a colon", "status: adopted", "status adopted", "4:7 colon-form"},
	{"an inner line without a colon", "- id: r2", "- id r2", "19:7 colon-form"},
	{"an inner field without a colon", "  origin: self", "  origin self\n  body: council", "9:9 colon-form"},
	{"a text on two lines, not indented", "title: Sobriété numérique", "title: Sobriété\nnumérique", "3:10 colon-form"},
	{"a colon without a space", "status: adopted", "status:adopted", "4:8 space-after-colon"},
	{"a colon without a space, first", "title: Sobriété", "title:Sobriété", "2:7 space-after-colon"},
	{"a space before the colon only", "status: adopted", "status :adopted", "4:9 space-after-colon"},
	{"a colon and a no-break space", "status: adopted", "status:\u00a0adopted", "4:8 no-break-space"},
	{"a colon between no-break spaces", "status: adopted", "status\u202f:\u00a0adopted", "4:9 no-break-space"},
	{"a colon in a text", "title: Sobriété numérique", "title: Sobriété : le numérique", "2:17 quote-colon"},
	{"a colon that ends a text", "title: Sobriété numérique", "title: Sobriété :", "2:17 quote-colon"},
	{"a colon in the second line of a text", "title: Sobriété numérique", "title: Sobriété\n  et puis : le numérique", "3:11 quote-colon"},
	{"a word and a colon in the second line of a text", "title: Sobriété numérique", "title: Sobriété\n  suite : le numérique", "3:9 quote-colon"},

	{"quotes within quotes", `"Un avis"`, `"Un "vrai" avis"`, "13:15 inner-quotes"},
	{"quotes around the first word", `"Un avis"`, `"Un" avis`, "13:14 inner-quotes"},
	{"an apostrophe within apostrophes", `"Un avis"`, `'L'avis'`, "13:13 inner-apostrophe"},
	{"quotes within those of a text of two lines", `"Un avis"`, "\"Un\n  \"vrai\" avis\"", "14:4 inner-quotes"},
	{"quotes within quotes, in braces", `"Calendrier"`, `"Un "vrai" calendrier"`, "22:19 inner-quotes"},
	{"an open quote, and others below", `'En clair'`, `"En clair`, "14:16 close-quotes"},
	{"an open apostrophe, and others below", `'En clair'`, "'En clair\nmission: l'avis", "14:16 close-quotes"},
	{"an open apostrophe, and others in a comment", "kind: opinion", "kind: 'opinion\n# ce qu'on en dit", "3:7 close-quotes"},
	{"an open quote in the last field", `"Bilan", file: b.pdf }`, `"Bilan, file: b.pdf }`, "23:14 close-quotes"},
	{"an open quote in braces", `"Calendrier"`, `"Calendrier`, "22:14 close-quotes"},
	{"an open quote in braces, and others in them", `"Calendrier", file: a.pdf`, `"Calendrier, file: "a.pdf"`, "22:14 close-quotes"},
	{"a quote closed by a curved one", `"Un avis"`, `"Un avis”`, "13:10 close-quotes"},
	{"a backslash in quotes", `"Un avis"`, `"C:\dossier"`, "13:13 double-backslash"},

	{"an open bracket", "[inclusion, gare]", "[inclusion, gare", "6:9 close-bracket"},
	{"an open bracket after a comma", "[inclusion, gare]", "[inclusion,", "6:9 close-bracket"},
	{"an open bracket over lines", "[inclusion, gare]", "[\n  inclusion,\n  gare", "6:9 close-bracket"},
	{"an open brace", "against: 0 }", "against: 0", "7:7 close-bracket"},
	{"a bracket open within a brace", "file: a.pdf }", "file: [a.pdf }", "22:34 close-bracket"},
	{"text after a bracket", "[inclusion, gare]", "[inclusion] et gare", "6:21 after-bracket"},
	{"a comma after a brace", "against: 0 }", "against: 0 },", "7:30 after-bracket"},
	{"a comma forgotten", "for: 12, against", "for: 12 against", "7:24 comma-form"},
	{"a comma forgotten after quotes", `"Calendrier", file`, `"Calendrier" file`, "22:27 comma-form"},
	{"two commas", "[inclusion, gare]", "[inclusion,, gare]", "6:20 extra-mark"},
	{"a question in brackets", "[inclusion, gare]", "[inclusion, gare ?]", "6:26 quote-value"},

	{"an item indented further", "  - id: r2", "   - id: r2", "19:4 indent-form"},
	{"an item indented less", "  - id: r2", " - id: r2", "19:2 indent-form"},
	{"an item not indented", "  - id: r2", "- id: r2", "19:1 indent-form"},
	{"a field of an item indented less", "    text: Un", "   text: Un", "17:4 indent-form"},
	{"a field of an item below its dash", "    text: Un", "  text: Un", "17:3 indent-form"},
	{"a field of an item indented further", "    text: Un", "     text: Un", "17:6 indent-form"},
	{"a field indented after a text", "status: adopted", " status: adopted", "4:2 indent-form"},
	{"a field indented after a value", "plain_summary:", "  plain_summary:", "14:3 indent-form"},
	{"the first field of several, indented less", "  origin: self", " origin: self\n  body: council", "9:2 indent-form"},
	{"the first item of several, indented further", "  - id: r1", "   - id: r1", "16:4 indent-form"},
	{"the first field indented", "title: Sobriété", " title: Sobriété", "2:2 indent-form"},
	{"a text as it is, indented less", "# une note : libre aussi", " un mot", "12:2 indent-form"},

	{"a mention", `"Un avis"`, "@conseil", "13:10 quote-value"},
	{"a backtick", `"Un avis"`, "`avis`", "13:10 quote-value"},
	{"a percentage", `"Un avis"`, "%", "13:10 quote-value"},
	{"more than", `"Un avis"`, "> 50 personnes", "13:10 quote-value"},
	{"a bar", `"Un avis"`, "| avis", "13:10 quote-value"},
	{"emphasis", `"Un avis"`, "*Un* avis", "13:10 quote-value"},
	{"an ampersand", `"Un avis"`, "& co : avis", "13:10 quote-value"},
	{"an exclamation mark", `"Un avis"`, "! avis : oui", "13:10 quote-value"},
}

// What YAML does not bear is shown where an editor would see it and mended in one
// way, whatever the ends of lines, with a byte order mark or without, in a header
// as in settings.
func TestWhatIsNotYAMLIsShownWhereItIs(t *testing.T) {
	for _, test := range malformed {
		t.Run(test.name, func(t *testing.T) {
			text := strings.Replace(opinion, test.old, test.new, 1)
			if text == opinion {
				t.Fatal("nothing is mistaken")
			}
			windows := "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n")
			for _, text := range []string{text, windows} {
				requireSlip(t, "opinions/a.md", text, test.want)
			}
			_, text, _ = strings.Cut(text, "---\n")
			text, _, _ = strings.Cut(text, "---\n")
			// The line that stands for that of dashes, so that places are the same.
			requireSlip(t, "council.yaml", "# réglages\n"+text, test.want)
			requireSlip(t, "council.yaml", "\ufeff# réglages\r\n"+strings.ReplaceAll(text, "\n", "\r\n"), test.want)
		})
	}
}

func requireSlip(t *testing.T, file, text, want string) {
	t.Helper()
	var got []string
	for _, d := range readAll(t, contentOf(map[string]string{file: text})).Found {
		if d.Rule == "yaml-syntax" {
			got = append(got, fmt.Sprintf("%d:%d %s", d.Line, d.Column, d.Hint))
		}
	}
	if strings.Join(got, "; ") != want {
		t.Errorf("%s: found %q, want %q\n%s", file, got, want, text)
	}
}

// Each of them is told how to be mended, in French and in English, with the sign
// that is to be written.
func TestSlipsAreToldHowToBeMended(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, os.DirFS("../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range malformed {
			text := strings.Replace(opinion, test.old, test.new, 1)
			for _, d := range readAll(t, contentOf(map[string]string{"opinions/a.md": text})).Found {
				if d.Rule != "yaml-syntax" {
					continue
				}
				said := catalogue.Tell("hints."+d.Hint, d.Args)
				if !catalogue.Has("hints."+d.Hint) || strings.Contains(said, "{mark}") || !strings.Contains(said, d.Args["mark"]) {
					t.Errorf("%s, %s: %q says %q", language, test.name, d.Hint, said)
				}
			}
		}
	}
}

// What nobody writes by hand is left to the words of the library, at its line.
func TestWhatIsNoUsualSlipIsLeftToTheLibrary(t *testing.T) {
	requireSlip(t, "council.yaml", "? [a\n: b\n", "1:1 yaml-form")
}
