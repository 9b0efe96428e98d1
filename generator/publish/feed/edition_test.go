package feed

import (
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

// translated is the tiny council, with an opinion and a draft in English.
func translated(t *testing.T) *site.Brief {
	t.Helper()
	all := documents()
	for i, document := range all {
		title := "Open up"
		switch document.Key() {
		case "canary-opinion", "canary-session":
			title = "A canary"
		case "2024-01":
		default:
			continue
		}
		all[i] = council.WithTranslations(document, []*council.Translation{
			{Language: "en", File: document.Common().File + ".en", Title: title, PlainSummary: "Plain words.", Updated: on(2024, 5, 28)},
		})
	}
	b := brief(t, tiny(all))
	editions, err := site.Editions(b.Council, b.Words, b.Addresses, func(language string) (*words.Catalogue, error) {
		return words.Load(language, b.Words, layouts)
	})
	if err != nil {
		t.Fatal(err)
	}
	b.Editions = editions
	return b
}

// The feed of an edition tells of what was translated, and of nothing else.
func TestAnEditionHasItsFeeds(t *testing.T) {
	published := made(t, translated(t))
	for path, wanted := range map[string][]string{
		"en/atom.xml": {
			`xml:lang="en"`, `<id>https://num.example/conseil/en/opinions/2024-01/</id>`, `<title>Open up</title>`, `<summary>Plain words.</summary>`,
			`<updated>2024-05-28T00:00:00+02:00</updated>`, `<title>Le Num in English</title>`, `<uri>https://num.example/conseil/membres/ada/</uri>`,
			`rel="self" type="application/atom+xml" href="https://num.example/conseil/en/atom.xml"`,
		},
		"en/feed.json": {`"language":"en"`, `"url":"https://num.example/conseil/en/opinions/2024-01/"`, `"title":"Open up"`},
	} {
		feed := published[path]
		for _, want := range wanted {
			if !strings.Contains(feed, want) {
				t.Errorf("%s: no %s in\n%s", path, want, feed)
			}
		}
		if strings.Contains(feed, "Motion") || strings.Contains(feed, "anary") {
			t.Errorf("%s tells of more than was translated:\n%s", path, feed)
		}
	}
	if strings.Contains(published["atom.xml"], "Open up") {
		t.Error("the feed of everything tells of a translation")
	}
}

func TestTheSitemapNamesTheLanguagesOfAPage(t *testing.T) {
	sitemap := made(t, translated(t))["sitemap.xml"]
	for _, want := range []string{
		`xmlns:xhtml="http://www.w3.org/1999/xhtml"`,
		`<xhtml:link rel="alternate" hreflang="fr" href="https://num.example/conseil/avis/2024-01/">`,
		`<xhtml:link rel="alternate" hreflang="x-default" href="https://num.example/conseil/avis/2024-01/">`,
		`<xhtml:link rel="alternate" hreflang="en" href="https://num.example/conseil/en/opinions/2024-01/">`,
	} {
		if !strings.Contains(sitemap, want) {
			t.Errorf("no %s in\n%s", want, sitemap)
		}
	}
	if plain := made(t, brief(t, tiny(documents())))["sitemap.xml"]; strings.Contains(plain, "xhtml") {
		t.Errorf("a site in one language names others:\n%s", plain)
	}
}
