package serve

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"greffe/generator/diagnostic"
	"greffe/generator/site"
)

type (
	siteOf  = *site.Site
	foundOf = diagnostic.Findings
)

func TestTheLastGoodPageStaysAndSaysWhatIsWrong(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("accueil"), "avis/a/index.html": page("un avis"), "avis/b/index.html": page("un autre")})
	p.Shown = func(file string) string { return "mon-conseil/" + file }
	p.breaks("opinions/a.md")

	own := p.get("/avis/a/")
	p.wantIn(own, "un avis", "<details open>", "mon-conseil/opinions/a.md:3:15", "erreur", "« amina-benaly » n&#39;existe pas (rapporteurs)",
		"vouliez-vous dire « amina-benali » ?", "[dangling-reference]",
		"rapporteurs: [amina-benaly]\n", strings.Repeat(" ", 14)+"^</span>", "La page montre la dernière version sans erreur.")
	for _, path := range []string{"/", "/avis/b/"} {
		body := p.get(path)
		p.wantIn(body, "<details>", "1 erreur", "mon-conseil/opinions/a.md:3:15")
		p.wantNotIn(body, "<details open>")
	}

	p.mends()
	for _, path := range []string{"/", "/avis/a/"} {
		p.wantNotIn(p.get(path), "amina-benaly", "<details")
	}
}

// An error that stands on no page would be seen by nobody.
func TestAnErrorWithoutAPageIsOpenOnAll(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("accueil")})
	p.breaks("council.yaml")
	p.wantIn(p.get("/"), "<details open>", "council.yaml:3:15")
}

func TestWhatIsShownOfContentIsText(t *testing.T) {
	p := showing(t, map[string]string{"avis/a/index.html": page("x")})
	p.change(func() {
		p.err = errContent
		p.found = diagnostic.List{{
			Position: diagnostic.Position{File: "opinions/<b>.md", Line: 2, Column: 8}, Severity: diagnostic.Error, Rule: "bad-url",
			Args: diagnostic.Args{"value": "<script>alert(1)</script>"},
		}}
	})
	body := p.get("/avis/a/")
	p.wantIn(body, "&lt;script&gt;alert(1)&lt;/script&gt;", "title: &lt;Sur&gt; les données", "opinions/&lt;b&gt;.md:2:8")
	p.wantNotIn(body, "<script>alert", "<Sur>", "<b>")
}

func TestTheBarNamesThePagesFileAndCountsWhatItHas(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("accueil"), "avis/a/index.html": page("a"), "avis/b/index.html": page("b")})
	p.change(func() {
		for i := range 3 {
			p.found.Add(diagnostic.Diagnostic{
				Position: diagnostic.Position{File: "opinions/a.md", Line: i + 1}, Severity: diagnostic.Severity(i % 2), Rule: "unknown-scope",
				Args: diagnostic.Args{"value": fmt.Sprint("value-", i)},
			})
		}
	})
	body := p.get("/avis/a/")
	p.wantIn(body, "Source : opinions/a.md (1 avertissement, 2 informations)", "<details>", "value-0", "value-1")
	body = p.get("/avis/b/")
	p.wantIn(body, "Source : opinions/b.md (rien à signaler)")
	p.wantNotIn(body, "value-", "<details")
	p.wantIn(p.get("/"), "plusieurs fichiers")
}

func TestManyErrorsAreCounted(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	p.change(func() {
		p.err = errContent
		for i := range 120 {
			p.found.Add(diagnostic.Diagnostic{
				Position: diagnostic.Position{File: "a.md", Line: i + 1, Column: 1}, Severity: diagnostic.Error, Rule: "empty-document",
			})
		}
	})
	body := p.get("/")
	if n := strings.Count(body, "[empty-document]"); n != mostShown {
		t.Errorf("%d errors are shown, want %d", n, mostShown)
	}
	p.wantIn(body, "120 erreurs", "70 autres messages")
}

func TestEverySentenceIsInTheCatalogue(t *testing.T) {
	p := newPreview(t, map[string]string{"index.html": page("x"), "a/index.html": "error"})
	texts := []string{p.get("/")}
	p.Refresh()
	for _, path := range []string{"/", "/a/", "/nothing"} {
		texts = append(texts, p.get(path))
	}
	for _, key := range []string{"overlay.forbidden", "overlay.method", "overlay.too-many"} {
		texts = append(texts, p.Words.Say(key))
	}
	p.breaks("opinions/a.md")
	for _, text := range append(texts, p.get("/")) {
		p.wantNotIn(text, "[overlay.", "[command.", "[severities.")
	}
}

func TestAFrameShowsThePlaceInALongLine(t *testing.T) {
	at := diagnostic.Position{Line: 7, Column: 301}
	f := frameOf(at, strings.Repeat("é", 300)+"X"+strings.Repeat("é", 300)+"\r")
	line, caret := []rune(f.Line), strings.IndexByte(f.Caret, '^')
	if len(line) != widest || line[caret] != 'X' {
		t.Errorf("%d characters, caret at %d", len(line), caret)
	}
	for _, odd := range []struct{ column int }{{0}, {1}, {99}} {
		frameOf(diagnostic.Position{Line: 1, Column: odd.column}, "short")
	}
	if f := frameOf(at, "\xff"); f.Number != 0 {
		t.Error("what is not text is shown")
	}
}

func TestOwnFilesAreServed(t *testing.T) {
	p := showing(t, nil)
	for file, mediaType := range ownTypes {
		response, body := p.request(http.MethodGet, ownAddress+file)
		if response.StatusCode != http.StatusOK || response.Header.Get("Content-Type") != mediaType || body == "" {
			t.Errorf("%s: %d %s", file, response.StatusCode, response.Header.Get("Content-Type"))
		}
	}
}
