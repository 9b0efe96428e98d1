package main

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"greffe/generator/words"
	"greffe/layouts"
)

// catalogues are those of the languages that the command speaks.
func catalogues(t *testing.T) (french, english *words.Catalogue) {
	t.Helper()
	for _, of := range []struct {
		language string
		to       **words.Catalogue
	}{{"fr", &french}, {"en", &english}} {
		loaded, err := words.Load(of.language, nil, layouts.Files)
		if err != nil {
			t.Fatal(err)
		}
		*of.to = loaded
	}
	return french, english
}

// source is all that is not a test, of the files that end so.
func source(t *testing.T, endings ...string) string {
	t.Helper()
	var all strings.Builder
	house := os.DirFS("../..")
	err := fs.WalkDir(house, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "node_modules" || strings.HasPrefix(entry.Name(), ".") && name != "."):
			return fs.SkipDir
		case strings.HasSuffix(name, "_test.go") || !slices.ContainsFunc(endings, func(ending string) bool { return strings.HasSuffix(name, ending) }):
			return nil
		}
		text, err := fs.ReadFile(house, name)
		all.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

var hole = regexp.MustCompile(`\{[a-z]+\}`)

// holes are the names that a sentence fills in.
func holes(sentence string) []string {
	found := hole.FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

// What a message says in one language it says in the other.
func TestMessagesFillInTheSameNames(t *testing.T) {
	french, english := catalogues(t)
	for _, key := range french.Keys() {
		group, _, _ := strings.Cut(key, ".")
		if !slices.Contains([]string{"diagnostics", "hints", "overlay", "command", "kit"}, group) {
			continue
		}
		// Without arguments a sentence of two forms is said in its plural.
		if a, b := holes(french.Say(key)), holes(english.Say(key)); !slices.Equal(a, b) {
			t.Errorf("%s fills in %v in French, %v in English", key, a, b)
		}
	}
}

// composed are the messages whose names the code puts together.
var composed = regexp.MustCompile(`^(diagnostics|hints)\.(bad-|yaml-|wants-|longest-sentences-|rule-unspecified-|.*-form$)`)

// A message that nothing says is one that was renamed on one side.
func TestEveryMessageIsSaid(t *testing.T) {
	french, _ := catalogues(t)
	code := source(t, ".go")
	for _, key := range french.Keys() {
		group, name, _ := strings.Cut(key, ".")
		if (group == "diagnostics" || group == "hints") && !composed.MatchString(key) && !strings.Contains(code, `"`+name+`"`) {
			t.Errorf("nothing says %s", key)
		}
	}
}

var sayings = regexp.MustCompile(`\.(?:Say|Tell)\(?\s?"((?:overlay|command|kit|severities)\.[a-z0-9.-]+[a-z0-9])"`)

// What the command and the preview say is in the catalogues.
func TestEverySentenceThatIsAskedForIsThere(t *testing.T) {
	french, english := catalogues(t)
	asked := sayings.FindAllStringSubmatch(source(t, ".go", ".html"), -1)
	if len(asked) == 0 {
		t.Fatal("nothing is said")
	}
	for _, key := range asked {
		if !french.Has(key[1]) || !english.Has(key[1]) {
			t.Errorf("%s is not in both languages", key[1])
		}
	}
}
