package page

import (
	"os"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
)

func TestRecommendationsAreCalledByNumber(t *testing.T) {
	for _, test := range []struct{ ids, want string }{
		{"r1 r2 r3", "1 2 3"},
		{"r1 r2 r4", "1 2 4"}, // the third is gone; the fourth was cited as such
		{"budget formation", "1 2"},
		{"r2 annexe", "1 2"},
	} {
		page := &opinionPage{Opinion: &council.Opinion{}}
		for id := range strings.FieldsSeq(test.ids) {
			page.Recommendations = append(page.Recommendations, council.Recommendation{ID: council.ID(id)})
		}
		var numbers []string
		for i := range page.Recommendations {
			numbers = append(numbers, page.NumberOf(i))
		}
		if got := strings.Join(numbers, " "); got != test.want {
			t.Errorf("%s: %s, want %s", test.ids, got, test.want)
		}
	}
}

// An opinion reads as a document of record.
func TestAnOpinionIsADocumentOfRecord(t *testing.T) {
	page := plain(making(t, siteOf(t, os.DirFS("../../../content"), "2026-11-22"), "avis/2024-03/index.html"))
	inOrder(t, page, "<h1", "En clair", "Saisine</dt><dd>autosaisine", "Date d’adoption", "Rapport confié à",
		`<h2 id="Vote">`, "À la majorité : 12 voix pour, 0 contre, 1 abstention.", `role="img"`, "Décompte des voix",
		`<h2 id="Text">`, `<h3 id="s-constats">`, "Recommandation 1</h3>", "Suivi</dt>",
		`<h2 id="Responses">`, "Remis à : ", "Réponse de : ", "Auditions</h2>", "Documents joints</h2>",
		`<h2 id="Cite">`, "« Les oubliés du formulaire », Rapport n° 2024-03, ", "https://fanal.aubrelle.example/avis/2024-03/", "Signaler une erreur")
	_, contents, _ := strings.Cut(page, `<nav class="contents"`)
	contents, _, _ = strings.Cut(contents, "</nav>")
	if n := strings.Count(contents, "<li>"); n > 8 {
		t.Errorf("the table of contents has %d entries", n)
	}
}

// Before a session, how to attend; after it, who was there and what was decided.
func TestASessionAnswersBeforeAndAfter(t *testing.T) {
	s := siteOf(t, os.DirFS("../../../content"), "2026-11-22")
	coming := plain(making(t, s, "seances/2026-12-03/index.html"))
	inOrder(t, coming, "jeudi 3 décembre 2026", `<a href="/seances/2026-12-03/calendar.ics">`, "à venir", "Comment y assister", "Ouverte à toutes et à tous.", "Ordre du jour</h2>")
	past := plain(making(t, s, "seances/2026-06-11/index.html"))
	inOrder(t, past, "tenue", "Ordre du jour et décisions", "Décision : adopté", "20 membres sur 23", "Compte rendu")
	for _, wrong := range []string{"Comment y assister", "2026-06-11/calendar.ics"} {
		if strings.Contains(past, wrong) {
			t.Errorf("a session that was held says %q", wrong)
		}
	}
}

// The menu of the demonstration council can be taken in at a glance; everything
// else is one link away.
func TestTheMenuIsShort(t *testing.T) {
	page := making(t, siteOf(t, os.DirFS("../../../content"), "2026-11-22"), "index.html")
	_, menu, _ := strings.Cut(page, `<nav class="menu"`)
	menu, _, _ = strings.Cut(menu, "</nav>")
	if n := strings.Count(menu, "<li>"); n > 7 {
		t.Errorf("%d entries", n)
	}
	_, footer, _ := strings.Cut(page, "<footer>")
	both := menu + footer
	if missing := slices.DeleteFunc([]string{"/membres/", "/seances/", "/ateliers/", "/avis/", "/recommandations/", "/actualites/", "/documents/",
		"/composition/", "/chiffres/", "/conformite/", "/chronologie/", "/glossaire/", "/donnees/", "/recherche/", "/plan-du-site/"},
		func(address string) bool { return strings.Contains(both, `href="`+address+`"`) }); len(missing) > 0 {
		t.Errorf("neither the menu nor the foot of the page leads to %v", missing)
	}
}

func TestTheAnswerToAWrongAddressDoesNotNameItsOwn(t *testing.T) {
	if page := making(t, siteOf(t, os.DirFS("../../../content"), "2026-11-22"), "404.html"); strings.Contains(page, "404.html") {
		t.Error("it prints an address that nobody asked for")
	}
}
