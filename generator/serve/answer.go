package serve

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// An answer is what a state has to say about an address.
type answer struct {
	status    int
	mediaType string
	body      []byte
	location  string // of a redirection
	tag       string // differs when a page looks different
}

// answer finds what is at an address, and makes it.
func (s *Server) answer(st *state, address string) answer {
	path, below := strings.CutPrefix(address, s.Base+"/")
	switch {
	case st.version == nil:
		return s.bare(st, http.StatusServiceUnavailable, address, "")
	case !below && address == "/":
		return redirection(s.Base + "/")
	case !below:
		return s.notFound(st, address)
	case path == "" || strings.HasSuffix(path, "/"):
		path += "index.html"
	}
	if _, there := st.version.site.Find(path); there {
		return s.file(st, http.StatusOK, path, address)
	}
	if _, there := st.version.site.Find(path + "/index.html"); there {
		return redirection(address + "/")
	}
	return s.notFound(st, address)
}

func (s *Server) notFound(st *state, address string) answer {
	if _, there := st.version.site.Find("404.html"); there {
		return s.file(st, http.StatusNotFound, "404.html", address)
	}
	return s.bare(st, http.StatusNotFound, address, "")
}

// redirection leads to an address that is known to be one of the site's.
func redirection(address string) answer {
	location := (&url.URL{Path: address}).EscapedPath()
	return answer{status: http.StatusPermanentRedirect, location: location, tag: location}
}

// file makes a file of the site; a page gets its bar.
func (s *Server) file(st *state, status int, path, address string) answer {
	made, err := st.version.make(path)
	if err != nil {
		return s.bare(st, http.StatusInternalServerError, address, err.Error())
	}
	file, _ := st.version.site.Find(path)
	if !strings.HasPrefix(file.MediaType, "text/html") {
		return answer{status: status, mediaType: file.MediaType, body: made.bytes}
	}
	return s.page(st, status, made.bytes, address, s.bar(st, address, file.From, !st.isPublic(path)))
}

// page puts the preview's own elements at the end of a page.
func (s *Server) page(st *state, status int, text []byte, address string, bar []byte) answer {
	tag := tagOf(status, text, bar, s.pictures(st, text))
	end := bytes.LastIndex(text, []byte("</body>"))
	if end < 0 {
		end = len(text)
	}
	var b bytes.Buffer
	b.Grow(len(text) + len(bar) + 512)
	b.Write(text[:end])
	b.Write(bar)
	b.Write(script(address, tag, st.drafts))
	b.Write(text[end:])
	return answer{status: status, mediaType: "text/html; charset=utf-8", body: b.Bytes(), tag: tag}
}

func tagOf(status int, parts ...[]byte) string {
	sum := sha256.New()
	fmt.Fprintln(sum, status)
	for _, part := range parts {
		fmt.Fprintln(sum, len(part))
		sum.Write(part)
	}
	return base64.RawURLEncoding.EncodeToString(sum.Sum(nil)[:12])
}

var source = regexp.MustCompile(`\ssrc="?([^"\s>]+)`)

// pictures are the sums of the site's files that a page shows: they may change
// under the same name.
func (s *Server) pictures(st *state, text []byte) []byte {
	if st.version == nil {
		return nil
	}
	var sums []byte
	for _, match := range source.FindAllSubmatch(text, -1) {
		path, below := strings.CutPrefix(string(match[1]), s.Base+"/")
		path, err := url.PathUnescape(path)
		if _, there := st.version.site.Find(path); below && there && err == nil {
			sum := st.version.sum(path)
			sums = append(sums, sum[:]...)
		}
	}
	return sums
}

// reply writes an answer.
func (s *Server) reply(w http.ResponseWriter, r *http.Request, a answer) {
	header := w.Header()
	switch {
	case a.location != "":
		if r.URL.RawQuery != "" {
			a.location += "?" + r.URL.RawQuery
		}
		header.Set("Location", a.location)
		header.Set("Content-Length", "0")
		w.WriteHeader(a.status)
	case a.status == http.StatusOK:
		header.Set("Content-Type", a.mediaType)
		http.ServeContent(w, r, "", noTime, bytes.NewReader(a.body)) // parts of recordings too
	default:
		header.Set("Content-Type", a.mediaType)
		header.Set("Content-Length", strconv.Itoa(len(a.body)))
		w.WriteHeader(a.status)
		_, _ = w.Write(a.body)
	}
}
