package page

import (
	"path"
	"slices"

	"greffe/generator/council"
	"greffe/generator/site"
)

// Data leads to the open data: every table with what it holds, the downloads,
// the licence, the feeds.
type Data struct {
	Whole  []Download
	Tables []DataTable
	Feeds  []Alternate
}

// A DataTable is one table, its page and its files.
type DataTable struct {
	Name, Title, Description, Address string
	Rows                              int
	Files                             []Download
}

// A Download is a file of the open data.
type Download struct {
	Name    string // the file's
	Address string
	Format  string // as people call it
	Size    int64  // 0 if the file is not part of this site
	About   string // what it is, if its name does not say so
}

// licences are where people read the licences.
var licences = map[council.Licence]council.URL{
	"etalab-2.0":   "https://www.etalab.gouv.fr/licence-ouverte-open-licence/",
	"odbl-1.0":     "https://opendatacommons.org/licenses/odbl/1-0/",
	"cc-by-4.0":    "https://creativecommons.org/licenses/by/4.0/deed.fr",
	"cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.fr",
	"cc0-1.0":      "https://creativecommons.org/publicdomain/zero/1.0/deed.fr",
}

func dataPages(p *Publisher) []site.File {
	files := []site.File{p.page("data", p.Addresses.Section("data"), "", func(v *View) bool {
		v.Section, v.Title = "data", v.SectionTitle("data")
		v.Description = v.described("data-page.intro")
		page := &Data{Whole: v.wholeDownloads()}
		for i := range p.Tables {
			page.Tables = append(page.Tables, v.dataTable(&p.Tables[i]))
		}
		page.Feeds = v.feeds(site.Feed{}, v.SiteName())
		for _, section := range []string{"opinions", "sessions", "news", "documents"} {
			page.Feeds = append(page.Feeds, v.feeds(site.Feed{Collection: section}, v.SectionTitle(section))...)
		}
		v.Alternates = page.Feeds
		v.Page = page
		return true
	})}
	for i := range p.Tables {
		files = append(files, tablePage(p, &p.Tables[i]))
	}
	return files
}

func (v *View) dataTable(table *site.Table) DataTable {
	return DataTable{
		Name: table.Name, Address: v.TableAddress(table.Name),
		Title: v.T("tables." + table.Name + ".title"), Description: v.T("tables." + table.Name + ".description"),
		Rows: v.survey(table).rows, Files: v.tableDownloads(table.Name),
	}
}

// TableAddress is that of the page about a table.
func (v *View) TableAddress(table string) string { return v.Href("data") + table + "/" }

// wholeDownloads are the files that hold or describe all tables.
func (v *View) wholeDownloads() []Download {
	return slices.DeleteFunc([]Download{
		v.download(site.TablesFolder+"council.xlsx", "XLSX", "workbook"),
		v.download(site.TablesFolder+"council.sqlite", "SQLite", "database"),
		v.download(site.TablesFolder+"datapackage.json", "Data Package", "package"),
		v.download(site.TablesFolder+"csv-metadata.json", "CSVW", "csvw"),
		v.download("data/popolo.json", "Popolo", "popolo"),
		v.download("data/catalog.jsonld", "DCAT-AP", "catalogue"),
		v.download(site.TablesFolder+"SHA256SUMS", "SHA-256", "sums"),
	}, func(d Download) bool { return d.Size == 0 })
}

// tableDownloads are the files of one table.
func (v *View) tableDownloads(table string) []Download {
	file := site.TablesFolder + table
	return slices.DeleteFunc([]Download{
		v.download(file+".csv", "CSV", ""),
		v.download(file+".json", "JSON", ""),
		v.download(file+".parquet", "Parquet", ""),
		v.download(file+".schema.json", "JSON Schema", ""),
	}, func(d Download) bool { return d.Size == 0 })
}

// download measures a file of the site.
func (v *View) download(file, format, about string) Download {
	d := Download{Name: path.Base(file), Address: v.Asset(file), Format: format}
	if about != "" {
		d.About = v.T("open-data.files." + about)
	}
	if v.publisher.Sums == nil {
		return d
	}
	// A file that cannot be made fails the build where it is written.
	if sum, err := v.publisher.Sums.Of(v.Council, file); err == nil {
		d.Size = sum.Size
	}
	return d
}
