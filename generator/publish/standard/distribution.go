package standard

import (
	"path"
	"slices"
	"strings"

	"greffe/generator/site"
)

// A distribution is a file of a dataset: its place, and what it holds.
type distribution struct {
	path      string
	mediaType string
	format    string
	of        string // in the catalogue of words: "tables.members", "standard.files.xlsx"
	conforms  string // the IRI of what the file keeps to
	page      string // the address of the page about it, "" for that of all data
}

// formats are those in which data is published, under their names in the
// European Union's list of file types; SQLite has none there.
var formats = map[string]string{"csv": "CSV", "json": "JSON", "xlsx": "XLSX", "parquet": "PARQUET", "sqlite": ""}

// distributions sorts the files of the other publishers into datasets. What
// only describes other files (schemas, sums) is no data.
func distributions(b *site.Brief, others []site.File) map[string][]distribution {
	there := make(map[string]bool, len(others))
	for _, file := range others {
		there[file.Path] = true
	}
	existing := func(path string) string {
		if there[path] {
			return absolute(b, path)
		}
		return ""
	}
	listed := make(map[string][]distribution)
	for _, file := range others {
		if !strings.HasPrefix(file.Path, folder) {
			continue
		}
		name, extension := stem(file.Path), strings.TrimPrefix(path.Ext(file.Path), ".")
		mediaType, _, _ := strings.Cut(file.MediaType, ";")
		d := distribution{path: file.Path, mediaType: mediaType, format: extension}
		dataset := site.Whole
		switch {
		case file.Path == popoloPath:
			d.of, d.conforms, dataset = "standard.files.popolo", popoloSpecification, "members"
		case file.Path == scdlPath:
			d.of, d.conforms, dataset = "standard.files.scdl", scdlSchema, scdl
		case file.Path == tables+"datapackage.json":
			d.of, d.conforms = "standard.files.datapackage", "https://datapackage.org/profiles/2.0/datapackage.json"
		case path.Dir(file.Path)+"/" != tables:
			continue
		case extension == "xlsx" || extension == "sqlite":
			d.of, d.conforms = "standard.files."+extension, existing(tables+"datapackage.json")
		case formats[extension] != "" && b.Words.Has("tables."+name+".title"):
			d.of, d.conforms = "tables."+name, existing(tables+"datapackage.json")
			if extension == "json" {
				d.conforms = existing(tables + name + ".schema.json")
			}
			dataset = datasetOf(b, name)
			if page := b.Addresses.Section("data") + name + "/"; there[b.Addresses.Path(page)] {
				d.page = page
			}
		default:
			continue
		}
		listed[dataset] = append(listed[dataset], d)
	}
	for name := range listed {
		order(b, listed[name])
	}
	return listed
}

// datasetOf is the dataset of a table.
func datasetOf(b *site.Brief, table string) string {
	for _, dataset := range b.Datasets() {
		if slices.Contains(dataset.Tables, table) {
			return dataset.Name
		}
	}
	return site.Whole
}

// order puts the files in the order in which a reader meets them: what holds
// everything, then the tables, each in its formats.
func order(b *site.Brief, files []distribution) {
	names := b.TableNames()
	place := func(d distribution) int {
		table, ok := strings.CutPrefix(d.of, "tables.")
		if !ok {
			return -1
		}
		if i := slices.Index(names, table); i >= 0 {
			return i
		}
		return len(names)
	}
	slices.SortStableFunc(files, func(a, b distribution) int { return place(a) - place(b) })
}

// distribution describes a file of a dataset.
func (k *cataloguer) distribution(dataset string, modified value, d distribution) (value, error) {
	sum, err := k.Sums.Of(k.council, d.path)
	if err != nil {
		return value{}, err
	}
	iri := dataset + "/" + path.Base(d.path)
	page := d.page
	if page == "" {
		page = k.Addresses.Section("data")
	}
	format := label(d.format)
	download := absolute(k.Brief, d.path)
	k.describe(iri, "dcat:Distribution").
		add("dct:identifier", text(iri)).
		add("dct:title", k.say("distribution.title", "title", k.Words.Say(d.of+".title"), "format", format)).
		add("dct:description", k.say("distribution.description", "description", k.Words.Say(d.of+".description"), "format", format)).
		add("dcat:accessURL", k.document(k.Addresses.Absolute(page))).
		add("dcat:downloadURL", to(download)).
		add("dct:format", k.fileType(d.format)).
		add("dcat:mediaType", k.thing(mediaTypes+d.mediaType, "", value{}, "dct:MediaType")).
		add("dcat:byteSize", typed(decimal(sum.Size), "xsd:nonNegativeInteger")).
		add("spdx:checksum", blank("spdx:Checksum").
			add("spdx:algorithm", k.thing(expand("spdx:checksumAlgorithm_sha256"), "", value{}, "spdx:ChecksumAlgorithm")).
			add("spdx:checksumValue", typed(sum.SHA256, "xsd:hexBinary")).value()).
		add("dct:license", k.licence()).
		add("dct:language", k.tongue()).
		add("dct:modified", modified).
		add("dcatap:availability", k.concept(availability, "stable"))
	if d.conforms != "" {
		k.describe(iri).add("dct:conformsTo", k.thing(d.conforms, "", value{}, "dct:Standard"))
	}
	return to(iri), nil
}

// fileType is a format in the European Union's list. One that is not there has
// a label, which harvesters take for its name.
func (k *cataloguer) fileType(extension string) value {
	if code := formats[extension]; code != "" {
		return k.thing(authority+"file-type/"+code, "", value{}, "dct:MediaTypeOrExtent")
	}
	return k.thing(k.base+"#"+extension, "rdfs:label", text(label(extension)), "dct:MediaTypeOrExtent")
}

// label is what people call a format.
func label(extension string) string {
	switch extension {
	case "parquet":
		return "Parquet"
	case "sqlite":
		return "SQLite"
	}
	return strings.ToUpper(extension)
}
