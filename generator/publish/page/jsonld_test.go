package page

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// schemaTerms are the types and properties that schema.org has.
func schemaTerms(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("testdata/schemaorg.txt")
	if err != nil {
		t.Fatal(err)
	}
	terms := make(map[string][]string)
	for line := range strings.Lines(string(text)) {
		if kind, properties, ok := strings.Cut(line, ":"); ok && line[0] != '#' {
			terms[kind] = strings.Fields(properties)
		}
	}
	return terms
}

// structured is the structured data of a page; nil if it has none.
func structured(t *testing.T, path, page string) map[string]any {
	t.Helper()
	const open, shut = `<script type="application/ld+json">`, `</script>`
	_, after, found := strings.Cut(page, open)
	if !found {
		return nil
	}
	text, rest, _ := strings.Cut(after, shut)
	if strings.Contains(rest, open) {
		t.Errorf("%s has structured data twice", path)
	}
	var data map[string]any
	if err := json.Unmarshal([]byte(text), &data); err != nil {
		t.Fatalf("%s: %v in %s", path, err, text)
	}
	return data
}

func TestStructuredDataKeepsToSchemaOrg(t *testing.T) {
	terms := schemaTerms(t)
	pages := siteOf(t, os.DirFS("../../../content"), "2026-11-20")
	seen := make(map[string]int)
	for _, path := range pages.Paths() {
		data := structured(t, path, making(t, pages, path))
		var visit func(value any)
		visit = func(value any) {
			switch value := value.(type) {
			case []any:
				for _, item := range value {
					visit(item)
				}
			case map[string]any:
				kind, _ := value["@type"].(string)
				allowed, known := terms[kind]
				if !known {
					t.Errorf("%s: schema.org has no type %q here", path, kind)
				}
				seen[kind]++
				for property, inner := range value {
					if property != "@type" && !slices.Contains(allowed, property) {
						t.Errorf("%s: %s has no property %s", path, kind, property)
					}
					if inner == "" || inner == nil {
						t.Errorf("%s: %s.%s is empty", path, kind, property)
					}
					visit(inner)
				}
			}
		}
		if data != nil {
			visit(data["@graph"])
		}
	}
	for _, kind := range []string{"GovernmentOrganization", "Person", "Event", "Report", "NewsArticle", "CreativeWork", "DataCatalog", "Dataset", "DataDownload", "BreadcrumbList"} {
		if seen[kind] == 0 {
			t.Errorf("no page is about a %s", kind)
		}
	}
}

func TestStructuredDataSaysWhatThePageSays(t *testing.T) {
	pages := siteOf(t, os.DirFS("../../../content"), "2026-11-20")
	for path, want := range map[string]string{
		"index.html":                          `"foundingDate":"2023-01"`,
		"avis/2026-07/index.html":             `"dateCreated":"2026-10-08"`,
		"membres/ines-belkacem/index.html":    `"name":"Inès Belkacem"`,
		"seances/2026-10-08/index.html":       `"startDate":"2026-10-08T`,
		"donnees/index.html":                  `"contentUrl":"https://fanal.aubrelle.example/data/v1/opinions.csv"`,
		"documents/programme-2026/index.html": `"@type":"CreativeWork"`,
	} {
		if page := making(t, pages, path); !strings.Contains(page, want) {
			t.Errorf("%s does not say %s", path, want)
		}
	}
}

func TestNoTextClosesTheScript(t *testing.T) {
	const hostile = `</script><script>alert(1)</script> <!-- & "quoted"`
	content := fstest.MapFS{
		"council.yaml":        {Data: []byte("name: Conseil\nlanguage: fr\nbase_url: https://num.example\n")},
		"opinions/2024-01.md": {Data: []byte("---\ntitle: '" + hostile + "'\nkind: opinion\nstatus: adopted\nadopted_on: 2024-01-02\n---\n")},
	}
	page := making(t, siteOf(t, content, "2024-06-01"), "avis/2024-01/index.html")
	if n := strings.Count(page, "<script"); n != 1 {
		t.Errorf("the page has %d scripts", n)
	}
	for _, about := range structured(t, "the opinion", page)["@graph"].([]any) {
		if opinion := about.(map[string]any); opinion["@type"] == "Report" && opinion["name"] != hostile {
			t.Errorf("the name became %q", opinion["name"])
		}
	}
}

// Texts are written as encoding/json writes them, whatever is in them.
func TestStructuredTextIsThatOfTheLibrary(t *testing.T) {
	for c := range rune(0x2100) {
		for _, text := range []string{string(c), "a" + string(c) + "é", string([]byte{byte(c)}), "é" + string([]byte{byte(c)}) + "a"} {
			want, err := json.Marshal(text)
			if err != nil {
				t.Fatal(err)
			}
			if got := appendText(nil, text); string(got) != string(want) {
				t.Errorf("%q is written %s, not %s", text, got, want)
			}
		}
	}
}
