package portable

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

var folder = fstest.MapFS{}

func init() {
	for _, name := range []string{
		".greffe", "_headers", "_redirects", "robots.txt", "404.html", "index.html", "avis/index.html", "avis/2024-01/index.html", "avis/2024-01/index.json",
		"avis/2024-01/carte-480.0123456789.jpg", "avis/2024-01/carte-960.0123456789.jpg", "avis/2024-01/l'été.pdf", "avis/2024-01/page.html",
		"css/style.0123456789.css", "js/search.js", "data/v1/opinions.csv", "atom.xml", "recherche/index.html",
		"index.html.br", "index.html.gz", "avis/2024-01/releves.csv.gz",
	} {
		folder[name] = &fstest.MapFile{Data: []byte("<" + name + " href=/avis/>")}
	}
}

func siteOf(root string) Site {
	return Site{Files: folder, Base: "https://num.example" + strings.TrimRight(root, "/"), Root: root, On: time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)}
}

func TestLinksLeadToFiles(t *testing.T) {
	const from = "avis/2024-01/index.html"
	for _, root := range []string{"/", "/conseil/"} {
		s := siteOf(root)
		for address, want := range map[string]string{
			root:                             "../../index.html",
			root + "avis/":                   "../index.html",
			root + "avis/#a2024":             "../index.html#a2024",
			root + "avis/2024-01/#r1":        "#r1",
			root + "avis/2024-01/":           "index.html",
			root + "avis/2024-01/index.json": "index.json",
			root + "avis/2024-01/l%27%C3%A9t%C3%A9.pdf": "l%27%C3%A9t%C3%A9.pdf",
			root + "css/style.0123456789.css":           "../../css/style.0123456789.css",
			root + "recherche/?q=a":                     "../../recherche/index.html?q=a",
			"../":                                       "../index.html",
			"index.json":                                "index.json",
			"#r1":                                       "#r1",
			"":                                          "",
			"mailto:a@b.example":                        "mailto:a@b.example",
			"https://a.example/avis/":                   "https://a.example/avis/",
			"//a.example/avis/":                         "//a.example/avis/",
			s.Base + "/avis/":                           "../index.html",
			root + "admin/":                             s.Base + "/admin/",
			root + "404.html":                           s.Base + "/404.html",
			root + "js/search.js":                       s.Base + "/js/search.js",
			root + "index.html.gz":                      s.Base + "/index.html.gz",
			root + "avis/2024-01/releves.csv.gz":        "releves.csv.gz",
			root + "../secret":                          s.Base + "/../secret",
		} {
			if got := s.relative(address, from); strings.ReplaceAll(got, "'", "%27") != want {
				t.Errorf("%s at %s leads to %s, not %s", address, root, got, want)
			}
		}
	}
}

func TestPagesAreOtherwiseUntouched(t *testing.T) {
	const before = `<!doctype html><html lang=fr><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><meta http-equiv=refresh content="0; url=/avis/">` +
		`<link rel="canonical" href="https://num.example/avis/2024-01/"><link rel=stylesheet href="/css/style.0123456789.css">` +
		`<script type="application/ld+json">{"url":"/avis/"}</script><script type="module" src="/js/search.js"></script></head>` +
		`<body data-x='a &amp; b'><!-- /avis/ --><a href="/avis/" aria-current="page">« /avis/ » &lt;</a> <img src="/avis/2024-01/carte-480.0123456789.jpg" srcset="/avis/2024-01/carte-480.0123456789.jpg 480w, /avis/2024-01/carte-960.0123456789.jpg 960w" alt="é &quot;"><form action="/recherche/"><pre> x
</pre></body></html>`
	const want = `<!doctype html><html lang=fr><head><meta http-equiv="refresh" content="0; url=../index.html">` +
		`<link rel="canonical" href="https://num.example/avis/2024-01/"><link rel="stylesheet" href="../../css/style.0123456789.css">` +
		`<script type="application/ld+json">{"url":"/avis/"}</script></head>` +
		`<body data-x='a &amp; b'><!-- /avis/ --><a href="../index.html" aria-current="page">« /avis/ » &lt;</a> <img src="carte-480.0123456789.jpg" srcset="carte-480.0123456789.jpg 480w, carte-960.0123456789.jpg 960w" alt="é &#34;"><form action="../../recherche/index.html"><pre> x
</pre></body></html>`
	var got bytes.Buffer
	if err := siteOf("/").page(&got, strings.NewReader(before), "avis/2024-01/index.html"); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwanted\n%s", &got, want)
	}
}

// The ZIP has all that a reader needs, and is the same each time.
func TestZIP(t *testing.T) {
	made := func() []byte {
		var b bytes.Buffer
		if err := Write(&b, siteOf("/")); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	text := made()
	if !bytes.Equal(text, made()) {
		t.Error("the same site gave two ZIPs")
	}
	archive, err := zip.NewReader(bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, file := range archive.File {
		names = append(names, file.Name)
		if !file.Modified.Equal(siteOf("/").On) {
			t.Errorf("%s is of %v", file.Name, file.Modified)
		}
		from, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		inside, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if same := bytes.Equal(inside, folder[file.Name].Data); same == siteOf("/").isPage(file.Name) {
			t.Errorf("%s: %s", file.Name, inside)
		}
	}
	const want = "atom.xml avis/2024-01/carte-480.0123456789.jpg avis/2024-01/carte-960.0123456789.jpg avis/2024-01/index.html avis/2024-01/index.json avis/2024-01/l'été.pdf avis/2024-01/page.html avis/2024-01/releves.csv.gz avis/index.html css/style.0123456789.css data/v1/opinions.csv index.html recherche/index.html"
	if got := strings.Join(names, " "); got != want {
		t.Errorf("the ZIP has %s", got)
	}
}
