package page

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/publish/data"
	"greffe/generator/read"
	"greffe/generator/site"
	"greffe/generator/words"
)

// Whatever a document says, if it is not refused its page and the pages that
// name it are well formed, and have no script, no style, no handler and no
// dangerous address; what describes it to machines is JSON.
func FuzzPage(f *testing.F) {
	content := os.DirFS("testdata/council")
	names, err := fs.Glob(content, "opinions/*.md")
	if err != nil || len(names) == 0 {
		f.Fatal(names, err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(content, name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	for _, hostile := range []string{
		`"><script>alert(1)</script>`, `" onmouseover="alert(1)`, "</title><svg onload=alert(1)>", "</script>", "{{.}}", "{n}", "<!--", "\u202e", "&lt;b&gt;", "javascript:alert(1)", "[a](javascript:alert(1))", "`</script>`",
	} {
		quoted, _ := json.Marshal(hostile)
		f.Add([]byte("---\ntitle: " + string(quoted) + "\nsummary: " + string(quoted) + "\nadopted_on: 2024-05-16\nkind: opinion\nstatus: adopted\nreferral: {origin: self}\nrecommendations:\n  - {id: r1, text: " + string(quoted) + "}\n---\n" + hostile + "\n"))
	}
	catalogue, err := words.Load("fr", nil, os.DirFS(layouts))
	if err != nil {
		f.Fatal(err)
	}
	kept, described := new(site.Kept), data.Described()
	f.Fuzz(func(t *testing.T, text []byte) {
		folder := fstest.MapFS{
			"council.yaml":        {Data: []byte("name: Conseil\nbase_url: https://num.example\n")},
			"opinions/2024-01.md": {Data: text},
			"opinions/2024-02.md": {Data: []byte("---\ntitle: B\nsupersedes: 2024-01\nadopted_on: 2024-06-01\nkind: opinion\nstatus: adopted\nreferral: {origin: self}\n---\n[A](2024-01.md)\n")},
		}
		reader := read.Reader{Folder: folder, Labels: func(string) markdown.Labels { return markdown.Labels{} }}
		content, err := reader.Content()
		if err != nil {
			t.Fatal(err)
		}
		if content.Found.HasErrors() || len(content.Documents) < 2 {
			return
		}
		c := council.Assemble(content.Source, council.Moment{Date: council.Date{Year: 2025, Month: 6, Day: 1}})
		opinion := c.Opinions.Find("2024-01")
		if opinion.Body != nil && opinion.Body.Problems.HasErrors() {
			return
		}
		public := c.Public(false)
		if public.Opinions.Find("2024-01") == nil {
			return
		}
		s := siteFor(t, &site.Brief{
			Council: public, Words: catalogue, Addresses: site.NewAddresses(public.Settings.BaseURL, catalogue), Layouts: os.DirFS(layouts), Content: folder,
			Tables: described, Kept: kept, Sums: site.NewSums(func(string) (site.File, bool) { return site.File{}, false }),
			Assets: map[string]string{"css/style.css": "css/style.1.css", "icons/icon.svg": "icons/icon.1.svg"},
		})
		for _, path := range []string{"avis/2024-01/index.html", "avis/2024-02/index.html", "avis/index.html", "index.html"} {
			page := []byte(making(t, s, path))
			for _, fault := range faults(s, page) {
				if strings.HasPrefix(fault, "a sentence has a hole") || strings.HasPrefix(fault, "words are missing") {
					continue // the document may say {n} or [a.b]
				}
				t.Errorf("%q: %s: %s", text, path, fault)
			}
			for _, danger := range dangers(t, page) {
				t.Errorf("%q: %s: %s", text, path, danger)
			}
		}
	})
}

// dangerous are the addresses that run or hold something of their own.
var dangerous = regexp.MustCompile(`^(javascript|vbscript|data|blob|file):`)

// dangers are what a browser's own way of reading a page finds in it that could
// run.
func dangers(t *testing.T, page []byte) (found []string) {
	t.Helper()
	document, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for node := range document.Descendants() {
		if node.Type != html.ElementNode {
			continue
		}
		kind := ""
		for _, attribute := range node.Attr {
			value := strings.ToLower(strings.TrimSpace(attribute.Val))
			leads := slices.Contains([]string{"href", "src", "srcset", "action", "formaction", "poster"}, attribute.Key)
			switch {
			case attribute.Key == "type":
				kind = value
			case strings.HasPrefix(attribute.Key, "on"), attribute.Key == "style", attribute.Key == "srcdoc", leads && dangerous.MatchString(value):
				found = append(found, "<"+node.Data+" "+attribute.Key+"="+attribute.Val+">")
			}
		}
		switch {
		case node.Data == "script" && kind == "application/ld+json":
			if node.FirstChild == nil || !json.Valid([]byte(node.FirstChild.Data)) {
				found = append(found, "what is said to machines is no JSON")
			}
		case slices.Contains([]string{"script", "style", "iframe", "object", "embed", "base", "form"}, node.Data):
			found = append(found, "<"+node.Data+">")
		}
	}
	return found
}
