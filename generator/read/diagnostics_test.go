package read_test

import (
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
	"greffe/generator/read"
	"greffe/generator/words"
)

// contentOf makes a content folder of files; a council.yaml is added if there is none.
func contentOf(files map[string]string) fstest.MapFS {
	folder := fstest.MapFS{"council.yaml": {Data: []byte("name: Conseil\n")}}
	for name, text := range files {
		if text == "" {
			delete(folder, name)
			continue
		}
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

func readAll(t *testing.T, folder fs.FS) *read.Content {
	t.Helper()
	reader := &read.Reader{
		Folder: folder, Labels: func(string) markdown.Labels { return markdown.Labels{} },
		Named: func(language string) bool { return language == "gsw" },
	}
	content, err := reader.Content()
	if err != nil {
		t.Fatal(err)
	}
	return content
}

func lines(found diagnostic.List) []string {
	var out []string
	for _, d := range found {
		out = append(out, fmt.Sprintf("%s:%d:%d %s", d.File, d.Line, d.Column, d.Rule))
	}
	return out
}

// member is a member's file with more lines in its header, from line 3 on.
func member(more string) map[string]string {
	return map[string]string{"members/ada.md": "---\nname: Ada\n" + more + "---\n"}
}

// translations are those of a member into languages.
func translations(languages ...string) map[string]string {
	files := member("")
	for _, language := range languages {
		files["members/ada."+language+".md"] = "---\n---\n"
	}
	return files
}

func settings(more string) map[string]string {
	return map[string]string{"council.yaml": "name: Conseil\n" + more}
}

var mistakes = []struct {
	name  string
	files map[string]string
	want  string // several are separated by "; "
}{
	{"a folder that is no collection", map[string]string{"opinion/a.md": "x"}, "opinion:0:0 unknown-folder"},
	{"a file of settings misspelt", map[string]string{"organisation.yaml": "x"}, "organisation.yaml:0:0 unknown-settings"},
	{"a document outside collections", map[string]string{"ada.md": "x"}, "ada.md:0:0 misplaced-document"},
	{"a folder named as a document", map[string]string{"members/ada.md/photo.png": "x"}, "members/ada.md:0:0 folder-named-as-document"},
	{"a folder too deep", map[string]string{"members/ada/index.md": "---\nname: Ada\n---\n", "members/ada/photos/1.png": "x"}, "members/ada/photos:0:0 folder-too-deep"},
	{"a document folder without index", map[string]string{"members/ada/photo.png": "x"}, "members/ada:0:0 folder-without-index"},
	{"a second text in a document folder", map[string]string{"members/ada/index.md": "---\nname: Ada\n---\n", "members/ada/other.md": "x"}, "members/ada/other.md:0:0 document-not-index"},
	{"a text editor's ending", map[string]string{"members/ada.md.txt": "x"}, "members/ada.md.txt:0:0 misnamed-document"},
	{"an ending in capitals", map[string]string{"members/ada.MD": "x", "members/leo.Md": "x"}, "members/ada.MD:0:0 misnamed-document; members/leo.Md:0:0 misnamed-document"},
	{"an ending in full", map[string]string{"members/ada.markdown": "x"}, "members/ada.markdown:0:0 misnamed-document"},
	{"an index with another ending", map[string]string{"members/ada/index.md.txt": "x"}, "members/ada/index.md.txt:0:0 misnamed-document"},
	{"an attachment that is called index", map[string]string{"members/ada/index.md": "---\nname: Ada\n---\n", "members/ada/index.pdf": "x"}, ""},
	{"a document outside collections with another ending", map[string]string{"ada.MD": "x"}, "ada.MD:0:0 misplaced-document"},
	{"settings with another ending", map[string]string{"glossary.yaml.txt": "x", "Organisations.YAML": "x"}, "Organisations.YAML:0:0 unknown-settings; glossary.yaml.txt:0:0 unknown-settings"},
	{"a name with capitals", map[string]string{"members/Ada.md": "x"}, "members/Ada.md:0:0 bad-document-name"},
	{"a translation into no language", map[string]string{"members/ada.md": "---\nname: Ada\n---\n", "members/ada.zzzzzzzzz.md": "x"}, "members/ada.zzzzzzzzz.md:0:0 bad-translation-name"},
	{"a translation into a language that no page can name", translations("old", "und", "md"), "members/ada.md.md:0:0 bad-translation-name; members/ada.old.md:0:0 bad-translation-name; members/ada.und.md:0:0 bad-translation-name"},
	{"a translation into a language by another of its codes", translations("bak", "eng", "eng-GB"), "members/ada.bak.md:0:0 bad-translation-name; members/ada.eng-GB.md:0:0 bad-translation-name; members/ada.eng.md:0:0 bad-translation-name"},
	{"a translation in capitals beside another", translations("EN", "en"), "members/ada.EN.md:0:0 bad-translation-name"},
	{"two translations into one language", translations("pt-BR", "pt-br"), "members/ada.pt-br.md:0:0 duplicate-translation"},
	{"a translation in a folder and beside it", map[string]string{"members/ada/index.md": "---\nname: Ada\n---\n", "members/ada/index.en.md": "---\n---\n", "members/ada.en.md": "---\n---\n"}, "members/ada/index.en.md:0:0 duplicate-translation"},
	{"translations", translations("en", "es", "br", "oc", "gsw", "pt-BR", "zh-Hans", "ar", "tl"), ""},
	{"a translation of nothing", map[string]string{"members/ada.en.md": "---\nname: Ada\n---\n"}, "members/ada.en.md:0:0 translation-without-original"},
	{"no council.yaml", map[string]string{"council.yaml": "", "members/ada.md": "---\nname: Ada\n---\n"}, "council.yaml:0:0 missing-settings"},

	{"blank file", map[string]string{"members/ada.md": "\n \n"}, "members/ada.md:1:1 empty-document"},
	{"no header", map[string]string{"members/ada.md": "name: Ada\n"}, "members/ada.md:1:1 no-header"},
	{"text before the header", map[string]string{"members/ada.md": "\n---\nname: Ada\n---\n"}, "members/ada.md:1:1 no-header"},
	{"four dashes", map[string]string{"members/ada.md": "----\nname: Ada\n----\n"}, "members/ada.md:1:1 no-header"},
	{"long dashes", map[string]string{"members/ada.md": "—\nname: Ada\n—\n"}, "members/ada.md:1:1 no-header"},
	{"zero-width space", map[string]string{"members/ada.md": "\u200b---\nname: Ada\n---\n"}, "members/ada.md:1:1 no-header"},
	{"old Mac line ends", map[string]string{"members/ada.md": "---\rname: Ada\r---\r"}, "members/ada.md:1:1 no-header"},
	{"header closed by dots", map[string]string{"members/ada.md": "---\nname: Ada\n...\ntext\n"}, "members/ada.md:4:1 unclosed-header"},
	{"header never closed", map[string]string{"members/ada.md": "---\nname: Ada\n"}, "members/ada.md:2:1 unclosed-header"},
	{"spaces after the dashes", map[string]string{"members/ada.md": "---\nname: Ada\n--- \n"}, "members/ada.md:3:4 spaces-after-header"},
	{"dashes inside a block text", map[string]string{"members/ada.md": "---\nname: Ada\nsummary: |\n  one\n  ---\n  two\n---\n"}, "members/ada.md:1:1 ambiguous-header"},
	{"UTF-16", map[string]string{"members/ada.md": "\xff\xfe-\x00"}, "members/ada.md:1:1 not-utf8"},
	{"Latin-1", map[string]string{"members/ada.md": "---\nname: Andr\xe9\n---\n"}, "members/ada.md:2:11 not-utf8"},
	{"Latin-1 in settings", map[string]string{"council.yaml": "name: Andr\xe9\n"}, "council.yaml:1:11 not-utf8"},
	{"header over its limit", member("summary: " + strings.Repeat("a", 70_000) + "\n"), "members/ada.md:4:1 header-too-long"},
	{"document over its limit", map[string]string{"members/ada.md": "---\nname: Ada\n---\n" + strings.Repeat("a\n", 2<<20)}, "members/ada.md:0:0 document-too-long"},

	{"a colon in a text", member("profession: dev: web\n"), "members/ada.md:3:16 yaml-syntax"},
	{"a colon in the first line", map[string]string{"members/ada.md": "---\nname: a: b: c\n---\n"}, "members/ada.md:2:8 yaml-syntax"},
	{"a tab", member("links:\n\t- { label: a }\n"), "members/ada.md:4:1 yaml-syntax"},
	{"an open quote", member("profession: \"dev\nminor: true\n"), "members/ada.md:3:13 yaml-syntax"},
	{"too many values", member("aliases: [" + strings.Repeat("a,", 5000) + "a]\n"), "members/ada.md:2:1 yaml-too-large"},
	{"too deep", member("links: [[[[[[[[[a]]]]]]]]]\n"), "members/ada.md:2:1 yaml-too-large"},
	{"an alias", member("profession: &a dev\nsummary: *a\n"), "members/ada.md:3:13 yaml-alias; members/ada.md:4:10 yaml-alias"},
	{"a merge key", member("<<: { name: Ada }\n"), "members/ada.md:3:1 bad-key"},
	{"a tag", member("profession: !!str dev\n"), "members/ada.md:3:13 yaml-tag"},
	{"a list too long", settings("themes:\n" + strings.Repeat("  - { id: a, label: A }\n", 5001)), "council.yaml:3:3 list-too-long"},
	{"a value too long", settings("mission: " + strings.Repeat("a", 16<<10+1) + "\n"), "council.yaml:2:10 value-too-long"},
	{"a second document", settings("---\nname: b\n"), "council.yaml:2:1 second-document"},
	{"a list for a key", member("? [a]\n: b\n"), "members/ada.md:3:3 bad-key"},
	{"a control character", member("profession: \"de\\ev\"\n"), "members/ada.md:3:13 control-character"},
	{"a text that reads in another order", member("profession: dev\u202eved\n"), "members/ada.md:3:13 control-character"},
	{"a control character as it is", member("profession: de\x1bv\n"), "members/ada.md:3:15 control-character"},

	{"a number sign in a text", member("profession: dev #3 du web\nsummary: Œuvre # à relire\n"), "members/ada.md:3:17 cut-by-comment; members/ada.md:4:16 cut-by-comment"},
	{"a number sign in a text of a list", member("links:\n  - label: Blog #1\n    url: https://a.example\n"), "members/ada.md:4:17 cut-by-comment"},
	{"a number sign on the second line of a text", member("summary: Un texte\n  sur deux #lignes\n  # et un commentaire\nminor: true\n"), "members/ada.md:4:12 cut-by-comment"},
	{"a number sign that begins a text", member("summary: #3\n"), "members/ada.md:3:10 cut-by-comment"},
	{"a number sign that begins a colour", settings("appearance:\n  colour: #1b4f72\n"), "council.yaml:3:11 cut-by-comment"},
	{"a number sign in quotes, in a word, in a block", member("profession: \"dev #3\" # trois\nsummary: C#, a#b\nplain_summary: | # deux\n  Avis #3\n"), ""},
	{"comments that take nothing away", member("family_name: Brook   # Lovelace\n# a\ncharter_signed_on: 2021-04-15 # b\nminor: true # c\nthemes: [a, b] # d\nsummary: # e\nprofession: # f\n  dev\ndraft: #true\nmandates: #g\n  - { body: a, appointment: drawn } # h\n  - body: b # i\n    term: 2 # j\n"), ""},
	{"a misspelt key", member("profesion: dev\n"), "members/ada.md:3:1 unknown-key"},
	{"a key twice", member("profession: dev\nprofession: dev\n"), "members/ada.md:4:1 duplicate-key"},
	{"a key left out", map[string]string{"members/ada.md": "---\nprofession: dev\n---\n"}, "members/ada.md:2:1 missing-key"},
	{"an empty header", map[string]string{"members/ada.md": "---\n---\n"}, "members/ada.md:2:1 missing-key"},
	{"a key that must not be null", map[string]string{"members/ada.md": "---\nname: null\n---\n"}, "members/ada.md:2:7 missing-key"},
	{"a key that must not be blank", map[string]string{"members/ada.md": "---\nname: \"\"\n---\n"}, "members/ada.md:2:7 empty-value"},
	{"a key left out in a list", member("links:\n  - label: Blog\n"), "members/ada.md:4:5 missing-key"},
	{"an empty item", member("aliases: [a, ~]\n"), "members/ada.md:3:14 empty-item"},
	{"an item twice", member("themes: [a, b, a]\n"), "members/ada.md:3:16 repeated-item"},
	{"fields for a text", member("profession: { a: b }\n"), "members/ada.md:3:13 wants-text"},
	{"a text for fields", member("links: [blog]\n"), "members/ada.md:3:9 wants-mapping"},
	{"a list for a header", map[string]string{"members/ada.md": "---\n- name\n---\n"}, "members/ada.md:2:1 wants-keys"},
	{"fields for a list of settings", map[string]string{"glossary.yaml": "term: a\n"}, "glossary.yaml:1:1 wants-list"},
	{"a word of no list", member("mandates: [{ body: a, appointment: choosen }]\n"), "members/ada.md:3:36 unknown-word"},
	{"no id", member("organisation: Ville de Valclair\n"), "members/ada.md:3:15 bad-id"},
	{"no whole number", member("mandates: [{ body: a, term: one }]\n"), "members/ada.md:3:29 bad-integer"},
	{"no number", settings("rules: { parity: { target: half } }\n"), "council.yaml:2:28 bad-number"},
	{"neither true nor false", member("draft: yes\n"), "members/ada.md:3:8 bad-boolean"},
	{"no date", member("charter_signed_on: 15/04/2021\n"), "members/ada.md:3:20 bad-date"},
	{"no day of the calendar", member("charter_signed_on: 2021-02-30\n"), "members/ada.md:3:20 bad-date"},
	{"no moment", member("publish_on: 2021-02-03 25h\n"), "members/ada.md:3:13 bad-moment"},
	{"no address", member("links: [{ label: a, url: \"javascript:alert(1)\" }]\n"), "members/ada.md:3:26 bad-url"},
	{"no e-mail address", settings("contact: { email: ada }\n"), "council.yaml:2:19 bad-email"},
	{"a file outside", member("image: { file: ../../etc/passwd, alt: a }\n"), "members/ada.md:3:16 bad-file-name"},
	{"no language", settings("language: french_France\n"), "council.yaml:2:11 bad-language"},
	{"no colour", settings("appearance: { colour: blue }\n"), "council.yaml:2:23 bad-colour"},
	{"no renewals", settings("rules: { term: { renewals: many } }\n"), "council.yaml:2:28 bad-renewals"},
	{"no time zone", settings("timezone: Europe/Lutetia\n"), "council.yaml:2:11 bad-timezone"},
	{"a formula", member("profession: \"=1+1\"\n"), "members/ada.md:3:13 formula"},
	{"a formula behind a space", member("profession: \" =1+1\"\n"), "members/ada.md:3:13 formula"},
	{"what looks like a formula behind a space", member("profession: \" -dev\"\n"), "members/ada.md:3:13 formula-like"},
	{"a mention", member("profession: \"@ada\"\n"), "members/ada.md:3:13 formula"},
	{"what looks like a formula", member("profession: \"-dev\"\n"), "members/ada.md:3:13 formula-like"},

	{"a document twice", map[string]string{"members/ada.md": "---\nname: Ada\n---\n", "members/ada/index.md": "---\nname: Ada\n---\n"}, "members/ada/index.md:0:0 duplicate-document"},
	{"an id twice in a list", settings("themes:\n  - { id: a, label: A }\n  - { id: a, label: B }\n"), "council.yaml:4:11 duplicate-id"},
	{"an organisation twice", map[string]string{"organisations.yaml": "- { id: a, name: A, type: other }\n- { id: a, name: B, type: other }\n"}, "organisations.yaml:2:9 duplicate-id"},
	{"the council among organisations", map[string]string{"organisations.yaml": "- { id: council, name: A, type: other }\n"}, "organisations.yaml:1:9 duplicate-id"},
	{"an alias that is somebody", map[string]string{"members/ada.md": "---\nname: Ada\n---\n", "members/leo.md": "---\nname: Léo\naliases: [ada]\n---\n"}, "members/leo.md:3:11 alias-taken"},
	{"all mistakes of a file at once", member("draft: oui\nprofesion: dev\nlinks: [{ url: x }]\n"), "members/ada.md:3:8 bad-boolean; members/ada.md:4:1 unknown-key; members/ada.md:5:9 missing-key; members/ada.md:5:16 bad-url"},
}

func TestEveryMistakeIsFoundAtItsPlace(t *testing.T) {
	for _, test := range mistakes {
		t.Run(test.name, func(t *testing.T) {
			got := strings.Join(lines(readAll(t, contentOf(test.files)).Found), "; ")
			if got != test.want {
				t.Errorf("found %q\nwant  %q", got, test.want)
			}
		})
	}
}

// notShown are the rules that a literal folder cannot break: they have tests of
// their own, or need a disk.
var notShown = []string{"not-a-file", "unreadable-file", "bad-value"}

var ruleName = regexp.MustCompile(`(?:report|unknown|fail|atLine|complain)\([^"\n]*"([a-z0-9-]+)"|Rule: +"([a-z0-9-]+)"|rule :?= "([a-z0-9-]+)"|invalid\("([a-z0-9-]+)"`)

// rulesOf finds the names of the rules that Go files report.
func rulesOf(t *testing.T, folders ...string) []string {
	var rules []string
	for _, folder := range folders {
		files, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if strings.HasSuffix(file.Name(), "_test.go") || !strings.HasSuffix(file.Name(), ".go") {
				continue
			}
			text, err := os.ReadFile(folder + "/" + file.Name())
			if err != nil {
				t.Fatal(err)
			}
			for _, found := range ruleName.FindAllStringSubmatch(string(text), -1) {
				rules = append(rules, strings.Join(found[1:], ""))
			}
		}
	}
	slices.Sort(rules)
	return slices.Compact(rules)
}

func TestEveryRuleOfReadingIsShownAbove(t *testing.T) {
	shown := make(map[string]bool)
	for _, test := range mistakes {
		for _, want := range strings.Split(test.want, "; ") {
			_, rule, _ := strings.Cut(want, " ")
			shown[rule] = true
		}
	}
	for _, rule := range rulesOf(t, ".", "../council") {
		if !shown[rule] && !strings.HasSuffix(rule, "-") && !slices.Contains(notShown, rule) {
			t.Errorf("no test shows the rule %s", rule)
		}
	}
}

// Every message and every hint exists in both languages, with the arguments
// that its sentence uses.
func TestMessagesSpeakFrenchAndEnglish(t *testing.T) {
	layouts := os.DirFS("../../layouts")
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, layouts)
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range mistakes {
			for _, d := range readAll(t, contentOf(test.files)).Found {
				if !catalogue.Has("diagnostics."+d.Rule) || (d.Hint != "" && !catalogue.Has("hints."+d.Hint)) {
					t.Errorf("%s: no sentence for %s, %q", language, d.Rule, d.Hint)
				}
				message := catalogue.Tell("diagnostics."+d.Rule, d.Args) + catalogue.Tell("hints."+d.Hint, d.Args)
				if strings.Contains(message, "{") && d.Rule != "wants-text" {
					t.Errorf("%s, %s: an argument is missing: %q", language, d.Rule, message)
				}
			}
		}
	}
}

func TestPrivateValueIsNeverQuoted(t *testing.T) {
	found := readAll(t, contentOf(member("email: not an address canary\nminor: canary\n"))).Found
	if got := strings.Join(lines(found), "; "); got != "members/ada.md:3:8 bad-email; members/ada.md:4:8 bad-boolean" {
		t.Fatal(got)
	}
	for _, d := range found {
		for name, value := range d.Args {
			if strings.Contains(value, "canary") {
				t.Errorf("%s: the argument %s quotes a private value", d.Rule, name)
			}
		}
	}
}

func TestLinksAndPipesAreRefused(t *testing.T) {
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(dir+"/council.yaml", []byte("name: Conseil\n"), 0o600),
		os.Mkdir(dir+"/members", 0o700),
		os.Symlink("/etc/passwd", dir+"/members/ada.md"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if got := strings.Join(lines(readAll(t, root.FS()).Found), "; "); got != "members/ada.md:0:0 not-a-file" {
		t.Error(got)
	}
}

// A closed folder opens all of its files but one.
type closed struct {
	fs.FS
	file string
}

func (c closed) Open(name string) (fs.File, error) {
	if name == c.file {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return c.FS.Open(name)
}

func TestUnreadableFilesAreTold(t *testing.T) {
	folder := contentOf(map[string]string{"members/ada.md": "---\nname: Ada\n---\n"})
	for _, file := range []string{"council.yaml", "members/ada.md"} {
		if got := lines(readAll(t, closed{folder, file}).Found); !slices.Contains(got, file+":0:0 unreadable-file") {
			t.Errorf("%s cannot be read: %q", file, got)
		}
	}
}
