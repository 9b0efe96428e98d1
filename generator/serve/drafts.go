package serve

import (
	"errors"
	"net/http"
	"strings"
	"sync"
)

// draftsCookie remembers whether drafts are shown, until the browser is closed.
const draftsCookie = "greffe-drafts"

// drafted makes the version with drafts of the site that was just loaded, when
// somebody first asks.
func (s *Server) drafted() func() (*version, error) {
	if s.WithDrafts == nil {
		return nil
	}
	load := s.WithDrafts()
	if load == nil {
		return nil
	}
	return sync.OnceValues(func() (v *version, err error) {
		defer func() {
			if reason := recover(); reason != nil {
				err = errors.New(panicked(reason))
			}
		}()
		loaded, err := load()
		if err != nil {
			return nil, err
		}
		return newVersion(loaded), nil
	})
}

// seen is the state as whoever asks wants to see it: with drafts or without.
func (st *state) seen(drafts bool) *state {
	if !drafts {
		return st
	}
	seen := *st
	seen.drafts = true
	if st.drafted == nil {
		return &seen
	}
	with, err := st.drafted()
	if err != nil {
		seen.failure = err.Error()
		return &seen
	}
	seen.version, seen.public = with, st.version
	return &seen
}

func (s *Server) wantsDrafts(r *http.Request) bool {
	if cookie, err := r.Cookie(draftsCookie); err == nil {
		return cookie.Value == "yes"
	}
	return s.Drafts
}

// isPublic tells whether everybody will see the file.
func (st *state) isPublic(path string) bool {
	if st.public == nil {
		return true
	}
	_, there := st.public.site.Find(path)
	return there
}

// choose remembers whether drafts are shown, and goes back to the page on which
// that was asked. It is refused to a link on another site: what is shown is
// nobody else's to choose.
func (s *Server) choose(w http.ResponseWriter, r *http.Request) {
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
	default:
		s.refuse(w, http.StatusForbidden, "overlay.forbidden")
		return
	}
	query := r.URL.Query()
	back := query.Get("back")
	if !strings.HasPrefix(back, "/") || strings.HasPrefix(back, "//") || strings.ContainsAny(back, "\\\r\n") {
		back = s.Base + "/"
	}
	value := "no"
	if query.Get("show") == "yes" {
		value = "yes"
	}
	http.SetCookie(w, &http.Cookie{Name: draftsCookie, Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	found := redirection(back)
	w.Header().Set("Location", found.location)
	w.WriteHeader(http.StatusSeeOther)
}
