package page

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
)

// opinionsOf are so many opinions of 2024, each on one theme of two.
func opinionsOf(n int) []council.Documented {
	var documents []council.Documented
	for i := range n {
		documents = append(documents, &council.Opinion{
			Entry: council.Entry{ID: fmt.Sprintf("2024-%03d", i), Themes: []council.Ref[council.Theme]{council.Ref[council.Theme]([]string{"inclusion", "donnees"}[i%2])}},
			Title: fmt.Sprint("Avis ", i), Kind: "opinion", Status: "adopted", AdoptedOn: council.Date{Year: 2024, Month: 3, Day: 12},
		})
	}
	return documents
}

func assembled(documents ...council.Documented) *council.Council {
	asOf, _ := council.ParseMoment("2025-06-01")
	return council.Assemble(council.Source{
		Settings: &council.Settings{
			Name: "Conseil de Valclair", BaseURL: "https://num.example", Language: "fr",
			Themes: []council.Theme{{ID: "inclusion", Name: "Inclusion"}, {ID: "donnees", Name: "Données"}, {ID: "vide", Name: "Vide"}},
			Bodies: []council.Body{{ID: "conseil", OfType: "council", Name: "Conseil"}, {ID: "cercle", OfType: "circle", Name: "Cercle", Parent: "conseil"}},
			Roles:  []council.Role{{ID: "president", Name: "Présidence", Single: true}, {ID: "member", Name: "Membre"}},
		},
		Documents: documents,
	}, asOf)
}

func TestListsArePagedByFifty(t *testing.T) {
	for _, test := range []struct{ opinions, pages, last int }{{0, 1, 0}, {1, 1, 1}, {49, 1, 49}, {50, 1, 50}, {51, 2, 1}, {100, 2, 50}, {101, 3, 1}} {
		t.Run(fmt.Sprint(test.opinions), func(t *testing.T) {
			s := siteFor(t, briefFor(t, assembled(opinionsOf(test.opinions)...), nil))
			path := func(page int) string {
				if page == 1 {
					return "avis/index.html"
				}
				return fmt.Sprintf("avis/page-%d/index.html", page)
			}
			if _, ok := s.Find(path(test.pages + 1)); ok {
				t.Errorf("there is a page %d", test.pages+1)
			}
			last := making(t, s, path(test.pages))
			if cards := strings.Count(last, `<li class="card">`); cards != test.last {
				t.Errorf("the last page has %d cards, want %d", cards, test.last)
			}
			if paged := strings.Contains(last, "Pages de la liste"); paged != (test.pages > 1) {
				t.Errorf("the last page has a pagination: %v", paged)
			}
			if test.pages > 1 && !strings.Contains(last, fmt.Sprintf("<title>Avis — page %d sur %d — Conseil de Valclair</title>", test.pages, test.pages)) {
				t.Error("the title does not tell the page")
			}
		})
	}
}

func TestFacetsAreListsOfTheirOwn(t *testing.T) {
	s := siteFor(t, briefFor(t, assembled(opinionsOf(5)...), nil))
	for path, want := range map[string][]string{
		"avis/index.html": {
			`<a href="/avis/annee-2024/">2024 (5)</a>`, `<a href="/avis/theme-inclusion/">Inclusion (3)</a>`,
			`<a href="/avis/etat-adopte/">adopté (5)</a>`, `<a href="/avis/type-avis/">avis (5)</a>`,
		},
		"avis/theme-donnees/index.html": {
			`<h1>Avis sur le thème « Données »</h1>`, `<a href="/avis/theme-donnees/" aria-current="page">Données (2)</a>`,
			`<a href="/avis/">Tous les avis (5)</a>`, `2 textes`,
		},
		"avis/annee-2024/index.html": {`<h1>Avis de 2024</h1>`},
	} {
		page := plain(making(t, s, path))
		for _, text := range want {
			if !strings.Contains(page, text) {
				t.Errorf("%s: no %q", path, text)
			}
		}
	}
	if _, ok := s.Find("avis/theme-vide/index.html"); ok {
		t.Error("a theme without an opinion has a list")
	}
}

func TestMembersAreGroupedByWhetherTheySit(t *testing.T) {
	member := func(id, family string, mandates ...council.Mandate) *council.Member {
		return &council.Member{Entry: council.Entry{ID: id}, Name: id + " " + family, FamilyName: family, Mandates: mandates}
	}
	date := func(year int16) council.Date { return council.Date{Year: year} }
	s := siteFor(t, briefFor(t, assembled(
		member("ada", "Zola", council.Mandate{Body: "cercle", Start: date(2024)}),
		member("bea", "Évrard", council.Mandate{Body: "conseil", Start: date(2020)}, council.Mandate{Body: "cercle", Start: date(2018), End: date(2019)}),
		member("cid", "Arno", council.Mandate{Body: "cercle", Start: date(2018), End: date(2019)}),
		member("dan", "Brun"),
	), nil))
	inOrder(t, making(t, s, "membres/index.html"), "Siègent aujourd’hui", "bea", "ada", "Ont siégé", "cid", "Sans mandat", "dan")
	inOrder(t, making(t, s, "membres/instance-cercle/index.html"), "Siègent aujourd’hui", "ada", "Ont siégé", "cid", "bea")
	inOrder(t, making(t, s, "membres/lettre-e/index.html"), "Membres dont le nom commence par E", "bea")
}

// inOrder requires texts to follow one another in the main part of a page.
func inOrder(t *testing.T, page string, texts ...string) {
	t.Helper()
	_, rest, _ := strings.Cut(page, "<main")
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			t.Fatalf("no %q, or not after what goes before, in\n%s", text, page)
		}
		rest = after
	}
}

func TestTheRegisterSaysWhatIsLate(t *testing.T) {
	opinion := &council.Opinion{
		Entry: council.Entry{ID: "2024-01"}, Title: "Données", Kind: "opinion", Status: "adopted", AdoptedOn: council.Date{Year: 2024},
		Recommendations: []council.Recommendation{
			{ID: "r1", Text: "Publier", Due: council.Date{Year: 2024}, Addressee: council.Self, Updates: []council.Update{{On: council.Date{Year: 2024, Month: 9}, Status: council.Accepted, Evidence: "https://e.example/"}}},
			{ID: "r2", Text: "Former", Due: council.Date{Year: 2025}},
			{ID: "r3", Text: "Ouvrir", Due: council.Date{Year: 2024}, Status: council.Done},
		},
	}
	s := siteFor(t, briefFor(t, assembled(opinion), nil))
	inOrder(t, making(t, s, "recommandations/index.html"),
		"3 recommandations", `<a href="/avis/2024-01/#r1">Publier</a>`, "acceptée", "en retard", "Conseil de Valclair", "2024", "septembre 2024", `<a href="https://e.example/" rel="external">Voir la preuve</a>`,
		"Former", "proposée", "Ouvrir", "réalisée")
	late := making(t, s, "recommandations/en-retard/index.html")
	if strings.Contains(late, "Former") || strings.Contains(late, "Ouvrir") || !strings.Contains(late, "Publier") {
		t.Error("the late ones are not Publier alone")
	}
	if _, ok := s.Find("recommandations/etat-refusee/index.html"); ok {
		t.Error("a state without a recommendation has a list")
	}
}

// What a card was made from is noted by every page that shows it, not by the
// first alone.
func TestEveryPageNotesWhatItsCardsWereMadeFrom(t *testing.T) {
	member := &council.Member{Entry: council.Entry{ID: "ada"}, Name: "Ada Zola", Mandates: []council.Mandate{{Body: "cercle", Role: "member"}}}
	s := siteFor(t, briefFor(t, assembled(member), nil))
	for _, path := range []string{"membres/index.html", "membres/instance-conseil/index.html", "membres/lettre-a/index.html"} {
		reads, err := s.MakeNoting(new(bytes.Buffer), path)
		if err != nil {
			t.Fatal(err)
		}
		for _, read := range []council.Read{{Collection: "members", ID: "*"}, {Collection: "roles", ID: "member"}} {
			if _, noted := reads.All()[read]; !noted {
				t.Errorf("%s does not note %v", path, read)
			}
		}
	}
}

var titleOf = regexp.MustCompile(`<title>(.*?)</title>`)

// No two pages of a site share a title, so that a history, a tab or a screen
// reader tells them apart.
func TestNoTwoPagesShareATitle(t *testing.T) {
	s := siteFor(t, briefFor(t, assembled(opinionsOf(101)...), nil))
	titles := make(map[string][]string)
	for _, file := range s.Files() {
		if title := titleOf.FindStringSubmatch(making(t, s, file.Path)); title != nil {
			titles[title[1]] = append(titles[title[1]], file.Path)
		}
	}
	for title, paths := range titles {
		if len(paths) > 1 {
			t.Errorf("%q is the title of %q", title, paths)
		}
	}
}

// The words of addresses, once published, do not change.
func TestAddressesOfFacets(t *testing.T) {
	s := siteFor(t, briefFor(t, assembled(opinionsOf(1)...), nil))
	want := []string{"avis/annee-2024/index.html", "avis/etat-adopte/index.html", "avis/index.html", "avis/theme-inclusion/index.html", "avis/type-avis/index.html"}
	var got []string
	for _, path := range s.Paths() {
		if strings.HasPrefix(path, "avis/") && !strings.HasPrefix(path, "avis/2024-") {
			got = append(got, path)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
