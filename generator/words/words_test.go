package words_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"greffe/generator/words"
)

var layouts = os.DirFS("../../layouts")

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestSentencesAreFilledInAndCounted(t *testing.T) {
	for _, test := range []struct{ language, n, want string }{
		{"fr", "0", "0 voix"}, {"fr", "1", "1 voix"}, {"fr", "1.5", "1.5 voix"}, {"fr", "2", "2 voix !"},
		{"en", "0", "0 voix !"}, {"en", "1", "1 voix"}, {"en", "2", "2 voix !"},
	} {
		layer := fstest.MapFS{"words/" + test.language + ".yaml": file("vote: '{n} voix|{n} voix !'\n")}
		catalogue, err := words.Load(test.language, nil, layer)
		if err != nil {
			t.Fatal(err)
		}
		if got := catalogue.Say("vote", "n", test.n); got != test.want {
			t.Errorf("%s, %s: %q, want %q", test.language, test.n, got, test.want)
		}
	}
}

func TestACouncilsOwnSentenceTakesThePlaceOfOne(t *testing.T) {
	ours := fstest.MapFS{
		"words/fr.pages.yaml": file("home: { title: Accueil, next: Ensuite }\n"),
		"words/fr.data.yaml":  file("tables: Tables\n"),
		"words/fr-ca.yaml":    file("home: { title: Bienvenue }\n"),
		"words/es.yaml":       file("home: { title: Inicio }\n"),
	}
	theirs := fstest.MapFS{"words/fr.yaml": file("home: { title: Bonjour }\n")}
	french, err := words.Load("fr", nil, ours, theirs)
	if err != nil {
		t.Fatal(err)
	}
	spanish, err := words.Load("es", french, ours, theirs)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ got, want string }{
		{french.Say("home.title"), "Bonjour"}, {french.Say("home.next"), "Ensuite"}, {french.Say("tables"), "Tables"},
		{spanish.Say("home.title"), "Inicio"}, {spanish.Say("home.next"), "Ensuite"}, {spanish.Say("nothing"), "[nothing]"},
	} {
		if test.got != test.want {
			t.Errorf("%q, want %q", test.got, test.want)
		}
	}
	if _, err := words.Load("de", nil, ours); err == nil {
		t.Error("a language without words was loaded")
	}
}

func TestFrenchAndEnglishHaveTheSameKeys(t *testing.T) {
	keys := func(language string) string {
		catalogue, err := words.Load(language, nil, layouts)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(catalogue.Keys(), "\n")
	}
	french, english := keys("fr"), keys("en")
	for _, key := range strings.Split(french, "\n") {
		if !strings.Contains("\n"+english+"\n", "\n"+key+"\n") {
			t.Errorf("en has no %s", key)
		}
	}
	for _, key := range strings.Split(english, "\n") {
		if !strings.Contains("\n"+french+"\n", "\n"+key+"\n") {
			t.Errorf("fr has no %s", key)
		}
	}
}

// The groups of sentences that only editors meet, in messages and in the
// command: those are French and English.
var editors = []string{"command", "diagnostics", "diff", "due", "hints", "kit", "overlay", "portable", "rules", "severities", "status"}

// Spanish is in one file: what pages, data and feeds say.
func TestSpanishHasWhatPagesSay(t *testing.T) {
	load := func(language string) *words.Catalogue {
		catalogue, err := words.Load(language, nil, layouts)
		if err != nil {
			t.Fatal(err)
		}
		return catalogue
	}
	french, spanish := load("fr"), load("es")
	for _, key := range french.Keys() {
		group, _, _ := strings.Cut(key, ".")
		switch {
		case slices.Contains(editors, group):
		case !spanish.Has(key):
			t.Errorf("es has no %s", key)
		case holes(french.Say(key)) != holes(spanish.Say(key)):
			t.Errorf("es: %s: %q fills in other names than %q", key, spanish.Say(key), french.Say(key))
		}
	}
	for _, key := range spanish.Keys() {
		if !french.Has(key) && key != "numbers.forms" {
			t.Errorf("fr has no %s", key)
		}
	}
}

var hole = regexp.MustCompile(`\{[a-z_]+\}`)

// holes are the names that a sentence fills in.
func holes(sentence string) string {
	names := hole.FindAllString(sentence, -1)
	slices.Sort(names)
	return strings.Join(slices.Compact(names), " ")
}

// Languages with other plurals than one and many say in which order theirs stand.
func TestALanguageHasItsOwnPlurals(t *testing.T) {
	layer := fstest.MapFS{
		"words/pl.yaml": file("numbers: { forms: one few many other }\nopinion: '{n} opinia|{n} opinie|{n} opinii|{n} opinii.'\n"),
		"words/ja.yaml": file("numbers: { forms: other }\nopinion: '{n}件|'\n"),
		"words/xx.yaml": file("numbers: { forms: one several }\n"),
	}
	polish, err := words.Load("pl", nil, layer)
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[string]string{"1": "1 opinia", "2": "2 opinie", "5": "5 opinii", "12": "12 opinii", "22": "22 opinie", "1.5": "1.5 opinii."} {
		if got := polish.Say("opinion", "n", n); got != want {
			t.Errorf("%s: %q, want %q", n, got, want)
		}
	}
	japanese, err := words.Load("ja", nil, layer)
	if err != nil || japanese.Say("opinion", "n", 1) != "1件" {
		t.Errorf("%v %v", japanese, err)
	}
	if _, err := words.Load("xx", nil, layer); err == nil {
		t.Error("a form that no language has was taken")
	}
}

func TestSomeLanguagesAreWrittenFromRightToLeft(t *testing.T) {
	for language, want := range map[string]bool{"ar": true, "he": true, "fa": true, "ur": true, "ku-Arab": true, "dv": true, "fr": false, "es": false, "zh": false, "": false} {
		if got := words.RightToLeft(language); got != want {
			t.Errorf("%q: %v", language, got)
		}
	}
}
