package serve

import (
	"bytes"
	"errors"
	"net/http"
	"strings"
	"testing"
)

func TestAddressesLeadToFiles(t *testing.T) {
	p := showing(t, map[string]string{
		"index.html": page("accueil"), "404.html": page("introuvable"),
		"avis/index.html": page("les avis"), "avis/a/index.html": page("un avis"), "logo é.png": "png",
	})
	for _, test := range []struct {
		path   string
		status int
		text   string
	}{
		{"/", 200, "accueil"},
		{"/index.html", 200, "accueil"},
		{"/avis/", 200, "les avis"},
		{"/avis/?page=2", 200, "les avis"},
		{"/avis/a/", 200, "un avis"},
		{"/logo%20%C3%A9.png", 200, "png"},
		{"/avis/b/", 404, "introuvable"},
		{"/avis/index.html/", 404, "introuvable"},
		{"/avis/a/x", 404, "introuvable"},
	} {
		response, body := p.request(http.MethodGet, test.path)
		if response.StatusCode != test.status || !strings.Contains(body, test.text) {
			t.Errorf("%s: %d %q, want %d %q", test.path, response.StatusCode, body, test.status, test.text)
		}
	}
}

func TestNothingButTheSiteIsServed(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	for _, path := range []string{
		"/../serve.go", "/..%2fserve.go", "/%2e%2e/serve.go", "/.git/config", "/.env", "/.greffe", "/.greffe/", "/.greffe/bar.html",
		"/.greffe/../answer.go", "/preview/bar.html", "//evil.example", "//evil.example/..", "/%00", "/C:%5Cx", "/etc/passwd", "/serve.go",
	} {
		// As it is: a client of Go's would clean it first.
		answer, err := p.send(ask(http.MethodGet, path, strings.TrimPrefix(p.address, "http://")))
		if err != nil || !strings.HasPrefix(answer, "HTTP/1.1 404 ") {
			t.Errorf("GET %s: %.40q, %v; want 404", path, answer, err)
		}
	}
}

func TestAMissingSlashIsARedirection(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x"), "avis/été/index.html": page("y")})
	for path, want := range map[string]string{
		"/avis/%C3%A9t%C3%A9":     "/avis/%C3%A9t%C3%A9/",
		"/avis/%C3%A9t%C3%A9?n=1": "/avis/%C3%A9t%C3%A9/?n=1",
	} {
		response, _ := p.request(http.MethodGet, path)
		if response.StatusCode != http.StatusPermanentRedirect || response.Header.Get("Location") != want {
			t.Errorf("%s: %d to %q, want 308 to %q", path, response.StatusCode, response.Header.Get("Location"), want)
		}
	}
}

func TestHeadIsGetWithoutABody(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x"), "avis/index.html": page("y"), "logo.png": "png"})
	for _, path := range []string{"/", "/avis", "/logo.png", "/nothing/", "/.greffe/reload.js", "/.greffe/events"} {
		head, body := p.request(http.MethodHead, path)
		if body != "" {
			t.Errorf("%s: HEAD has a body", path)
		}
		if path == "/.greffe/events" { // GET would not end
			continue
		}
		get, _ := p.request(http.MethodGet, path)
		for _, name := range []string{"Content-Type", "Content-Length", "Location"} {
			if head.Header.Get(name) != get.Header.Get(name) {
				t.Errorf("%s: %s: HEAD %q, GET %q", path, name, head.Header.Get(name), get.Header.Get(name))
			}
		}
		if head.StatusCode != get.StatusCode {
			t.Errorf("%s: HEAD %d, GET %d", path, head.StatusCode, get.StatusCode)
		}
	}
}

func TestASiteMayStandBelowItsHostsRoot(t *testing.T) {
	p := newPreview(t, map[string]string{"index.html": page("accueil"), "avis/index.html": page("les avis")})
	p.Base = "/conseil"
	p.Refresh()
	p.wantIn(p.get("/conseil/avis/"), "les avis")
	p.wantStatus("/avis/", http.StatusNotFound)
	p.wantStatus("/conseils/", http.StatusNotFound)
	for path, want := range map[string]string{"/": "/conseil/", "/conseil/avis": "/conseil/avis/"} {
		if response, _ := p.request(http.MethodGet, path); response.Header.Get("Location") != want {
			t.Errorf("%s leads to %q, want %q", path, response.Header.Get("Location"), want)
		}
	}
}

func TestAFileIsMadeWhenAskedAndOnceForASite(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x"), "big.png": strings.Repeat("x", largest+1)})
	if p.making != 0 {
		t.Error("a file was made before anybody asked")
	}
	p.get("/")
	p.get("/")
	if p.making != 1 {
		t.Errorf("made %d times, want once", p.making)
	}
	p.Refresh()
	p.get("/")
	if p.making != 2 {
		t.Errorf("made %d times for two sites", p.making)
	}
	p.get("/big.png")
	p.get("/big.png")
	if p.making != 4 {
		t.Error("a large file was kept in memory")
	}
}

func TestPartsOfARecordingCanBeAskedFor(t *testing.T) {
	p := showing(t, map[string]string{"logo.png": "0123456789"})
	response, body := p.request(http.MethodGet, "/logo.png", header("Range", "bytes=2-4"))
	if response.StatusCode != http.StatusPartialContent || body != "234" {
		t.Errorf("%d %q", response.StatusCode, body)
	}
}

func TestAPageThatCannotBeMadeSaysWhyAndHarmsNoOther(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x"), "a/index.html": "error", "b/index.html": "panic"})
	for path, reason := range map[string]string{"/a/": "the layout has no such field", "/b/": "panic: out of range"} {
		response, body := p.request(http.MethodGet, path)
		if response.StatusCode != http.StatusInternalServerError {
			t.Errorf("%s: %d, want 500", path, response.StatusCode)
		}
		p.wantIn(body, reason, "Cette page n&#39;a pas pu être faite")
	}
	p.wantStatus("/", http.StatusOK)

	tab := p.open("/a/")
	p.change(func() { p.files["a/index.html"] = page("mended") })
	tab.wantChanged()
	p.wantIn(p.get("/a/"), "mended")
}

func TestAPanicWhileLoadingIsAFailureLikeOthers(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("the last good one")})
	load := p.Load
	p.Load = func() (loaded siteOf, found foundOf, err error) { panic("index out of range") }
	p.Refresh()
	p.wantIn(p.get("/"), "the last good one", "panic: index out of range", "Le site n&#39;a pas pu être fait")
	p.Load = load
	p.Refresh()
	p.wantNotIn(p.get("/"), "panic")
}

func TestWithoutASiteThePageWaitsForOne(t *testing.T) {
	p := newPreview(t, map[string]string{"index.html": page("at last")})
	p.wantStatus("/", http.StatusServiceUnavailable)
	tab := p.open("/")

	p.change(func() { p.err = errors.New("the disk <burns>") })
	tab.wantChanged()
	response, body := p.request(http.MethodGet, "/avis/")
	if response.StatusCode != http.StatusServiceUnavailable {
		t.Errorf("status %d, want 503", response.StatusCode)
	}
	p.wantIn(body, "the disk &lt;burns&gt;", "Aucune version sans erreur")

	p.breaks("opinions/a.md")
	tab.wantChanged()
	p.wantIn(p.get("/"), "opinions/a.md:3:15", "Aucune version sans erreur")

	p.mends()
	tab.wantChanged()
	p.wantIn(p.get("/"), "at last")
}

func TestThePreviewsElementsAreNotInTheSite(t *testing.T) {
	p := showing(t, map[string]string{"avis/a/index.html": page("x")})
	p.wantIn(p.get("/avis/a/"), "/.greffe/reload.js", "greffe-preview")
	loaded, _, err := p.load()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := loaded.Make(&b, "avis/a/index.html"); err != nil || b.String() != page("x") {
		t.Errorf("%v %s", err, &b)
	}
}

func TestOnlyPagesBearThePreviewsElements(t *testing.T) {
	p := showing(t, map[string]string{"logo.png": "bytes", "a.html": "no end", "b.html": "<body>a </body> b</body></html>"})
	if body := p.get("/logo.png"); body != "bytes" {
		t.Errorf("logo.png is %q", body)
	}
	if body := p.get("/a.html"); !strings.HasPrefix(body, "no end<link") || strings.Count(body, "<script") != 1 {
		t.Errorf("a.html is %s", body)
	}
	if body := p.get("/b.html"); !strings.HasPrefix(body, "<body>a </body> b<link") || !strings.HasSuffix(body, "</body></html>") {
		t.Errorf("b.html is %s", body)
	}
}
