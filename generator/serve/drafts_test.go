package serve

import (
	"errors"
	"html"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"greffe/generator/diagnostic"
	"greffe/generator/site"
)

// drafting is a preview whose site with drafts has one page more.
func drafting(t *testing.T) (p *preview, asked *int) {
	t.Helper()
	p = newPreview(t, map[string]string{"index.html": page("accueil")})
	asked = new(int)
	p.WithDrafts = func() func() (*site.Site, error) {
		return func() (*site.Site, error) {
			*asked++
			draft := newPreview(t, map[string]string{"index.html": page("accueil"), "avis/brouillon/index.html": page("un brouillon")})
			made, _, err := draft.load()
			return made, err
		}
	}
	p.Refresh()
	return p, asked
}

func showsDrafts(r *http.Request) { r.AddCookie(&http.Cookie{Name: draftsCookie, Value: "yes"}) }

func TestDraftsAreShownOnDemandOnly(t *testing.T) {
	p, asked := drafting(t)
	p.wantStatus("/avis/brouillon/", http.StatusNotFound)
	p.wantIn(p.get("/"), "Montrer les brouillons", `value="/"`)
	if *asked != 0 {
		t.Error("the site with drafts was made for nobody")
	}

	response, _ := p.request(http.MethodGet, draftsAddress+"?show=yes&back=/avis/brouillon/")
	if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/avis/brouillon/" {
		t.Errorf("%d to %q", response.StatusCode, response.Header.Get("Location"))
	}
	cookie := response.Cookies()[0]
	if cookie.Value != "yes" || cookie.MaxAge != 0 || !cookie.Expires.IsZero() || cookie.SameSite != http.SameSiteStrictMode {
		t.Errorf("the choice is kept as %v", cookie)
	}
	chosen := func(r *http.Request) { r.AddCookie(cookie) }
	_, body := p.request(http.MethodGet, "/avis/brouillon/", chosen)
	p.wantIn(body, "un brouillon", "Cacher les brouillons", "cette page n&#39;est pas publiée")
	_, body = p.request(http.MethodGet, "/", chosen)
	p.wantNotIn(body, "pas publiée")
	if *asked != 1 {
		t.Errorf("the site with drafts was made %d times", *asked)
	}
	p.wantStatus("/avis/brouillon/", http.StatusNotFound)
}

func TestTheCommandMayShowDraftsFromTheStart(t *testing.T) {
	p, _ := drafting(t)
	p.Drafts = true
	p.wantStatus("/avis/brouillon/", http.StatusOK)
	p.wantStatus("/avis/brouillon/", http.StatusNotFound, func(r *http.Request) { r.AddCookie(&http.Cookie{Name: draftsCookie, Value: "no"}) })
}

// A browser that follows a link from elsewhere keeps the cookie back, and again
// when the page reloads itself, but sends it with the stream: a page that was
// told to reload because of that would do so for ever.
func TestAPageIsToldOfItselfWhateverTheStreamsCookieSays(t *testing.T) {
	p, _ := drafting(t)
	p.Drafts = true
	hidden := func(r *http.Request) { r.AddCookie(&http.Cookie{Name: draftsCookie, Value: "no"}) }
	streamOfPage := func() string {
		_, body := p.request(http.MethodGet, "/", hidden)
		return html.UnescapeString(streamOf.FindStringSubmatch(body)[1])
	}
	tab := p.stream(streamOfPage())
	p.change(func() { p.files["index.html"] = page("un autre accueil") })
	tab.wantChanged()
	want, err := url.Parse(streamOfPage())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimPrefix(<-tab.lines, "data: "); got != want.Query().Get("tag") {
		t.Errorf("told of %s, and the page is now %s", got, want.Query().Get("tag"))
	}
	_, body := p.request(http.MethodGet, "/", showsDrafts)
	p.wantIn(streamOf.FindString(body), "drafts=yes")
}

func TestNobodyElseChoosesWhatIsShown(t *testing.T) {
	p, _ := drafting(t)
	p.wantStatus(draftsAddress+"?show=yes", http.StatusForbidden, func(r *http.Request) {
		r.Header.Set("Sec-Fetch-Site", "cross-site")
		r.Header.Set("Sec-Fetch-Mode", "navigate")
	})
	for _, back := range []string{"//evil.example/", `/\evil.example/`, "https://evil.example/", "", "/%0d%0aX:y"} {
		response, _ := p.request(http.MethodGet, draftsAddress+"?show=yes&back="+back)
		if to := response.Header.Get("Location"); to != "/" {
			t.Errorf("back to %q leads to %q", back, to)
		}
	}
}

func TestDraftsThatCannotBeMadeAreSaid(t *testing.T) {
	p, _ := drafting(t)
	for _, fault := range []func() (*site.Site, error){
		func() (*site.Site, error) { return nil, errors.New("une page manque") },
		func() (*site.Site, error) { panic("une page manque") },
	} {
		p.WithDrafts = func() func() (*site.Site, error) { return fault }
		p.Refresh()
		_, body := p.request(http.MethodGet, "/", showsDrafts)
		p.wantIn(body, "accueil", "une page manque")
	}
}

func TestPlacesOpenInTheEditor(t *testing.T) {
	p := showing(t, map[string]string{"avis/a/index.html": page("un avis")})
	p.Editor = func(file string, line, column int) string {
		return strings.Join([]string{"edit://", file, string(rune('0' + line)), string(rune('0' + column))}, ":")
	}
	p.wantIn(p.get("/avis/a/"), `href="edit://:opinions/a.md:0:0"`)
	p.change(func() {
		p.err = errContent
		p.found = diagnostic.List{{
			Position: diagnostic.Position{File: "opinions/a.md", Line: 2, Column: 3}, Severity: diagnostic.Error, Rule: "unknown-key",
			Args: diagnostic.Args{"key": "titel"}, Fix: &diagnostic.Fix{Line: 2, Column: 3, Old: "titel", New: "title"},
		}}
	})
	p.wantIn(p.get("/avis/a/"), `href="edit://:opinions/a.md:2:3"`, "Ouvrir opinions/a.md:2:3", "écrivez « title » au lieu de « titel »")
	p.Editor = nil
	p.wantNotIn(p.get("/avis/a/"), "edit:", "Ouvrir")
}
