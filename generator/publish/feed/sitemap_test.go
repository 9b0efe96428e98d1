package feed

import (
	"encoding/xml"
	"slices"
	"strings"
	"testing"

	"greffe/generator/site"
)

func TestSitemapListsPagesOnly(t *testing.T) {
	text := made(t, brief(t, tiny(documents())))["sitemap.xml"]
	var listed sitemapPages
	if err := xml.Unmarshal([]byte(text), &listed); err != nil {
		t.Fatal(err)
	}
	want := []sitemapPage{
		{Address: "https://num.example/conseil/"},
		{Address: "https://num.example/conseil/avis/2024-01/", Modified: "2024-05-16"},
		{Address: "https://num.example/conseil/avis/"},
	}
	slices.SortFunc(want, func(a, b sitemapPage) int { return strings.Compare(a.Address, b.Address) })
	if !slices.EqualFunc(listed.Pages, want, func(a, b sitemapPage) bool {
		return a.Address == b.Address && a.Modified == b.Modified && len(a.Versions) == 0
	}) {
		t.Errorf("%+v", listed.Pages)
	}
}

func TestSitemapIsCutWhenItIsTooLong(t *testing.T) {
	b := brief(t, tiny(nil))
	var pages []site.File
	for i := range mostPages + 1 {
		pages = append(pages, site.File{Path: strings.Repeat("a", i%7+1) + "/" + strings.Repeat("b", i%11+1) + "/index.html"})
	}
	var paths []string
	for _, file := range Sitemap(b, pages) {
		paths = append(paths, file.Path)
	}
	if want := []string{"robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"}; !slices.Equal(paths, want) {
		t.Errorf("%v, want %v", paths, want)
	}
}
