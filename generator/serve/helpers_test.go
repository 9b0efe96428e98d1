package serve

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/site"
	"greffe/generator/words"
)

// A preview is a server of a site that a test writes by hand.
type preview struct {
	testing.TB
	*Server
	address string

	mutex  sync.Mutex
	files  map[string]string // of the site, by path; opinions/x.md makes avis/x/index.html
	found  diagnostic.List
	err    error
	making int // how often a file was made
}

var errContent = errors.New("the content has errors")

var french = sync.OnceValues(func() (*words.Catalogue, error) {
	return words.Load("fr", nil, os.DirFS("../../layouts"))
})

func newPreview(t *testing.T, files map[string]string) *preview {
	t.Helper()
	catalogue, err := french()
	if err != nil {
		t.Fatal(err)
	}
	p := &preview{TB: t, files: files}
	p.Server = &Server{Load: p.load, Words: catalogue, Source: p.source}
	server := httptest.NewServer(p.Handler())
	t.Cleanup(server.Close)
	p.address = server.URL
	return p
}

// showing is a preview whose site has been loaded.
func showing(t *testing.T, files map[string]string) *preview {
	t.Helper()
	p := newPreview(t, files)
	p.Refresh()
	return p
}

func (p *preview) load() (*site.Site, diagnostic.Findings, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	if p.err != nil || p.found.HasErrors() {
		return nil, diagnostic.NewFindings(p.found), p.err
	}
	var files []site.File
	var documents []council.Documented
	for path, text := range p.files {
		file := site.File{Path: path, MediaType: "text/html; charset=utf-8", Make: func(w io.Writer, _ *council.Council) error {
			p.mutex.Lock()
			p.making++
			p.mutex.Unlock()
			switch text {
			case "error":
				return errors.New("the layout has no such field")
			case "panic":
				panic("out of range")
			}
			_, err := io.WriteString(w, text)
			return err
		}}
		if id, ok := strings.CutPrefix(strings.TrimSuffix(path, "/index.html"), "avis/"); ok {
			file.From = "opinions/" + id + ".md"
			documents = append(documents, &council.Opinion{Entry: council.Entry{ID: id, File: file.From}})
		}
		if strings.HasSuffix(path, ".png") {
			file.MediaType = "image/png"
		}
		files = append(files, file)
	}
	c := council.Assemble(council.Source{Documents: documents}, council.Moment{})
	s := site.New(c, site.List(func() []site.File { return files }))
	return s, diagnostic.NewFindings(p.found), nil
}

func (p *preview) source(string) ([]byte, error) {
	return []byte("---\ntitle: <Sur> les données\nrapporteurs: [amina-benaly]\n---\n"), nil
}

// change changes what the next load finds, and loads it.
func (p *preview) change(change func()) {
	p.mutex.Lock()
	change()
	p.mutex.Unlock()
	p.Refresh()
}

// breaks is an error in a file.
func (p *preview) breaks(file string) {
	p.change(func() {
		p.err = errContent
		p.found = diagnostic.List{{
			Position: diagnostic.Position{File: file, Line: 3, Column: 15}, Severity: diagnostic.Error,
			Rule: "dangling-reference", Args: diagnostic.Args{"id": "amina-benaly", "key": "rapporteurs", "suggestion": "amina-benali"},
			Hint: "did-you-mean",
		}}
	})
}

func (p *preview) mends() { p.change(func() { p.err, p.found = nil, nil }) }

// request asks as a browser would, unless a test changes the request.
func (p *preview) request(method, path string, change ...func(*http.Request)) (*http.Response, string) {
	p.Helper()
	r, err := http.NewRequest(method, p.address+path, nil)
	if err != nil {
		p.Fatal(err)
	}
	for _, change := range change {
		change(r)
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(r)
	if err != nil {
		p.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		p.Fatal(err)
	}
	return response, string(body)
}

func (p *preview) get(path string) string {
	p.Helper()
	_, body := p.request(http.MethodGet, path)
	return body
}

func (p *preview) wantStatus(path string, want int, change ...func(*http.Request)) {
	p.Helper()
	if response, _ := p.request(http.MethodGet, path, change...); response.StatusCode != want {
		p.Errorf("GET %s: %d, want %d", path, response.StatusCode, want)
	}
}

func (p *preview) wantIn(text string, wants ...string) {
	p.Helper()
	for _, want := range wants {
		if !strings.Contains(text, want) {
			p.Errorf("%q is not in\n%s", want, text)
		}
	}
}

func (p *preview) wantNotIn(text string, unwanted ...string) {
	p.Helper()
	for _, unwanted := range unwanted {
		if strings.Contains(text, unwanted) {
			p.Errorf("%q is in\n%s", unwanted, text)
		}
	}
}

// A stream is what a page's script hears.
type stream struct {
	*preview
	response *http.Response
	lines    chan string
}

var streamOf = regexp.MustCompile(`data-stream="([^"]+)"`)

// open opens a page and the stream that its script asks for.
func (p *preview) open(path string) *stream {
	p.Helper()
	match := streamOf.FindStringSubmatch(p.get(path))
	if match == nil {
		p.Fatalf("%s has no script", path)
	}
	return p.stream(strings.ReplaceAll(match[1], "&amp;", "&"))
}

func (p *preview) stream(address string) *stream {
	p.Helper()
	response, err := http.Get(p.address + address)
	if err != nil {
		p.Fatal(err)
	}
	p.Cleanup(func() { response.Body.Close() })
	s := &stream{preview: p, response: response, lines: make(chan string, 100)}
	go func() {
		defer close(s.lines)
		for scanner := bufio.NewScanner(response.Body); scanner.Scan(); {
			s.lines <- scanner.Text()
		}
	}()
	return s
}

// wantChanged waits until the page is told to reload, and for nothing before.
func (s *stream) wantChanged() {
	s.Helper()
	for {
		select {
		case line, open := <-s.lines:
			if !open {
				s.Fatal("the stream ended")
			}
			if line == "event: changed" {
				return
			}
		case <-time.After(10 * time.Second):
			s.Fatal("nothing was told")
		}
	}
}

// wantSilence makes sure that nothing has been told: not before the next change
// of the page, which happens now and is the only one to be told.
func (s *stream) wantSilence(path string) {
	s.Helper()
	s.change(func() { s.files[path] += "<!-- now -->" })
	s.wantChanged()
	for len(s.lines) > 0 {
		if line := <-s.lines; line == "event: changed" {
			s.Error("more than one change was told")
		}
	}
}

func page(text string) string {
	return "<!doctype html><html><body><p>" + text + "</p></body></html>"
}

func eventsOf(path, tag string) string {
	return eventsAddress + "?" + url.Values{"page": {path}, "tag": {tag}}.Encode()
}
