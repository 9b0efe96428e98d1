package feed

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// mostPages is how many addresses one site map may hold (sitemaps.org).
const mostPages = 50_000

// Sitemap is sitemap.xml, which lists the pages among the files of the site,
// and robots.txt, which says where it is. Past fifty thousand pages sitemap.xml
// lists further site maps.
func Sitemap(b *site.Brief, files []site.File) []site.File {
	pages := pagesOf(files)
	made := []site.File{robots(b)}
	if len(pages) <= mostPages {
		return append(made, sitemap(b, "sitemap.xml", pages))
	}
	var parts []sitemapPart
	for chunk := range slices.Chunk(pages, mostPages) {
		name := fmt.Sprintf("sitemap-%d.xml", len(parts)+1)
		parts = append(parts, sitemapPart{b.Addresses.Absolute(b.Addresses.Asset(name))})
		made = append(made, sitemap(b, name, chunk))
	}
	return append(made, site.File{
		Path: "sitemap.xml", MediaType: "application/xml; charset=utf-8",
		Make: func(w io.Writer, _ *council.Council) error { return writeXML(w, sitemapIndex{Parts: parts}) },
	})
}

// A page is a file whose address is its folder's.
type page struct{ folder, from string }

func pagesOf(files []site.File) []page {
	var pages []page
	for _, file := range files {
		if folder, ok := strings.CutSuffix(file.Path, "index.html"); ok && (folder == "" || strings.HasSuffix(folder, "/")) {
			pages = append(pages, page{folder, file.From})
		}
	}
	slices.SortFunc(pages, func(a, b page) int { return cmp.Compare(a.folder, b.folder) })
	return pages
}

type sitemapIndex struct {
	XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Parts   []sitemapPart `xml:"sitemap"`
}

type sitemapPart struct {
	Address string `xml:"loc"`
}

type sitemapPages struct {
	XMLName xml.Name      `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string        `xml:"xmlns:xhtml,attr,omitempty"` // if any page has several languages
	Pages   []sitemapPage `xml:"url"`
}

type sitemapPage struct {
	Address  string             `xml:"loc"`
	Modified string             `xml:"lastmod,omitempty"`
	Versions []sitemapAlternate `xml:"xhtml:link"`
}

// A sitemapAlternate is a page in one of its languages, itself among them.
type sitemapAlternate struct {
	Relation string `xml:"rel,attr"`
	Language string `xml:"hreflang,attr"`
	Address  string `xml:"href,attr"`
}

func sitemap(b *site.Brief, path string, pages []page) site.File {
	return site.File{
		Path: path, MediaType: "application/xml; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error {
			modified, left, versions := lastModified(c), noLonger(b, c), versionsOf(b, c)
			var listed sitemapPages
			for _, p := range pages {
				if !left[p.folder] {
					address := b.Addresses.Absolute(b.Addresses.Home()) + escaped(p.folder)
					listed.Pages = append(listed.Pages, sitemapPage{Address: address, Modified: modified[p.from], Versions: versions[p.folder]})
				}
			}
			if len(versions) > 0 {
				listed.XHTML = "http://www.w3.org/1999/xhtml"
			}
			return writeXML(w, listed)
		},
	}
}

// lastModified is when each content file last changed for its readers. The
// schema of site maps takes whole days only.
func lastModified(c *council.Council) map[string]string {
	dates := make(map[string]string)
	for document := range c.Everything() {
		entry := document.Common()
		if date := entry.Modified(c.AsOf); date.IsDay() {
			dates[entry.File] = date.String()
			for _, t := range entry.Translations {
				dates[t.File] = date.String()
				if t.Updated.IsDay() && t.Updated.First() > date.First() {
					dates[t.File] = t.Updated.String()
				}
			}
		}
	}
	delete(dates, "") // of files that stand for several documents
	return dates
}

// versionsOf are the languages of each folder that has several.
func versionsOf(b *site.Brief, c *council.Council) map[string][]sitemapAlternate {
	if len(b.Editions) == 0 {
		return nil
	}
	found := make(map[string][]sitemapAlternate)
	add := func(versions []site.Version) {
		var alternates []sitemapAlternate
		for _, version := range versions {
			address := b.Addresses.Absolute(version.Address)
			alternates = append(alternates, sitemapAlternate{"alternate", string(version.Language), address})
			if version.Original {
				alternates = append(alternates, sitemapAlternate{"alternate", "x-default", address})
			}
		}
		for _, version := range versions {
			found[strings.TrimSuffix(b.Addresses.Path(version.Address), "index.html")] = alternates
		}
	}
	add(b.Homes())
	for document := range c.Everything() {
		add(b.Versions(document))
	}
	return found
}

// noLonger are the folders of pages that only send on to another, or say that
// there is nothing any more: nobody needs to search those.
func noLonger(b *site.Brief, c *council.Council) map[string]bool {
	left := make(map[string]bool)
	leave := func(collection, id string) {
		for _, addresses := range everywhere(b) {
			if address := addresses.Document(collection, id); address != "" {
				left[strings.TrimSuffix(b.Addresses.Path(address), "index.html")] = true
			}
		}
	}
	for document := range c.Everything() {
		for _, alias := range document.Common().Aliases {
			leave(document.Collection(), string(alias))
		}
	}
	for i := range c.Withdrawals {
		leave(string(c.Withdrawals[i].Of), string(c.Withdrawals[i].ID))
	}
	return left
}

// everywhere are the addresses of the site and of its editions.
func everywhere(b *site.Brief) []*site.Addresses {
	all := []*site.Addresses{b.Addresses}
	for i := range b.Editions {
		all = append(all, b.Editions[i].Addresses)
	}
	return all
}

func writeXML(w io.Writer, document any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "  ")
	if err := encoder.Encode(document); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
