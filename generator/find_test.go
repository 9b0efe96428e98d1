package generator_test

import "testing"

// A preview finds each file that the whole site lists, and the same one, when
// nobody has listed it.
func TestWhatIsListedIsFoundWithoutTheList(t *testing.T) {
	g := newGenerator(newFolder(t, "../content", 1))
	if _, found, err := g.Site(); err != nil {
		t.Fatal(err, found.List())
	}
	another := g.WithDrafts()
	listed, err := another()
	if err != nil {
		t.Fatal(err)
	}
	searched, err := another()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range listed.Files() {
		file, ok := searched.Find(want.Path)
		if !ok || file.Path != want.Path || file.MediaType != want.MediaType || file.From != want.From {
			t.Errorf("%s: found %v, as %s of %s", want.Path, ok, file.MediaType, file.From)
			continue
		}
		if pageAt(t, searched, want.Path) != pageAt(t, listed, want.Path) {
			t.Errorf("%s has other bytes when it is found alone", want.Path)
		}
	}
	for _, none := range []string{"", "index", "avis", "avis/", "avis/nowhere/index.html", "avis/page-2000/index.html", "data/v1/nothing.csv", "../content/council.yaml"} {
		if _, ok := searched.Find(none); ok {
			t.Errorf("%q is found", none)
		}
	}
}
