package check_test

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"greffe/generator/check"
	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/read"
	"greffe/generator/words"
)

// A file of testdata/rules is a small council, several files one after the
// other. Its first line names the rules that it shows; a line on which one of
// them must complain ends in a comment:
//
//	end: 2023-12-31   # want "end-before-start"
//
// What obeys the rule, what is just at the border and what cannot be known are
// there too, without a comment: a complaint that nobody wants fails the test.
const rulesFolder = "testdata/rules"

// settingsOfAll are the settings of a council whose file brings none.
const settingsOfAll = `name: Conseil
mission: Conseiller.
created: 2015-01-01
bodies:
  - { id: conseil, type: council, label: Conseil }
  - { id: cercle, type: circle, label: Cercle, parent: conseil }
  - { id: bureau, type: bureau, label: Bureau, parent: conseil }
  - { id: groupe, type: working-group, label: Groupe, parent: conseil }
roles:
  - { id: president, label: Présidence, single: true }
  - { id: member, label: Membre }
categories:
  - { id: citizen, label: Citoyens }
series:
  - { id: rencontres, label: Rencontres }
`

type smallCouncil struct {
	rules  []string
	folder fstest.MapFS
}

func readSmall(t *testing.T, file string) smallCouncil {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, _ := strings.Cut(string(text), "\n-- ")
	small := smallCouncil{strings.Fields(strings.TrimPrefix(head, "rules:")), fstest.MapFS{"council.yaml": {Data: []byte(settingsOfAll)}}}
	for _, part := range strings.Split(rest, "\n-- ") {
		name, body, _ := strings.Cut(part, " --\n")
		if settings, ok := strings.CutPrefix(name, "+"); ok {
			body, name = settingsOfAll+body, settings
		}
		small.folder[name] = &fstest.MapFile{Data: []byte(body + "\n")}
	}
	return small
}

func checked(t *testing.T, folder fstest.MapFS, asOf string) (*council.Council, diagnostic.List) {
	t.Helper()
	reader := &read.Reader{Folder: folder, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
	content, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range content.Found {
		t.Errorf("the content cannot be read: %s:%d: %s %v", d.File, d.Line, d.Rule, d.Args)
	}
	now, _ := council.ParseMoment(asOf)
	c := council.Assemble(content.Source, now)
	return c, check.Run(c)
}

var (
	wanted     = regexp.MustCompile(`# want(?: "[a-z-]+")+`)
	wantedRule = regexp.MustCompile(`"([a-z-]+)"`)
)

func TestRulesComplainWhereWantedAndNowhereElse(t *testing.T) {
	files, _ := filepath.Glob(rulesFolder + "/*.txt")
	if len(files) == 0 {
		t.Fatal("no rule is shown")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			small := readSmall(t, file)
			_, found := checked(t, small.folder, "2026-11-20")
			var want, got []string
			for name, content := range small.folder {
				for i, line := range strings.Split(string(content.Data), "\n") {
					for _, rule := range wantedRule.FindAllStringSubmatch(wanted.FindString(line), -1) {
						want = append(want, fmt.Sprintf("%s:%d %s", name, i+1, rule[1]))
					}
				}
			}
			for _, d := range found {
				if slices.Contains(small.rules, d.Rule) {
					got = append(got, fmt.Sprintf("%s:%d %s", d.File, d.Line, d.Rule))
				}
			}
			slices.Sort(want)
			slices.Sort(got)
			for _, line := range want {
				if i := slices.Index(got, line); i >= 0 {
					got = slices.Delete(got, i, i+1)
				} else {
					t.Errorf("no complaint at %s", line)
				}
			}
			for _, line := range got {
				t.Errorf("a complaint that nobody wants at %s", line)
			}
		})
	}
}

// shownElsewhere are rules whose tests are not small councils.
var shownElsewhere = []string{
	"dangling-reference", "unknown-scope", "unknown-menu-entry", "missing-file", "broken-link", "unpublished-reference",
	"contradictory-status", "duplicate-part",
}

var ruleDeclared = regexp.MustCompile(`Name: +"([a-z-]+)"`)

// textRules are the rules that look at how texts are written: those have tests of
// their own.
var textRules = sync.OnceValue(func() map[string]bool {
	names := make(map[string]bool)
	files, _ := filepath.Glob("text_*.go")
	for _, file := range files {
		text, _ := os.ReadFile(file)
		for _, declared := range ruleDeclared.FindAllSubmatch(text, -1) {
			names[string(declared[1])] = true
		}
	}
	return names
})

func aboutTexts(rule check.Rule) bool { return textRules()[rule.Name] }

// namesOf are the names that a rule gives its diagnostics.
func namesOf(rule check.Rule) []string {
	if rule.Judge != nil {
		return rule.Kinds
	}
	return []string{rule.Name}
}

func TestEveryRuleIsShown(t *testing.T) {
	shown := map[string]bool{}
	for _, name := range shownElsewhere {
		shown[name] = true
	}
	files, _ := filepath.Glob(rulesFolder + "/*.txt")
	for _, file := range files {
		for _, content := range readSmall(t, file).folder {
			for _, want := range wanted.FindAllString(string(content.Data), -1) {
				for _, rule := range wantedRule.FindAllStringSubmatch(want, -1) {
					shown[rule[1]] = true
				}
			}
		}
	}
	for _, rule := range check.Rules {
		for _, name := range namesOf(rule) {
			if !shown[name] && !aboutTexts(rule) {
				t.Errorf("no small council shows the rule %s", name)
			}
		}
	}
}

// Every complaint of the small councils has its sentence and its hint, in both
// languages, with every argument that they use; every rule has its name.
func TestRulesSpeakFrenchAndEnglish(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, os.DirFS("../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		files, _ := filepath.Glob(rulesFolder + "/*.txt")
		for _, file := range files {
			small := readSmall(t, file)
			_, found := checked(t, small.folder, "2026-11-20")
			for _, d := range found {
				if !slices.Contains(small.rules, d.Rule) {
					continue
				}
				for _, key := range []string{"diagnostics." + d.Rule, "hints." + d.Hint} {
					said := catalogue.Tell(key, d.Args)
					if key != "hints." && (!catalogue.Has(key) || missingArgument.MatchString(said)) {
						t.Errorf("%s: %s: %q", language, key, said)
					}
				}
			}
		}
		for _, rule := range check.Rules {
			if !aboutTexts(rule) && !slices.Contains(shownElsewhere, rule.Name) && (!catalogue.Has("rules."+rule.Name+".name") || !catalogue.Has("rules."+rule.Name+".sentence")) {
				t.Errorf("%s: the rule %s has no name or no sentence", language, rule.Name)
			}
		}
		for _, rule := range conformity.Rules {
			if !catalogue.Has("rules." + rule.Name + ".sentence") {
				t.Errorf("%s: the rule %s has no sentence", language, rule.Name)
			}
		}
	}
}

var missingArgument = regexp.MustCompile(`\{[a-z_]+\}`)

// A site that nobody touched must keep building: whatever the small councils
// say, no error comes with the years.
func TestTimeBringsNoError(t *testing.T) {
	files, _ := filepath.Glob(rulesFolder + "/*.txt")
	for _, file := range files {
		folder := readSmall(t, file).folder
		before := errorsAsOf(t, folder, "2016-06-01")
		for _, year := range []string{"2024-02-29", "2026-11-20", "2027-01-01", "2040-12-31"} {
			for found := range errorsAsOf(t, folder, year) {
				if !before[found] {
					t.Errorf("%s: as of %s, and not in 2016: %s", file, year, found)
				}
			}
		}
	}
}

func errorsAsOf(t *testing.T, folder fstest.MapFS, asOf string) map[string]bool {
	errors := map[string]bool{}
	_, found := checked(t, folder, asOf)
	for _, d := range found {
		if d.Severity == diagnostic.Error {
			errors[fmt.Sprintf("%s:%d:%d %s", d.File, d.Line, d.Column, d.Rule)] = true
		}
	}
	return errors
}

func TestOnlyWarningsCanBeTurnedOff(t *testing.T) {
	folder := func(warnings string) fstest.MapFS {
		return fstest.MapFS{
			"council.yaml":  {Data: []byte("name: Conseil\nwarnings:\n" + warnings)},
			"sessions/a.md": {Data: []byte("---\ntitle: A\nkind: plenary\nstatus: held\nstart: 2024-05-02\nend: 2024-05-01\n---\n")},
		}
	}
	for _, test := range []struct{ name, warnings, want string }{
		{"left on", "  - { name: missing-mission, off: false, reason: a }\n", "missing-mission end-before-start"},
		{"off", "  - { name: missing-mission, off: true, reason: a }\n", "end-before-start"},
		{"misspelt", "  - { name: mising-mission, off: true, reason: a }\n", "missing-mission unknown-warning(missing-mission) end-before-start"},
		{"an error", "  - { name: end-before-start, off: true, reason: a }\n", "missing-mission unknown-warning end-before-start"},
	} {
		_, found := checked(t, folder(test.warnings), "2026-11-20")
		var got []string
		for _, d := range found {
			switch {
			case d.Rule == "unknown-warning" && d.Hint == "did-you-mean":
				got = append(got, d.Rule+"("+d.Args["suggestion"]+")")
			case slices.Contains([]string{"missing-mission", "unknown-warning", "end-before-start"}, d.Rule):
				got = append(got, d.Rule)
			}
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: found %q, want %q", test.name, got, test.want)
		}
	}
}

// The names that council.yaml may turn off are those of all warnings, wherever
// they are given.
func TestWarningNamesAreComplete(t *testing.T) {
	given := regexp.MustCompile(`(?:diagnostic\.Warning, |\bwarn\()[^"\n]*"([a-z-]+)"`)
	for _, folder := range []string{"../read", "../markdown", "../publish/page", ".."} {
		files, _ := filepath.Glob(folder + "/*.go")
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range given.FindAllStringSubmatch(string(text), -1) {
				if !slices.Contains(check.WarningNames(), found[1]) {
					t.Errorf("%s warns of %s, which council.yaml could not turn off", file, found[1])
				}
			}
		}
	}
}

// The demonstration council keeps its rules; of the five real ones, what their
// sources leave out is told, and nothing else.
func TestRealCouncilsAreToldWhatTheirSourcesLeaveOut(t *testing.T) {
	for folder, want := range map[string]string{
		"../../content":                          "",
		"../testdata/councils/le-num":            "",
		"../testdata/councils/cnnum":             "missing-mission",
		"../testdata/councils/roubaix":           "missing-document",
		"../testdata/councils/seine-saint-denis": "too-few-meetings missing-document missing-document missing-document missing-document missing-document",
		"../testdata/councils/villes-internet":   "missing-mission too-few-meetings unanswered-motion",
	} {
		reader := &read.Reader{Folder: os.DirFS(folder), Labels: func(string) markdown.Labels { return markdown.Labels{} }}
		content, err := reader.Content()
		if err != nil {
			t.Fatal(err)
		}
		now, _ := council.ParseMoment("2026-11-20")
		var got []string
		for _, d := range check.Run(council.Assemble(content.Source, now)) {
			if d.Severity > diagnostic.Information && !aboutTexts(check.Rule{Name: d.Rule}) {
				got = append(got, d.Rule)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %s, want %s", folder, got, want)
		}
	}
}
