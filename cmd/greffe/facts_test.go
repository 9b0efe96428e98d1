package main

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"gopkg.in/yaml.v3"
)

// A fact of a council's sources, the page that must show it, and the words in
// which it does.
type fact struct {
	ID   string    `yaml:"id"`
	Page string    `yaml:"page"`
	Text factTexts `yaml:"text"`
}

type factTexts []string

func (f *factTexts) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.SequenceNode {
		return node.Decode((*[]string)(f))
	}
	*f = factTexts{node.Value}
	return nil
}

func TestEveryFactOfTheRealCouncilsIsOnItsPage(t *testing.T) {
	for _, name := range councils {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text, err := os.ReadFile(filepath.Join(councilsDir, name+".facts.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			var facts []fact
			if err := yaml.Unmarshal(text, &facts); err != nil {
				t.Fatal(err)
			}
			if len(facts) < 20 {
				t.Fatalf("only %d facts", len(facts))
			}
			site := build(t, filepath.Join(councilsDir, name))
			for _, f := range facts {
				address, _ := url.PathUnescape(f.Page)
				file := filepath.Join(site, filepath.FromSlash(path.Join(address, "index.html")))
				page, err := os.ReadFile(file)
				if err != nil {
					t.Errorf("fact %s: there is no page %s", f.ID, f.Page)
					continue
				}
				shown := visibleText(t, string(page))
				for _, wanted := range f.Text {
					if !strings.Contains(shown, foldSpaces(wanted)) {
						t.Errorf("fact %s: %s does not show %q", f.ID, f.Page, wanted)
					}
				}
			}
		})
	}
}

// visibleText is what a reader sees of a page, with plain spaces and
// apostrophes.
func visibleText(t testing.TB, page string) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode {
			switch n.Data {
			case "head", "script", "style":
				return
			case "sup", "span", "a", "em", "strong", "time", "abbr", "code":
			default:
				b.WriteByte(' ')
			}
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			visit(child)
		}
	}
	visit(root)
	return foldSpaces(b.String())
}

func foldSpaces(text string) string {
	text = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "’", "'").Replace(text)
	// A guillemet's own spaces are the generator's to set.
	text = strings.NewReplacer("« ", "«", " »", "»", " :", ":", " ;", ";", " !", "!", " ?", "?").Replace(strings.Join(strings.Fields(text), " "))
	return text
}
