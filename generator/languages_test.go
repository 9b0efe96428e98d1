package generator_test

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/net/html"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/site"
)

// A council speaks its language down to its addresses.
func TestACouncilSpeaksItsLanguage(t *testing.T) {
	for _, test := range []struct {
		content, language string
		paths             []string
		says              map[string]string // on a page
	}{
		{"../cmd/greffe/testdata/small", "en", []string{"opinions/2024-01/index.html", "members/ada-brook/index.html", "legal-notice/index.html", "open-data/index.html"}, map[string]string{
			"opinions/2024-01/index.html": "Opinion no. 2024-01",
		}},
		{"testdata/spanish", "es", []string{"dictamenes/2024-01/index.html", "miembros/mateo-salinas/index.html", "aviso-legal/index.html", "datos-abiertos/members/index.html"}, map[string]string{
			"dictamenes/2024-01/index.html":  "Dictamen n.º\u00a02024-01",
			"sesiones/2024-05-16/index.html": "jueves, 16 de mayo de 2024, de ",
			"cifras/index.html":              "1 dictamen aprobado en 2024",
			"composicion/index.html":         "2 personas en ejercicio",
		}},
	} {
		s := siteOf(t, os.DirFS(test.content))
		for _, path := range test.paths {
			if _, ok := s.Find(path); !ok {
				t.Errorf("%s: no %s", test.content, path)
			}
		}
		for path, said := range test.says {
			if page := pageAt(t, s, path); !strings.Contains(text(t, page, test.language), said) {
				t.Errorf("%s: %s does not say %q", test.content, path, said)
			}
		}
		for _, path := range s.Paths() {
			if strings.HasSuffix(path, "index.html") && !strings.HasPrefix(path, "fr/") && !strings.HasPrefix(path, "admin/") {
				if page := pageAt(t, s, path); !strings.Contains(page, `<html lang="`+test.language+`"`) {
					t.Errorf("%s: %s is not in %s", test.content, path, test.language)
				}
			}
		}
	}
}

// french are words that are French, and neither Spanish nor English.
var french = regexp.MustCompile(`(?i)(^|[^\pL])(les|des|du|est|une|aux|séances?|avis|dans|avec|sur|où|et|ces|cette|sont|pas|ou bien|années?|membres?)([^\pL]|$)`)

// One file of words is enough for a language: no French is left on a page, save
// where it is said to be French, or is somebody's name.
func TestOneFileOfWordsIsALanguage(t *testing.T) {
	s := siteOf(t, os.DirFS("testdata/spanish"))
	names := strings.NewReplacer("Commission nationale de l’informatique et des libertés", "", "Défenseur des droits", "")
	for _, path := range s.Paths() {
		if !strings.HasSuffix(path, "index.html") {
			continue
		}
		page := pageAt(t, s, path)
		if missing := regexp.MustCompile(`\[[a-z-]+(\.[A-Za-z0-9_-]+)+\]`).FindString(page); missing != "" {
			t.Errorf("%s: no words for %s", path, missing)
		}
		if left := french.FindString(names.Replace(text(t, page, "es"))); left != "" {
			t.Errorf("%s says %q", path, left)
		}
	}
}

// A council may bring a language in its own layouts; what it does not say is
// said in French.
func TestACouncilBringsALanguage(t *testing.T) {
	content := fstest.MapFS{"council.yaml": {Data: []byte("name: Consiglio\nlanguage: it\n")}}
	g := speaker(content)
	g.Layouts = append(g.Layouts, fstest.MapFS{"words/it.yaml": {Data: []byte("addresses: { members: membri }\nframe: { home: Pagina iniziale }\n")}})
	s, found, err := g.Site()
	if err != nil {
		t.Fatal(err, found.List())
	}
	page := pageAt(t, s, "membri/index.html")
	for _, want := range []string{`<html lang="it">`, "Pagina iniziale", "Aller au contenu"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

// speaker makes the whole site of a content folder.
func speaker(content fs.FS) *generator.Generator {
	asOf, _ := council.ParseMoment("2026-11-20T00:00")
	return &generator.Generator{
		Content: content, Layouts: []fs.FS{os.DirFS("../layouts")}, Static: []fs.FS{os.DirFS("../static")},
		AsOf: func(*time.Location) council.Moment { return asOf },
	}
}

func siteOf(t *testing.T, content fs.FS) *site.Site {
	t.Helper()
	s, found, err := speaker(content).Site()
	if err != nil {
		t.Fatal(err, found.List())
	}
	return s
}

func pageAt(t *testing.T, s *site.Site, path string) string {
	t.Helper()
	var page bytes.Buffer
	if err := s.Make(&page, path); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// text is what people read of a page in its own language, and the alternatives
// of what they see.
func text(t *testing.T, page, language string) string {
	t.Helper()
	document, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	var read func(*html.Node)
	read = func(node *html.Node) {
		if slices.Contains([]string{"script", "style", "code"}, node.Data) {
			return
		}
		for _, attribute := range node.Attr {
			switch attribute.Key {
			case "lang":
				if attribute.Val != language {
					return
				}
			case "alt", "title", "aria-label":
				said.WriteString(attribute.Val + "\n")
			}
		}
		if node.Type == html.TextNode {
			said.WriteString(node.Data)
		}
		for child := node.FirstChild; child != nil; child = child.NextSibling {
			read(child)
		}
	}
	read(document)
	return said.String()
}
