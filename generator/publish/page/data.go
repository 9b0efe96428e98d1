package page

import (
	"greffe/generator/council"
	"greffe/generator/site"
)

// Data leads to the open data: every table with what it holds, the downloads,
// the licence, the feeds.
type Data struct {
	Tables  []DataTable
	Feeds   []Alternate
	Licence council.URL // of its text
	Sample  string      // the absolute address of a table, for the examples
}

// A DataTable is one table in its forms.
type DataTable struct{ Name, CSV, JSON, Schema string }

// licences are where the licences are written.
var licences = map[council.Licence]council.URL{
	"etalab-2.0":   "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
	"odbl-1.0":     "https://opendatacommons.org/licenses/odbl/1-0/",
	"cc-by-4.0":    "https://creativecommons.org/licenses/by/4.0/deed.fr",
	"cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
	"cc0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
}

func dataPages(p *Publisher) []site.File {
	return []site.File{p.page("data", p.Addresses.Section("data"), "", func(v *View) bool {
		v.Section, v.Title = "data", v.SectionTitle("data")
		v.Description = v.T("data-page.intro", "council", v.Settings.Name)
		page := &Data{Licence: licences[v.Settings.Licence]}
		for _, name := range site.Tables() {
			if !p.Words.Has("tables." + name + ".title") {
				continue // nobody has described it yet
			}
			file := v.Asset("data/v1/" + name)
			page.Tables = append(page.Tables, DataTable{name, file + ".csv", file + ".json", file + ".schema.json"})
		}
		page.Sample = v.Absolute(v.Asset("data/v1/sessions.csv"))
		page.Feeds = v.feeds(site.Feed{}, v.SiteName())
		for _, section := range []string{"opinions", "sessions", "news", "documents"} {
			page.Feeds = append(page.Feeds, v.feeds(site.Feed{Collection: section}, v.SectionTitle(section))...)
		}
		v.Alternates = page.Feeds
		v.Page = page
		return true
	})}
}
