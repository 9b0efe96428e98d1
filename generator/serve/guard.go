package serve

import (
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
)

// names are those that this machine calls itself.
var names = []string{"127.0.0.1", "localhost", "::1"}

// guard refuses whoever is not this machine's user, looking at the preview. It
// guards every answer, and sees to it that none outlives the moment or is taken
// for something else.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		header := w.Header()
		header.Set("Cache-Control", "no-store")
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Cross-Origin-Resource-Policy", "same-origin")
		header.Set("Referrer-Policy", "same-origin")
		switch {
		case r.URL.IsAbs() || !ownHost(r) || foreign(r): // a preview is no proxy
			header.Set("Connection", "close") // a page with a thousand names holds nothing
			s.refuse(w, http.StatusForbidden, "overlay.forbidden")
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			header.Set("Allow", "GET, HEAD")
			s.refuse(w, http.StatusMethodNotAllowed, "overlay.method")
		case r.ContentLength != 0: // no browser asks so; a body may hide another request
			header.Set("Connection", "close")
			s.refuse(w, http.StatusBadRequest, "overlay.method")
		default:
			next.ServeHTTP(w, r)
		}
	})
}

func (s *Server) refuse(w http.ResponseWriter, status int, key string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(s.Words.Say(key) + "\n"))
}

// ownHost tells whether a request names this machine and the port on which it
// came. A page of another site whose name leads here bears that site's name.
func ownHost(r *http.Request) bool {
	local, ok := r.Context().Value(http.LocalAddrContextKey).(*net.TCPAddr)
	if !ok {
		return false
	}
	at := url.URL{Host: r.Host}
	port := at.Port()
	if port == "" {
		port = "80"
	}
	return port == strconv.Itoa(local.Port) && slices.Contains(names, at.Hostname())
}

// foreign tells whether another site asks. A link to the preview may be
// followed from anywhere, to a window of its own; nothing else of it may be had
// from elsewhere.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	window := r.Header.Get("Sec-Fetch-Dest") // or the frame, or the object, of another page
	return r.Header.Get("Sec-Fetch-Mode") != "navigate" || window != "" && window != "document"
}
