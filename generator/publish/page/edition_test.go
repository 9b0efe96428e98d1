package page

import (
	"fmt"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"greffe/generator/council"
	"greffe/generator/site"
)

// translated is the council that has all fields, each document of which has a
// translation into a language.
func translated(t *testing.T, language, header string) (fstest.MapFS, *site.Brief) {
	t.Helper()
	files := speaking(t, os.DirFS("testdata/council"), "fr").(fstest.MapFS)
	for _, name := range slices.Collect(maps.Keys(files)) {
		base, isDocument := strings.CutSuffix(name, ".md")
		if !isDocument || !strings.Contains(name, "/") {
			continue
		}
		key := "title"
		if strings.HasPrefix(name, "members/") {
			key = "name"
		}
		files[base+"."+language+".md"] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"---\n%s: Translated %s\nsummary: A translated summary.\nplain_summary: |\n  Translated plain words.\n\n  In two paragraphs.\n%s---\n## Translated heading\n\nTranslated text.\n", key, path.Base(base), header)}
	}
	return files, briefOf(t, files, "2025-06-01")
}

// A translated page speaks two languages, and each passage says which.
func TestATranslatedPageTellsItsLanguagesApart(t *testing.T) {
	files, brief := translated(t, "en", "")
	pages := siteFor(t, brief)
	seen := 0
	for document := range brief.Council.Everything() {
		file := brief.Addresses.Path(brief.Editions[0].Addresses.Of(document))
		page := making(t, pages, file)
		for _, fault := range faults(pages, []byte(page)) {
			t.Errorf("%s: %s", file, fault)
		}
		for _, mark := range []rune{beginTongue, endCode, endTongue} {
			if strings.ContainsRune(page, mark) {
				t.Errorf("%s: a mark is left", file)
			}
		}
		view := &View{Council: brief.Council, publisher: &Publisher{Brief: brief}}
		french := []string{brief.Council.Settings.Contact.Name} // what only the original says, and the settings
		council.EachText(document, func(text string, _ func() string) {
			if text = view.typeset(oneLine(text)); len(text) > 12 {
				french = append(french, text)
			}
		})
		eachPassage(t, page, func(text, language string) {
			for _, original := range french {
				if language == "en" && strings.Contains(text, original) {
					t.Errorf("%s: %q is said to be English", file, text)
				}
				if language == "fr" && strings.Contains(text, original) {
					seen++
				}
			}
			if strings.Contains(text, "Translated") && language != "en" {
				t.Errorf("%s: %q is said to be in %s", file, text, language)
			}
		})
		for _, want := range []string{`<html lang="en">`, "Translated text.", `<link rel="alternate" hreflang="fr" href="`, `<link rel="alternate" hreflang="x-default"`} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s", file, want)
			}
		}
	}
	if seen < 50 {
		t.Errorf("only %d passages of the originals were found", seen)
	}
	if len(files) == 0 || !strings.Contains(making(t, pages, "en/index.html"), "Translated 2024-01") {
		t.Error("the home of the edition does not list what was translated")
	}
}

// Every link that leads out of an edition says in which language the page is.
func TestLinksThatLeaveAnEditionSaySo(t *testing.T) {
	_, brief := translated(t, "en", "")
	pages := siteFor(t, brief)
	for _, file := range pages.Files() {
		if !strings.HasPrefix(file.Path, "en/") {
			continue
		}
		eachElement(t, making(t, pages, file.Path), func(node *html.Node) {
			href, language := attribute(node, "href"), attribute(node, "hreflang")
			out := strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "/en/") && strings.HasSuffix(href, "/")
			if node.Data == "a" && out && language == "" {
				t.Errorf("%s: %s does not say that it leads to a page in French", file.Path, href)
			}
		})
	}
}

// The original and its translation name each other, and themselves.
func TestVersionsNameOneAnother(t *testing.T) {
	_, brief := translated(t, "en", "")
	pages := siteFor(t, brief)
	for _, file := range []string{"avis/2024-01/index.html", "en/opinions/2024-01/index.html", "index.html", "en/index.html"} {
		page, rest := making(t, pages, file), "avis/2024-01/"
		other := "en/opinions/2024-01/"
		if !strings.Contains(file, "2024-01") {
			rest, other = "", "en/"
		}
		base := brief.Addresses.Absolute("/")
		for _, want := range []string{
			`<link rel="alternate" hreflang="fr" href="` + base + rest + `">`,
			`<link rel="alternate" hreflang="x-default" href="` + base + rest + `">`,
			`<link rel="alternate" hreflang="en" href="` + base + other + `">`,
			`>Français</`, `>English</`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s", file, want)
			}
		}
	}
}

// A language that greffe does not speak has the site's words around its texts.
func TestAnEditionWithoutWordsKeepsTheSites(t *testing.T) {
	_, brief := translated(t, "ar", "")
	pages := siteFor(t, brief)
	page := making(t, pages, "ar/avis/2024-01/index.html")
	for _, want := range []string{`<html lang="fr">`, `hreflang="ar"`, `lang="ar" dir="rtl"`, ">العربية<", "rédigé en français"} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in\n%s", want, page)
		}
	}
}

func TestAnOutdatedTranslationIsSaid(t *testing.T) {
	const said = "may no longer be"
	for header, outdated := range map[string]bool{"": false, "updated: 2024-01-02\n": true, "updated: 2025-05-31\n": false} {
		files, _ := translated(t, "en", header)
		original := files["opinions/2024-01.md"].Data
		files["opinions/2024-01.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(original), "---\n", "---\nupdated: 2025-05-30\n", 1))}
		page := making(t, siteOf(t, files, "2025-06-01"), "en/opinions/2024-01/index.html")
		if strings.Contains(page, said) != outdated {
			t.Errorf("%q: the reader is told that it is outdated: %v", header, !outdated)
		}
	}
}

// What the public may not see of a document, it may not see of a translation.
func TestATranslationIsNoBackDoor(t *testing.T) {
	for _, key := range []string{"draft: true", "confidential: true", "publish_on: 2030-01-01", "expire_on: 2025-01-01"} {
		files, _ := translated(t, "en", "")
		original := files["opinions/2024-01.md"].Data
		files["opinions/2024-01.md"] = &fstest.MapFile{Data: []byte(strings.Replace(string(original), "---\n", "---\n"+key+"\n", 1))}
		pages := siteOf(t, files, "2025-06-01")
		for _, file := range pages.Files() {
			if strings.Contains(making(t, pages, file.Path), "Translated 2024-01") {
				t.Errorf("%s: %s shows its translation", key, file.Path)
			}
		}
	}
}

// A text that holds our marks sets none of its own.
func TestMarksInATextAreHarmless(t *testing.T) {
	view := &View{publisher: &Publisher{Brief: &site.Brief{}}}
	view.publisher.edition = &edition{&site.Edition{}, &site.Brief{}, nil}
	view.publisher.Words, view.publisher.edition.site.Words = brief(t).Words, brief(t).Words
	for _, text := range []string{
		"\uF8F0\"><script>\uF8F1x\uF8F2", "\uF8F2\uF8F2 x", "\uF8F0ar", "<p title=\"\uF8F0fr\uF8F1x\uF8F2\">",
	} {
		if page := string(view.aloud([]byte(text))); strings.Contains(page, "lang=\"\"") || strings.ContainsRune(page, endTongue) {
			t.Errorf("%q became %q", text, page)
		}
	}
}

func brief(t *testing.T) *site.Brief {
	return briefOf(t, fstest.MapFS{"council.yaml": {Data: []byte("name: Conseil\n")}}, "2025-06-01")
}

// eachPassage visits the texts of a page that people read, with the language in
// which each is said to be.
func eachPassage(t *testing.T, page string, visit func(text, language string)) {
	t.Helper()
	eachElement(t, page, func(node *html.Node) {
		if node.Data == "title" || node.Data == "script" {
			return
		}
		language := ""
		for up := node; up != nil && language == ""; up = up.Parent {
			language = attribute(up, "lang")
		}
		for child := node.FirstChild; child != nil; child = child.NextSibling {
			if child.Type == html.TextNode {
				visit(child.Data, language)
			}
		}
	})
}

func eachElement(t *testing.T, page string, visit func(*html.Node)) {
	t.Helper()
	document, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for node := range document.Descendants() {
		if node.Type == html.ElementNode {
			visit(node)
		}
	}
}

func attribute(node *html.Node, name string) string {
	for _, attribute := range node.Attr {
		if attribute.Key == name {
			return attribute.Val
		}
	}
	return ""
}
