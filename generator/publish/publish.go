// Package publish lists everything that greffe makes of a council.
//
// A publisher turns the public council into files of the site. Each is a
// package, or a file of one, that knows nothing of the others; all of them are
// in [Publishers], in order.
//
// # How to add a feed or a data format
//
// Write one file in feed/, data/ or standard/ with a function that lists the files of the
// format, and add one line to Publishers.
package publish

import (
	"fmt"
	"strings"

	"greffe/generator/publish/asset"
	"greffe/generator/publish/data"
	"greffe/generator/publish/feed"
	"greffe/generator/publish/host"
	"greffe/generator/publish/page"
	"greffe/generator/publish/search"
	"greffe/generator/publish/social"
	"greffe/generator/publish/standard"
	"greffe/generator/site"
)

// A Publisher makes one part of the site, or several.
type Publisher struct {
	Name  string // what --only calls it: "page", "data/csv"
	Parts func(b *site.Brief, others others) ([]site.Part, error)
}

// others lists the files of the publishers before one, as a site map wants
// them.
type others func() []site.File

// Publishers are all of them. A later one may list the files of those before
// it, as a site map does.
var Publishers = []Publisher{
	{"page", whole(page.Parts)},
	{"asset", whole(asset.Parts)},
	{"social", sure(social.Posters)},
	{"search", whole(search.Parts)},
	{"data/csv", sure(data.CSV)},
	{"data/json", sure(data.JSON)},
	{"data/xlsx", sure(data.XLSX)},
	{"data/parquet", sure(data.Parquet)},
	{"data/sqlite", sure(data.SQLite)},
	{"data/csvw", sure(data.CSVW)},
	{"data/package", sure(data.Package)},
	{"data/object", sure(data.Objects)},
	{"data/popolo", sure(standard.Popolo)},
	{"data/scdl", sure(standard.SCDL)},
	{"data/dcat", after(standard.DCAT)}, // of all the data above
	{"data/sums", after(data.Sums)},
	{"feed/atom", sure(feed.Atom)},
	{"feed/json", sure(feed.JSON)},
	{"feed/calendar", sure(feed.Calendar)},
	{"feed/sitemap", after(feed.Sitemap)},
	{"host/headers", after(host.Headers)},
	{"host/redirects", sure(host.Redirects)},
	{"host/htaccess", after(host.Htaccess)},
}

func whole(parts func(*site.Brief) ([]site.Part, error)) func(*site.Brief, others) ([]site.Part, error) {
	return func(b *site.Brief, _ others) ([]site.Part, error) { return parts(b) }
}

func sure(files func(*site.Brief) []site.File) func(*site.Brief, others) ([]site.Part, error) {
	return func(b *site.Brief, _ others) ([]site.Part, error) {
		return []site.Part{site.List(func() []site.File { return files(b) })}, nil
	}
}

func after(files func(*site.Brief, []site.File) []site.File) func(*site.Brief, others) ([]site.Part, error) {
	return func(b *site.Brief, before others) ([]site.Part, error) {
		return []site.Part{site.List(func() []site.File { return files(b, before()) })}, nil
	}
}

// Site is what the publishers that only names make of the brief, or all of them
// if it is empty. The name of a group ("data") stands for all of its members.
func Site(b *site.Brief, only []string) (*site.Site, error) {
	b.Tables = data.Described()
	if b.Assets == nil {
		if err := asset.Prepare(b); err != nil {
			return nil, err
		}
	}
	var parts []site.Part
	for _, publisher := range Publishers {
		if !wanted(publisher.Name, only) {
			continue
		}
		before := parts
		more, err := publisher.Parts(b, func() []site.File { return filesOf(before) })
		if err != nil {
			return nil, fmt.Errorf("publishing %s: %w", publisher.Name, err)
		}
		parts = append(parts, more...)
	}
	s := site.New(b.Council, parts...)
	b.Sums = site.NewSums(s.Find)
	s.Measured(b.Sums)
	return s, nil
}

func filesOf(parts []site.Part) []site.File {
	var files []site.File
	for _, part := range parts {
		files = append(files, part.Files()...)
	}
	return files
}

func wanted(name string, only []string) bool {
	if len(only) == 0 {
		return true
	}
	for _, want := range only {
		if name == want || strings.HasPrefix(name, want+"/") {
			return true
		}
	}
	return false
}

// Known tells whether only may name a publisher or a group of them.
func Known(name string) bool {
	for _, publisher := range Publishers {
		if wanted(publisher.Name, []string{name}) {
			return true
		}
	}
	return false
}
