//go:build full

package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A site whose pages a browser looks at.
type shownSite struct {
	Name   string      `json:"name"`
	Folder string      `json:"folder"`
	Whole  bool        `json:"whole"`
	Pages  []shownPage `json:"pages"`
}

// A page by its address, and by what it is.
type shownPage struct {
	Path string `json:"path"`
	Type string `json:"type"`
	size int
}

// Anyone can use the pages, and would want to: one page of each type is looked
// at, of the demonstration council in all ways, of the real ones in those that
// what they publish may change. public.mjs and looks.mjs say how.
func TestThePublicCanUseThePages(t *testing.T) {
	var all []shownSite
	want := 0
	for name, content := range sites() {
		site := shownSite{Name: name, Folder: build(t, content), Whole: name == "demonstration"}
		site.Pages = onePageOfEachType(t, site.Folder, site.Whole)
		want += len(site.Pages)
		all = append(all, site)
	}
	slices.SortFunc(all, func(a, b shownSite) int { return cmp.Compare(a.Name, b.Name) })
	seen := lookAt(t, all...)
	for _, p := range seen.Problems {
		t.Errorf("%s %s (%s): %s", p.Site, p.Path, p.Type, p.What)
	}
	if len(seen.Pages) != want {
		t.Errorf("%d pages were looked at to the end, of %d", len(seen.Pages), want)
	}
	for _, p := range seen.Pages {
		if p.Site == "demonstration" {
			t.Logf("%s (%s): %d requests, %d sheets of paper", p.Path, p.Type, p.Requests, p.Sheets)
		}
	}
}

// What a browser saw of some sites.
type looked struct {
	Failure  string
	Problems []struct{ Site, Path, Type, What string }
	Pages    []struct {
		Site, Path, Type string
		Requests, Sheets int
	}
}

func lookAt(t *testing.T, sites ...shownSite) looked {
	t.Helper()
	var seen looked
	runChecker(t, &seen, sites, "public.mjs")
	if seen.Failure != "" {
		t.Fatal(seen.Failure)
	}
	return seen
}

// plantedFaults are what the public could not live with.
const plantedFaults = `
:focus-visible { outline: none !important; }
main a { padding: 0 !important; }
.lead { color: #666 !important; background: #fff; }
.credit { width: 40rem; color: #777; background: #fff; }
.brand { overflow: hidden; height: 1rem; }
@media print { .menu { display: block !important; } }
`

// The looks find what they look for: faults that are put into the stylesheet are
// all told.
func TestTheBrowserFindsPlantedFaults(t *testing.T) {
	style, err := os.ReadFile("../../static/css/style.css")
	if err != nil {
		t.Fatal(err)
	}
	static := t.TempDir()
	if err := os.Mkdir(filepath.Join(static, "css"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(static, "css", "style.css"), append(style, plantedFaults...), 0o600); err != nil {
		t.Fatal(err)
	}
	home := shownSite{Name: "planted", Folder: build(t, "../../content", "--static", static), Whole: true, Pages: []shownPage{{Path: "/conformite/", Type: "conformity"}}}
	var told []string
	for _, p := range lookAt(t, home).Problems {
		told = append(told, p.What)
	}
	for _, want := range []string{
		"axe, light, 1280: color-contrast-enhanced", "axe, dark, 320: color-contrast: ", "keyboard, dark, 1280: no outline",
		"targets, 1280: a ", "320: the page scrolls sideways", "200 %: cut off", "print: prints nav.menu",
	} {
		if !slices.ContainsFunc(told, func(what string) bool { return strings.HasPrefix(what, want) }) {
			t.Errorf("nobody said %q…, but:\n%s", want, strings.Join(told, "\n"))
		}
	}
}

var pageType = regexp.MustCompile(`<body data-page-type="([^"]+)"`)

// onePageOfEachType takes the largest page of each type. Lists differ more from
// one another than other pages do: if apart is true, each section's is taken.
func onePageOfEachType(t *testing.T, folder string, apart bool) []shownPage {
	t.Helper()
	largest := make(map[string]shownPage)
	for path, text := range tree(t, folder) {
		found := pageType.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		page := shownPage{Path: "/" + strings.TrimSuffix(path, "index.html"), Type: found[1], size: len(text)}
		key := page.Type
		if apart && page.Type == "list" {
			section, _, _ := strings.Cut(path, "/")
			key += section
		}
		if page.Type == "notfound" {
			page.Path = "/nowhere/" // where a host shows it
		}
		if before, ok := largest[key]; !ok || cmp.Or(cmp.Compare(before.size, page.size), cmp.Compare(page.Path, before.Path)) < 0 {
			largest[key] = page
		}
	}
	var pages []shownPage
	for _, page := range largest {
		pages = append(pages, page)
	}
	slices.SortFunc(pages, func(a, b shownPage) int { return cmp.Compare(a.Path, b.Path) })
	return pages
}

// runChecker gives a script of the checkers' folder its input as JSON, and
// reads what it prints.
func runChecker(t *testing.T, output, input any, script string, args ...string) {
	t.Helper()
	text, err := json.Marshal(input)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", append([]string{script}, args...)...)
	node.Dir, node.Stdin, node.Stderr = filepath.Join("testdata", "checkers"), bytes.NewReader(text), os.Stderr
	printed, err := node.Output()
	if err != nil {
		t.Fatalf("running %s: %v", script, err)
	}
	if err := json.Unmarshal(printed, output); err != nil {
		t.Fatalf("reading what %s says: %v\n%s", script, err, printed)
	}
}
