package words_test

import (
	"os"
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
