package serve

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// mostShown is how many errors a page shows before it only counts.
const mostShown = 50

var noTime time.Time

// A bar is what stands at the foot of each page: where the page comes from and
// what is wrong. It is open when what is wrong can be mended here, and a line
// otherwise.
type bar struct {
	server   *Server
	Language string
	Open     bool
	Stale    bool // the content is not what the page shows
	Never    bool // there is no site at all
	Failure  string
	Source   string       // the page's file, as people know it
	Edit     template.URL // opens it in a text editor
	Address  string       // of the page
	Choice   bool         // there are drafts to show or not
	Drafts   bool         // they are shown
	Draft    bool         // the page is one: nobody else will see it
	Count    string       // in words, of what is to be said about that file
	Total    int          // of errors, in all files
	Errors   []problem
	More     int       // errors that are not shown
	Own      []problem // warnings and information about the page's file
}

// A problem is a diagnostic in words.
type problem struct {
	*bar
	Where    string // file:line:column
	Severity string // in words
	Kind     string // its stable name
	Rule     string
	Message  string
	Hint     string
	Fix      *diagnostic.Fix
	Frame    frame
	Edit     template.URL // opens the place in a text editor
}

// Say is a sentence of the catalogue.
func (b *bar) Say(key string, args ...any) string { return b.server.Words.Say(key, args...) }

// bar writes the bar of the page at an address that is made from a content file,
// or from several when from is empty.
func (s *Server) bar(st *state, address, from string, draft bool) []byte {
	b := &bar{
		Address: address, Choice: st.drafted != nil, Drafts: st.public != nil, Draft: draft,
		server: s, Language: s.Words.Language,
		Stale: st.stale(), Never: st.version == nil, Failure: st.failure, Open: st.failure != "",
	}
	for _, d := range st.errors {
		b.Open = b.Open || d.File == from || !st.hasPage(d.File)
		if b.Total++; b.Total <= mostShown {
			b.Errors = append(b.Errors, b.problem(st, d))
		}
	}
	var counts [diagnostic.Error + 1]int
	if from != "" {
		for _, d := range st.found.Of(from) {
			if counts[d.Severity]++; d.Severity != diagnostic.Error {
				b.Own = append(b.Own, b.problem(st, d))
			}
		}
	}
	b.More = b.Total - len(b.Errors)
	if from != "" {
		b.Source, b.Count, b.Edit = s.shown(from), s.count(counts), s.edit(diagnostic.Position{File: from})
	}
	return render("bar.html", b)
}

// hasPage tells whether a content file has a page of its own, on which its
// errors are shown open.
func (st *state) hasPage(file string) bool {
	if st.version == nil {
		return false
	}
	collection, id := council.SplitPath(file)
	return st.version.site.Council().Lookup(collection, id) != nil
}

// edit is the address that opens a place in a text editor. It comes from the
// command line, and is no page's or document's to choose.
func (s *Server) edit(at diagnostic.Position) template.URL {
	if s.Editor == nil {
		return ""
	}
	return template.URL(s.Editor(at.File, at.Line, at.Column))
}

func (b *bar) problem(st *state, d diagnostic.Diagnostic) problem {
	s := b.server
	p := problem{
		bar:   b,
		Where: s.shown(d.File), Rule: d.Rule, Kind: d.Severity.String(),
		Severity: s.Words.Say("severities." + d.Severity.String()),
		Message:  s.Words.Tell("diagnostics."+d.Rule, d.Args),
		Frame:    st.frames[d.Position], Fix: d.Fix, Edit: s.edit(d.Position),
	}
	if d.Line > 0 {
		p.Where += fmt.Sprintf(":%d:%d", d.Line, max(d.Column, 1))
	}
	if d.Hint != "" {
		p.Hint = s.Words.Tell("hints."+d.Hint, d.Args)
	}
	return p
}

func (s *Server) shown(file string) string {
	if s.Shown == nil {
		return file
	}
	return s.Shown(file)
}

func (s *Server) count(counts [diagnostic.Error + 1]int) string {
	var parts []string
	for _, counted := range []struct {
		severity diagnostic.Severity
		key      string
	}{
		{diagnostic.Error, "command.errors"},
		{diagnostic.Warning, "command.warning-count"},
		{diagnostic.Information, "command.information-count"},
	} {
		if n := counts[counted.severity]; n > 0 {
			parts = append(parts, s.Words.Say(counted.key, "n", n))
		}
	}
	if len(parts) == 0 {
		return s.Words.Say("overlay.nothing")
	}
	return strings.Join(parts, ", ")
}

// bare is a page of the preview's own, for when the site has none to show.
func (s *Server) bare(st *state, status int, address, detail string) answer {
	title := "overlay.waiting"
	switch {
	case status == http.StatusNotFound:
		title = "overlay.not-found"
	case status == http.StatusInternalServerError:
		title = "overlay.page-failed"
	case st.failure != "":
		title = "overlay.failed"
	case len(st.errors) > 0:
		title = "overlay.title"
	}
	text := render("bare.html", map[string]string{
		"Language": s.Words.Language, "Title": s.Words.Say(title), "Detail": detail,
	})
	return s.page(st, status, text, address, s.bar(st, address, "", false))
}

// script is the element that reloads a page.
func script(address, tag string, drafts bool) []byte {
	query := url.Values{"page": {address}, "tag": {tag}}
	if drafts {
		query.Set("drafts", "yes")
	}
	return render("script.html", eventsAddress+"?"+query.Encode())
}

var templates = template.Must(template.ParseFS(ownFiles, "preview/*.html"))

func render(name string, data any) []byte {
	var b bytes.Buffer
	if err := templates.ExecuteTemplate(&b, name, data); err != nil {
		return []byte(template.HTMLEscapeString(err.Error())) // a fault of ours, seen at once
	}
	return b.Bytes()
}
