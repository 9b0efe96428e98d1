package main

import (
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// sites are all that the whole-site tests look at, by name.
func sites() map[string]string {
	all := map[string]string{"demonstration": "../../content"}
	for _, name := range councils {
		all[name] = councilsDir + "/" + name
	}
	return all
}

func TestEveryPageIsWhole(t *testing.T) {
	for name, content := range sites() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			files := tree(t, build(t, content))
			pages := make(map[string]*page)
			for _, file := range slices.Sorted(maps.Keys(files)) {
				if strings.HasSuffix(file, ".html") {
					pages[file] = readPage(t, file, files[file])
				}
			}
			if len(pages) < 20 {
				t.Fatalf("only %d pages", len(pages))
			}
			titles := make(map[string]string)
			for _, file := range slices.Sorted(maps.Keys(pages)) {
				p := pages[file]
				p.check(t, files, pages)
				if other, taken := titles[p.title]; taken && !p.redirect {
					t.Errorf("%s has the title of %s: %s", file, other, p.title)
				}
				if !p.redirect {
					titles[p.title] = file
				}
			}
		})
	}
}

// A page as a program sees it.
type page struct {
	file     string
	title    string
	language string
	redirect bool
	ids      map[string]bool
	links    []string
	headings []int
	mains    int
	problems []string
}

func readPage(t *testing.T, file, text string) *page {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	p := &page{file: file, ids: make(map[string]bool)}
	p.visit(root)
	if missing := missingWord.FindString(text); missing != "" {
		p.problems = append(p.problems, "no sentence for "+missing)
	}
	return p
}

// missingWord is how a catalogue answers for a sentence that it does not have.
var missingWord = regexp.MustCompile(`\[[a-z]+(?:-[a-z]+)*\.[a-z0-9.-]+\]`)

func (p *page) visit(n *html.Node) {
	if n.Type == html.ElementNode {
		attributes := make(map[string]string, len(n.Attr))
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" {
				p.problems = append(p.problems, "inline "+a.Key)
			}
		}
		if id, ok := attributes["id"]; ok {
			if p.ids[id] || id == "" {
				p.problems = append(p.problems, "the id "+id+" is there twice, or empty")
			}
			p.ids[id] = true
		}
		switch n.Data {
		case "html":
			p.language = attributes["lang"]
		case "title":
			if n.FirstChild != nil && p.title == "" {
				p.title = n.FirstChild.Data
			}
		case "meta":
			p.redirect = p.redirect || attributes["http-equiv"] == "refresh"
		case "h1", "h2", "h3", "h4", "h5", "h6":
			p.headings = append(p.headings, int(n.Data[1]-'0'))
			if strings.TrimSpace(textOf(n)) == "" {
				p.problems = append(p.problems, "an empty heading")
			}
		case "main":
			p.mains++
		case "a":
			href, ok := attributes["href"]
			if !ok || href == "" {
				p.problems = append(p.problems, "a link to nowhere: "+textOf(n))
			}
			if strings.TrimSpace(textOf(n)) == "" {
				p.problems = append(p.problems, "a link without text to "+href)
			}
			p.links = append(p.links, href)
		case "img":
			if _, ok := attributes["alt"]; !ok {
				p.problems = append(p.problems, "an image without alternative: "+attributes["src"])
			}
			p.links = append(p.links, attributes["src"])
		case "link":
			p.links = append(p.links, attributes["href"])
		case "script", "style", "iframe":
			if attributes["type"] != "application/ld+json" && attributes["src"] == "" {
				p.problems = append(p.problems, "inline "+n.Data)
			}
		}
	}
	for child := n.FirstChild; child != nil; child = child.NextSibling {
		p.visit(child)
	}
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if d.Type == html.ElementNode && d.Data == "img" {
			for _, a := range d.Attr {
				if a.Key == "alt" {
					b.WriteString(a.Val)
				}
			}
		}
	}
	return b.String()
}

func (p *page) check(t *testing.T, files map[string]string, pages map[string]*page) {
	t.Helper()
	for _, problem := range p.problems {
		t.Errorf("%s: %s", p.file, problem)
	}
	if p.language == "" || p.title == "" {
		t.Errorf("%s: language %q, title %q", p.file, p.language, p.title)
	}
	if !p.redirect {
		level, firsts := 0, 0
		for _, heading := range p.headings {
			if heading == 1 {
				firsts++
			}
			if heading > level+1 {
				t.Errorf("%s: a heading of level %d follows one of level %d", p.file, heading, level)
			}
			level = heading
		}
		if firsts != 1 || p.headings[0] != 1 || p.mains != 1 {
			t.Errorf("%s: %d h1, %d main, headings %v", p.file, firsts, p.mains, p.headings)
		}
	}
	base := "/" + strings.TrimSuffix(p.file, "index.html")
	for _, link := range p.links {
		target, err := url.Parse(link)
		if err != nil {
			t.Errorf("%s: the address %q cannot be read", p.file, link)
			continue
		}
		if target.Scheme != "" || target.Host != "" {
			continue
		}
		address := target.Path
		if !strings.HasPrefix(address, "/") {
			address = path.Join(base, address)
			if strings.HasSuffix(target.Path, "/") || target.Path == "" {
				address += "/"
			}
		}
		file := strings.TrimPrefix(address, "/")
		if file == "" || strings.HasSuffix(file, "/") {
			file += "index.html"
		}
		file = strings.TrimPrefix(file, "/")
		if target.Path == "" {
			file = p.file
		}
		if _, ok := files[file]; !ok {
			t.Errorf("%s: the link to %s leads nowhere", p.file, link)
			continue
		}
		if other := pages[file]; target.Fragment != "" && (other == nil || !other.ids[target.Fragment]) {
			t.Errorf("%s: %s has no place #%s", p.file, file, target.Fragment)
		}
	}
}
