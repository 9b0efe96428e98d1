package serve

import (
	"net/http"
	"strings"
	"testing"
)

func host(name string) func(*http.Request) { return func(r *http.Request) { r.Host = name } }

func header(name, value string) func(*http.Request) {
	return func(r *http.Request) { r.Header.Set(name, value) }
}

func TestOnlyThisMachinesNamesAreAnswered(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	port := p.address[strings.LastIndexByte(p.address, ':'):]
	for _, name := range []string{"127.0.0.1" + port, "localhost" + port, "[::1]" + port} {
		p.wantStatus("/", http.StatusOK, host(name))
	}
	for _, name := range []string{
		"evil.example" + port, "evil.example", "127.0.0.1", "localhost", "localhost:1", "localhost" + port + ".evil.example",
		"localhost.evil.example" + port, "0.0.0.0" + port, "[::]" + port, "user@localhost" + port, "10.0.0.1" + port,
	} {
		for _, path := range []string{"/", "/.greffe/reload.js", "/.greffe/events"} {
			p.wantStatus(path, http.StatusForbidden, host(name))
		}
	}
}

func TestOtherSitesAreRefused(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	p.wantStatus("/", http.StatusOK, header("Origin", p.address))
	for _, origin := range []string{"https://evil.example", "null", "http://localhost:1", strings.Replace(p.address, "http", "https", 1)} {
		for _, path := range []string{"/", "/.greffe/events"} {
			p.wantStatus(path, http.StatusForbidden, header("Origin", origin))
		}
	}
	// A picture or a script of another page bears no Origin.
	for _, site := range []string{"cross-site", "same-site"} {
		p.wantStatus("/", http.StatusForbidden, header("Sec-Fetch-Site", site), header("Sec-Fetch-Mode", "no-cors"))
		p.wantStatus("/", http.StatusOK, header("Sec-Fetch-Site", site), header("Sec-Fetch-Mode", "navigate"), header("Sec-Fetch-Dest", "document")) // a link
		p.wantStatus("/", http.StatusForbidden, header("Sec-Fetch-Site", site), header("Sec-Fetch-Mode", "navigate"), header("Sec-Fetch-Dest", "iframe"))
	}
	p.wantStatus("/", http.StatusOK, header("Sec-Fetch-Site", "same-origin"), header("Sec-Fetch-Mode", "no-cors"))
}

func TestOnlyQuestionsAreAnswered(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x")})
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "INVENTED"} {
		for _, path := range []string{"/", "/.greffe/events"} {
			response, _ := p.request(method, path)
			if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET, HEAD" {
				t.Errorf("%s %s: %d, Allow %q", method, path, response.StatusCode, response.Header.Get("Allow"))
			}
		}
	}
}

func TestEveryAnswerIsGuarded(t *testing.T) {
	p := showing(t, map[string]string{"index.html": page("x"), "avis/index.html": page("y"), "avis/a/index.html": "panic"})
	for _, path := range []string{"/", "/avis", "/avis/a/", "/nothing", "/.greffe/reload.js", "/.greffe/preview.css"} {
		response, _ := p.request(http.MethodGet, path)
		for name, want := range map[string]string{
			"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin",
		} {
			if got := response.Header.Get(name); got != want {
				t.Errorf("%s: %s: %q, want %q", path, name, got, want)
			}
		}
		for name := range response.Header {
			if strings.HasPrefix(name, "Access-Control-") {
				t.Errorf("%s: %s", path, name)
			}
		}
	}
}
