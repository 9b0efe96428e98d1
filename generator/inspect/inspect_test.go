package inspect_test

import (
	"fmt"
	"html"
	"io"
	"os"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/inspect"
	"greffe/generator/site"
	"greffe/generator/words"
)

// A folder is a site of a test's: what lies at each path.
type folder map[string]string

func (f folder) files() []site.File {
	var files []site.File
	for path := range f {
		file := site.File{Path: path, From: "from/" + path}
		for ending, mediaType := range map[string]string{
			".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".json": "application/feed+json; charset=utf-8",
			".xml": "application/atom+xml; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
		} {
			if strings.HasSuffix(path, ending) {
				file.MediaType = mediaType
			}
		}
		files = append(files, file)
	}
	return files
}

func (f folder) Paths() []string {
	var paths []string
	for path := range f {
		paths = append(paths, path)
	}
	return paths
}

// Make writes a file in two pieces.
func (f folder) Make(w io.Writer, path string) error {
	text := f[path]
	for _, piece := range []string{text[:len(text)/2], text[len(text)/2:]} {
		if _, err := io.WriteString(w, piece); err != nil {
			return err
		}
	}
	return nil
}

const base = "https://num.example/conseil"

func addresses(t testing.TB, base council.URL) *site.Addresses {
	t.Helper()
	catalogue, err := words.Load("fr", nil, os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	return site.NewAddresses(base, catalogue)
}

// inspected makes the files of a folder, or some of them, and says what was
// found.
func inspected(t testing.TB, i *inspect.Inspection, f folder, paths ...string) string {
	t.Helper()
	i.Begin(f.files())
	if paths == nil {
		paths = f.Paths()
	}
	source := i.Source(f)
	for _, path := range paths {
		if err := source.Make(io.Discard, path); err != nil {
			t.Fatal(err)
		}
	}
	var found []string
	for _, d := range i.Verdict() {
		if d.File != "from/"+d.Args["page"] {
			t.Errorf("%v does not tell where it comes from", d)
		}
		found = append(found, strings.TrimSpace(fmt.Sprintf("%s %s %s", d.Args["page"], d.Rule, d.Args["detail"])))
	}
	return strings.Join(found, "; ")
}

var head = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="` + html.EscapeString(site.PagePolicy) + `"><title>Un <titre></title></head>`

// around is a site around one page.
func around(body string) folder {
	return folder{
		"index.html": head + body, "avis/2024-01/index.html": head + `<h2 id="s-constats">a</h2><h2 id="l'été">b</h2>`,
		"avis/2024-01/été & hiver.pdf": "", "atom.xml": "<feed/>", "css/style.css": "a{}", "410.html": head,
	}
}

func TestPagesMayHold(t *testing.T) {
	for _, body := range []string{
		`<a href="#x">a</a><p id=x>b</p><p id='y'>c</p><a href="#top">d</a>`,
		`<a href="/conseil/">a</a><a href="/conseil/avis/2024-01/">b</a><a href="avis/2024-01/">c</a><a href="./avis/2024-01">d</a><a href="?q=a&amp;p=2">e</a>`,
		`<a href="/conseil/avis/2024-01/#s-constats">a</a><a href="avis/2024-01/index.html#l%27%C3%A9t%C3%A9">b</a><a href="https://num.example/conseil/avis/2024-01/#l&#39;été">c</a>`,
		`<a href="/conseil/avis/2024-01/%C3%A9t%C3%A9%20&amp;%20hiver.pdf#page=2">a</a><a href="/conseil/atom.xml">b</a>`,
		`<a href="https://ailleurs.example/x?a=b#c">a</a><a href="http://[bad">b</a><a href="mailto:a@b.example">c</a><a href="tel:+33">d</a><a href="HTTPS://A.example">e</a>`,
		`<a href="/">the host's</a><a href="/autre/">another's</a><a href="../">above</a>`,
		`<link rel="stylesheet" href="/conseil/css/style.css"><link rel="canonical" href="https://num.example/conseil/"><link rel="license" href="https://licence.example/"><link rel="alternate" type="application/atom+xml" href="atom.xml">`,
		`<img src="data:image/png;base64,AAAA" alt><img src="/conseil/avis/2024-01/%C3%A9t%C3%A9%20&amp;%20hiver.pdf" srcset="/conseil/css/style.css 480w, css/style.css 2x" alt="">`,
		`<script type="application/ld+json">{"a":"\u003cb>"}</script><script type="module" src="css/style.css"></script>`,
		`<meta http-equiv="refresh" content="0; url=/conseil/">`,
		`<svg viewBox="0 0 1 1"><path d="M0 0"/><title>a</title></svg><details open><input type=checkbox checked disabled></details>`,
		`<p title='a "b" <c> d'>a &lt; b > c</p><!-- a - b --><br/><textarea><p id="x"></textarea><p id="x">`,
		`<form action="/conseil/avis/2024-01/"><button>a</button></form>`,
		`<p data-on="a">a</p><blockquote cite="https://a.example/">b</blockquote>`,
	} {
		if found := inspected(t, inspect.New(addresses(t, base), false, false), around("<body>"+body)); found != "" {
			t.Errorf("%s\n%s", body, found)
		}
	}
}

func TestPagesMayNotHold(t *testing.T) {
	for _, test := range []struct{ body, want string }{
		{`<p id="x"><p id="x">`, "page-id-twice x"},
		{`<p id="">`, "page-id-twice"},
		{`<p id="l'é"><p id="l&#39;é">`, "page-id-twice l'é"},
		{`<a href="#x">`, "page-dead-anchor #x"},
		{`<a href="/conseil/avis/2024-01/#s-x">`, "page-dead-anchor avis/2024-01/index.html#s-x"},
		{`<a href="/conseil/avis/2024-02/">`, "page-dead-link /conseil/avis/2024-02/"},
		{`<a href="https://num.example/conseil/avis/2024-02/#x">`, "page-dead-link https://num.example/conseil/avis/2024-02/#x"},
		{`<a href="avis/2024-02/">`, "page-dead-link avis/2024-02/"},
		{`<a href="">`, "page-dead-link"},
		{`<a href>`, "page-dead-link"},
		{`<img src="/conseil/x.png" alt="">`, "page-dead-link /conseil/x.png"},
		{`<script>alert(1)</script>`, "page-inline <script>"},
		{`<SCRIPT SRC=//a.example/b.js></SCRIPT>`, "page-outside //a.example/b.js"},
		{`<script type="text/template" src="css/style.css"></script>`, "page-inline <script>"},
		{`<script type="application/ld+json">{"a":}</script>`, `page-unreadable {"a":}`},
		{`<script type="application/ld+json">{"a":"<!--"}</script>`, `page-unreadable {"a":"<!--"}`},
		{`<style>a{}</style>`, "page-inline <style>"},
		{`<p style="color:red">`, "page-inline style"},
		{`<p ONCLICK=a>`, "page-inline onclick"},
		{`<img src="data:image/gif;base64,A" alt="" onerror='a'>`, "page-inline onerror"},
		{`<iframe srcdoc="a"></iframe>`, "page-inline srcdoc; index.html page-inline <iframe>"},
		{`<object data="css/style.css"></object>`, "page-inline <object>"},
		{`<base href="/conseil/">`, "page-inline <base>"},
		{`<svg><animate attributeName="href" to="javascript:a"/></svg>`, "page-inline <animate>"},
		{`<a href="javascript:alert(1)">`, "page-address javascript:alert(1)"},
		{`<a href=" JavaScript&colon;alert(1)">`, "page-address JavaScript:alert(1)"},
		{"<a href=\"java\tscript:alert(1)\">", "page-address java\tscript:alert(1)"},
		{`<a href="\\a.example">`, `page-address \\a.example`},
		{`<a href="data:text/html,a">`, "page-address data:text/html,a"},
		{`<img src="data:text/html,a" alt="">`, "page-address data:text/html,a"},
		{`<img src="https://a.example/b.png" alt="">`, "page-outside https://a.example/b.png"},
		{`<img src="https://num.example.evil.example/conseil/" alt="">`, "page-outside https://num.example.evil.example/conseil/"},
		{`<img src="https://num.example/conseilx" alt="">`, "page-outside https://num.example/conseilx"},
		{`<img srcset="css/style.css 1x, //a.example/b.png 2x" alt="">`, "page-outside //a.example/b.png"},
		{`<link rel="preload stylesheet" href="https://a.example/b.css">`, "page-outside https://a.example/b.css"},
		{`<link rel="canonical" href="/conseil/rien/">`, "page-dead-link /conseil/rien/"},
		{`<form action="https://a.example/">`, "page-outside https://a.example/"},
		{`<button formaction="mailto:a@b.example">`, "page-outside mailto:a@b.example"},
		{`<a href="#top" ping="https://a.example/">`, "page-outside https://a.example/"},
		{`<meta http-equiv="Refresh" content="0; url=https://a.example/">`, "page-outside https://a.example/"},
		{`<svg><use xlink:href="https://a.example/b.svg#c"/></svg>`, "page-outside https://a.example/b.svg#c"},
		{`<meta http-equiv="content-security-policy" content="default-src *">`, "page-policy default-src *"},
		{`a < b`, "page-unreadable < b"},
		{`<p title="a"b">`, `page-unreadable <p title="a"b">`},
		{`<p title=a"b>`, `page-unreadable <p title=a"b>`},
		{`<p class=a title=b class=c>`, "page-unreadable <p class=a title=b class=c>"},
		{`<p <i>`, "page-unreadable <p <i>"},
		{`<!-->`, "page-unreadable <!-->"},
		{`<?php a ?>`, "page-unreadable <?php a ?>"},
		{`<![CDATA[a]]>`, "page-unreadable <![CDATA[a]]>"},
		{`<a href="/conseil/`, `page-unreadable <a href="/conseil/`},
		{`<title>a`, "page-unreadable a"},
	} {
		want := "index.html " + test.want
		if found := inspected(t, inspect.New(addresses(t, base), false, false), around("<body>"+test.body)); found != want {
			t.Errorf("%s\ngot  %s\nwant %s", test.body, found, want)
		}
	}
}

func TestFilesMustParse(t *testing.T) {
	for _, test := range []struct{ path, text, want string }{
		{"a.html", "<p>no policy</p>", "page-policy"},
		{"a.css", `@import "theme.css";a{background:url(data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E)}`, ""},
		{"a.css", `a{b:url( "https://a.example/b.woff2")}`, "page-outside https://a.example/b.woff2"},
		{"a.css", `@import url(//a.example/b.css)`, "page-outside //a.example/b.css"},
		{"a.css", `@import/**/"https://a.example/b.css"`, "page-outside https://a.example/b.css"},
		{"a.css", `a{b:image-set("https://a.example/b.png" 1x)}`, "page-outside https://a.example/b.png"},
		{"a.css", `a{b:url(https:\2f\2f a.example/b.png)}`, "page-outside https://a.example/b.png"},
		{"a.css", `a{b:u\72l(b.png)}`, `page-outside u\72l(`},
		{"a.css", `a{b:url(\\\\a.example/b.png)}`, `page-outside \\a.example/b.png`},
		{"a.css", `a::after{content:"\201c  // "}.a\:b{c:url(https://num.example/conseil/d.png)}`, ""},
		{"a.json", `{"a":[1,-2.5e+3,null,true,"é\u00e9\n"]}`, ""},
		{"a.json", `{"a":[1,NaN]}`, "file-unreadable JSON"},
		{"a.json", "", "file-unreadable JSON"},
		{"a.xml", "<?xml version=\"1.0\"?>\n<a b='c'>é &amp; &#233;<d/></a>\n", ""},
		{"a.xml", "<a>\x0B</a>", "file-unreadable XML"},
		{"a.xml", "<a>b & c</a>", "file-unreadable XML"},
		{"a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:a\r\n b\r\nEND:VCALENDAR\r\n", ""},
		{"a.ics", "BEGIN:VCALENDAR\r\nSUMMARY:a\nATTENDEE:b\r\nEND:VCALENDAR\r\n", "file-unreadable iCalendar"},
		{"a.ics", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "file-unreadable iCalendar"},
		{"a.pdf", "<p>no page</p>", ""},
	} {
		want := strings.TrimSpace(test.path + " " + test.want)
		if test.want == "" {
			want = ""
		}
		if found := inspected(t, inspect.New(addresses(t, base), false, false), folder{test.path: test.text}); found != want {
			t.Errorf("%s: got %q, want %q", test.text, found, want)
		}
	}
}

// What somebody else wrote is published as it is, and is not ours to judge.
func TestWhatIsVerbatimIsNotInspected(t *testing.T) {
	f := folder{"a.html": "<script>a</script>"}
	files := f.files()
	files[0].Verbatim = true
	i := inspect.New(addresses(t, base), false, false)
	i.Begin(files)
	if err := i.Source(f).Make(io.Discard, "a.html"); err != nil || len(i.Verdict()) > 0 {
		t.Error(err, i.Verdict())
	}
}

// A part of a site may lead to what it lacks.
func TestAPartMayLeadToTheRest(t *testing.T) {
	f := around(`<a href="/conseil/avis/2024-02/"><a href="/conseil/avis/2024-01/#x">`)
	if found := inspected(t, inspect.New(addresses(t, base), true, false), f); found != "index.html page-dead-anchor avis/2024-01/index.html#x" {
		t.Error(found)
	}
}

// Pages that are not made again are known from before, and what is wrong in them
// is found when something else goes.
func TestPagesAreRemembered(t *testing.T) {
	f := around(`<a href="/conseil/avis/2024-01/#s-constats"><a href="/conseil/410.html">`)
	i := inspect.New(addresses(t, base), false, true)
	if found := inspected(t, i, f); found != "" {
		t.Fatal(found)
	}
	f["avis/2024-01/index.html"] = head
	if found := inspected(t, i, f, "avis/2024-01/index.html"); found != "index.html page-dead-anchor avis/2024-01/index.html#s-constats" {
		t.Error(found)
	}
	f["avis/2024-01/index.html"] = head + `<p id="s-constats">`
	delete(f, "410.html")
	if found := inspected(t, i, f, "avis/2024-01/index.html"); found != "index.html page-dead-link 410.html" {
		t.Error(found)
	}
	f["index.html"] = head
	if found := inspected(t, i, f, "index.html"); found != "" {
		t.Error(found)
	}
	delete(f, "avis/2024-01/index.html")
	f["410.html"] = head
	f["index.html"] = head + `<a href="avis/2024-01/">`
	if found := inspected(t, i, f, "index.html", "410.html"); found != "index.html page-dead-link avis/2024-01/index.html" && found != "index.html page-dead-link avis/2024-01/" {
		t.Error(found)
	}
}

// A layout that is wrong is wrong in every page: of each, a few faults are told.
func TestFewFaultsOfAPageAreTold(t *testing.T) {
	if found := inspected(t, inspect.New(addresses(t, base), false, false), around(strings.Repeat(`<p style="a">`, 100))); strings.Count(found, "page-inline") != 3 {
		t.Error(found)
	}
}
