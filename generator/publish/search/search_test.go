package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
	"greffe/generator/words"
)

// briefFor is the brief of a council's public, as of 1 June 2024.
func briefFor(t testing.TB, documents ...council.Documented) *site.Brief {
	t.Helper()
	catalogue, err := words.Load("fr", nil, os.DirFS("../../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	settings := &council.Settings{Name: "Conseil local", BaseURL: "https://ville.example/conseil", Language: "fr",
		Themes: []council.Theme{{ID: "mobilite", Name: "Mobilités"}}}
	for _, document := range documents {
		document.Common().File = document.Collection() + "/" + document.Key() + ".md"
	}
	c := council.Assemble(council.Source{Settings: settings, Documents: documents}, council.Moment{Date: council.Date{Year: 2024, Month: 6, Day: 1}})
	return &site.Brief{Council: c.Public(false), Words: catalogue, Addresses: site.NewAddresses(settings.BaseURL, catalogue)}
}

func siteOf(t testing.TB, b *site.Brief) *site.Site {
	t.Helper()
	parts, err := Parts(b)
	if err != nil {
		t.Fatal(err)
	}
	return site.New(b.Council, parts...)
}

func made(t testing.TB, s *site.Site, path string) string {
	t.Helper()
	var b bytes.Buffer
	if err := s.Make(&b, path); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func prose(text string) *markdown.Text {
	return markdown.Parse([]byte(text), markdown.Options{Language: "fr"})
}

func opinion(id string, year int16, title, body string) *council.Opinion {
	return &council.Opinion{Entry: council.Entry{ID: id, Body: prose(body)}, Title: title, Kind: "opinion", Status: "adopted", Number: id, AdoptedOn: council.Date{Year: year, Month: 5, Day: 1}}
}

func few() []council.Documented {
	first := opinion("a", 2022, "La fibre", "## Les rues\n\nLa [rue](b.md) du Bief a la fibre. Les élu·es l'ont vue.")
	first.Themes = []council.Ref[council.Theme]{"mobilite"}
	first.Rapporteurs = []council.Ref[council.Member]{"ada", "secret"}
	second := opinion("b", 2024, "Le vélo", "On parle de fibre, rue du Bief.\n\n: fin.")
	draft := opinion("canary", 2024, "Canary", "Canary.")
	draft.Draft = true
	hidden := &council.Member{Entry: council.Entry{ID: "secret", Confidential: true}, Name: "Canary"}
	ada := &council.Member{Entry: council.Entry{ID: "ada", Image: &council.Image{File: "a.png", Alt: "Canary"}}, Name: "Ada Roux", Profession: "Médiatrice", Email: council.Conceal[council.Email]("canary@private.example")}
	return []council.Documented{first, second, draft, hidden, ada}
}

// where says in which documents a word stands, and with which grade.
func where(t *testing.T, b *site.Brief, s *site.Site, word string) map[string]grade {
	t.Helper()
	c := newCatalogue(b)
	var shard struct {
		Version string
		Words   map[string]string
	}
	if err := json.Unmarshal([]byte(made(t, s, fmt.Sprintf("%swords/%d.json", c.folder, c.shardOf(word)))), &shard); err != nil {
		t.Fatal(err)
	}
	if shard.Version != c.version {
		t.Errorf("the shard is of %s, not %s", shard.Version, c.version)
	}
	found := make(map[string]grade)
	for in, list := range strings.Split(shard.Words[word], ",") {
		for _, number := range decode(list) {
			found[c.documents[number].collection+"/"+c.documents[number].id] = grade(in)
		}
	}
	return found
}

func TestWordsAreFoundWhereTheyStand(t *testing.T) {
	b := briefFor(t, few()...)
	s := siteOf(t, b)
	for word, want := range map[string]map[string]grade{
		"fibr":         {"opinions/a": inTitle, "opinions/b": inText},
		"rue":          {"opinions/a": inHeading, "opinions/b": inText},
		"elu":          {"opinions/a": inText},
		"mediatric":    {"members/ada": inHeading},
		"rou":          {"members/ada": inName, "opinions/a": inText},
		"mobilit":      {"themes/mobilite": inName, "opinions/a": inText},
		"mai":          {"opinions/a": inHeading, "opinions/b": inHeading},
		":opinions":    {"opinions/a": inText, "opinions/b": inText},
		"fin":          {"opinions/b": inText},
		"la":           {}, // it is everywhere
		"canary":       {},
		"privacy":      {},
		"confidential": {},
	} {
		got := where(t, b, s, word)
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q stands in %v, not %v", word, got, want)
		}
	}
}

func TestNothingPrivateIsFound(t *testing.T) {
	s := siteOf(t, briefFor(t, few()...))
	for _, path := range s.Paths() {
		if text := made(t, s, path); strings.Contains(strings.ToLower(text), "canary") {
			t.Errorf("%s tells what it may not: %s", path, text)
		}
	}
}

func TestAResultIsTold(t *testing.T) {
	b := briefFor(t, few()...)
	c := newCatalogue(b)
	number := slices.Index(c.documents, key{collection: "opinions", id: "a"})
	var got told
	if err := json.Unmarshal([]byte(made(t, siteOf(t, b), fmt.Sprintf("%stexts/%d.json", c.folder, number))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Address != "/conseil/avis/a/" || got.Title != "La fibre" || got.What != "avis n°\u00a0a, 1er mai 2022" {
		t.Errorf("%+v", got)
	}
	want := []string{"Thèmes\u00a0: Mobilités", "Rapport confié à\u00a0: Ada Roux", "Les rues", "La rue du Bief a la fibre. Les élu·es l’ont vue."}
	if !slices.Equal(got.Text, want) {
		t.Errorf("the text is %q, not %q", got.Text, want)
	}
}

// A newer document comes after all others, which keep their numbers.
func TestPublishingKeepsNumbers(t *testing.T) {
	before := newCatalogue(briefFor(t, few()...))
	after := newCatalogue(briefFor(t, append(few(), opinion("c", 2024, "Encore", ""))...))
	if !slices.Equal(before.documents, after.documents[:len(after.documents)-1]) {
		t.Errorf("%v became %v", before.documents, after.documents)
	}
	if before.version == after.version {
		t.Error("the version did not change with the documents")
	}
}

func TestEachFileIsFoundAlone(t *testing.T) {
	b := briefFor(t, few()...)
	s := siteOf(t, b)
	for _, file := range s.Files() {
		found, ok := siteOf(t, b).Find(file.Path)
		if !ok || found.Path != file.Path {
			t.Errorf("%s is not found alone", file.Path)
		}
	}
	for _, path := range []string{"recherche/index/words/999.json", "recherche/index/texts/999.json", "recherche/index/texts/01.json", "recherche/index/texts/-1.json", "recherche/index/x.json", "recherche/index/"} {
		if _, ok := s.Find(path); ok {
			t.Errorf("there is a file %s", path)
		}
	}
}

// A shard depends on every text, since any may come to have its words; the text
// of a result depends on its document, and on the numbers of all.
func TestFilesNoteWhatTheyWereMadeFrom(t *testing.T) {
	b := briefFor(t, few()...)
	s := siteOf(t, b)
	c := newCatalogue(b)
	for range 2 { // the second is made of the same index
		reads, err := s.MakeNoting(new(bytes.Buffer), c.folder+"words/0.json")
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range []string{"a", "b"} {
			if _, noted := reads.All()[council.Read{Collection: "opinions", ID: id}]; !noted {
				t.Errorf("a shard does not depend on opinions/%s", id)
			}
		}
	}
	reads, err := s.MakeNoting(new(bytes.Buffer), fmt.Sprintf("%stexts/%d.json", c.folder, slices.Index(c.documents, key{collection: "opinions", id: "a"})))
	if err != nil {
		t.Fatal(err)
	}
	for _, read := range []council.Read{{Collection: "opinions", ID: "*"}, {Collection: "opinions", ID: "a"}, {Collection: "members", ID: "ada"}, {Collection: "themes", ID: "mobilite"}} {
		if _, noted := reads.All()[read]; !noted {
			t.Errorf("a text does not depend on %v", read)
		}
	}
	if _, noted := reads.All()[council.Read{Collection: "opinions", ID: "b"}]; noted {
		t.Error("a text depends on another")
	}
}

func TestATranslationIsFoundInItsLanguage(t *testing.T) {
	documents := few()
	original := documents[0].Common()
	original.Translations = []*council.Translation{{Language: "en", Title: "Broadband", Summary: "Fibre for all.", Body: prose("## Streets\n\nBuried cables.")}}
	b := briefFor(t, documents...)
	english, err := words.Load("en", b.Words, os.DirFS("../../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	b.Editions, err = site.Editions(b.Council, b.Words, b.Addresses, func(string) (*words.Catalogue, error) { return english, nil })
	if err != nil {
		t.Fatal(err)
	}
	c := newCatalogue(b)
	number := slices.Index(c.documents, key{"opinions", "a", "en"})
	if number != slices.Index(c.documents, key{collection: "opinions", id: "a"})+1 {
		t.Fatalf("the documents are %v", c.documents)
	}
	var got told
	if err := json.Unmarshal([]byte(made(t, siteOf(t, b), fmt.Sprintf("%stexts/%d.json", c.folder, number))), &got); err != nil {
		t.Fatal(err)
	}
	if got.Address != b.Editions[0].Addresses.Document("opinions", "a") || got.Title != "Broadband" || got.Language != "en" ||
		!strings.HasPrefix(got.What, "opinion") || !slices.Equal(got.Text, []string{"Streets", "Buried cables."}) {
		t.Errorf("%+v", got)
	}
}

func TestTheIndexDoesNotDependOnWorkers(t *testing.T) {
	var documents []council.Documented
	for i := range 250 {
		documents = append(documents, opinion(fmt.Sprint("o", i), int16(1990+i%30), fmt.Sprint("Titre ", i), fmt.Sprintf("Mot%d et mot%d, partout.", i%7, i%31)))
	}
	all := func(workers int) map[string]string {
		defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(workers))
		s := siteOf(t, briefFor(t, documents...))
		files := make(map[string]string)
		for _, path := range s.Paths() {
			files[path] = made(t, s, path)
		}
		return files
	}
	one, three := all(1), all(3)
	for path, text := range one {
		if three[path] != text {
			t.Errorf("%s differs:\n%s\n%s", path, text, three[path])
		}
	}
}
