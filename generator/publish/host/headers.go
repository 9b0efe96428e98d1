package host

import (
	"cmp"
	"io"
	"maps"
	"path"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

const (
	// forEver is a year: a file whose content changes changes its name.
	forEver = "public, max-age=31536000, immutable"

	// A file that may hold a script of somebody else's is shown as if it came
	// from a site of its own.
	sandboxed = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; sandbox"

	// Browsers show a PDF in a document of their own, which a sandbox or the
	// policy of pages would leave blank.
	readable = "default-src 'self'; object-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'"

	nothingAsked = "accelerometer=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
	exposed      = "Accept-Ranges, Content-Disposition, Content-Encoding, Content-Length, Content-Range, ETag, Last-Modified, Link"
)

// forms are those of the feeds, which lie in many folders under the same names.
var forms = []site.Form{site.Atom, site.JSONFeed, site.Calendar}

const (
	dataFolder   = "data/"
	schemaEnding = ".schema.json"
)

// Headers is _headers. It has as many rules as there are formats and tables,
// however many documents there are.
func Headers(b *site.Brief, files []site.File) []site.File {
	if b.Apache {
		return nil
	}
	return []site.File{{
		Path: "_headers", MediaType: "text/plain; charset=utf-8",
		Make: func(w io.Writer, c *council.Council) error { return writeRules(w, rules(b, c, files)) },
	}}
}

func rules(b *site.Brief, c *council.Council, files []site.File) []rule {
	at := b.Addresses.Asset
	policy := site.PagePolicy + "; frame-ancestors 'none'"
	if _, form := b.Assets["admin/index.html"]; form {
		// Hosts join the policies of all the rules that match, and the form for
		// editors needs more than a page: each of the two bears its own.
		policy = "frame-ancestors 'none'"
	}
	all := []rule{{at("*"), []header{
		{"Content-Security-Policy", policy},
		{"Permissions-Policy", nothingAsked},
		{"Referrer-Policy", "same-origin"},
		{"X-Content-Type-Options", "nosniff"},
	}}}
	for _, extension := range []string{"htm", "html", "svg", "xhtml", "xml"} {
		all = append(all, rule{at("*." + extension), []header{{"Content-Security-Policy", sandboxed}}})
	}
	all = append(all, rule{at("*.pdf"), []header{{"Content-Security-Policy", readable}}})
	all = append(all, lasting(b)...)
	all = append(all, shared(b, c, files)...)
	return all
}

// lasting are the files whose names bear a part of their hash.
func lasting(b *site.Brief) []rule {
	var all []rule
	for name, place := range b.Assets {
		if place != name {
			all = append(all, rule{b.Addresses.Asset(place), []header{{"Cache-Control", forEver}}})
		}
	}
	slices.SortFunc(all, func(a, b rule) int { return cmp.Compare(a.path, b.path) })
	return all
}

// shared are the data and the feeds: any site may read them, by parts too.
func shared(b *site.Brief, c *council.Council, files []site.File) []rule {
	at := b.Addresses.Asset
	licence := ""
	if iri := site.LicenceIRI(c.Settings.Licence); iri != "" {
		licence = "<" + iri + `>; rel="license"`
	}
	anybody := func(path, mediaType string) rule {
		r := rule{path, []header{{"Access-Control-Allow-Origin", "*"}, {"Access-Control-Expose-Headers", exposed}}}
		if mediaType != "" {
			r.headers = append(r.headers, header{"Content-Type", mediaType})
		}
		if licence != "" {
			r.headers = append(r.headers, header{"Link", licence})
		}
		return r
	}
	all := []rule{anybody(at(dataFolder+"*"), ""), anybody(at("*/index.json"), "")} // an object's facts lie beside its page
	for _, form := range forms {
		all = append(all, anybody(at("*"+form.File), form.MediaType+"; charset=utf-8"))
	}
	all = append(all, typed(b, files)...)
	return append(all, described(b, licence, files)...)
}

// typed says what the data is, by the endings of the files' names; a file that
// is not what most of its ending are has a rule of its own.
func typed(b *site.Brief, files []site.File) []rule {
	types := make(map[string]map[string]int) // by ending: how many files are of a type
	for _, file := range files {
		if strings.HasPrefix(file.Path, dataFolder) {
			ending := endingOf(file.Path)
			if types[ending] == nil {
				types[ending] = make(map[string]int)
			}
			types[ending][file.MediaType]++
		}
	}
	usual := make(map[string]string)
	for ending, counts := range types {
		usual[ending] = slices.MaxFunc(slices.Sorted(maps.Keys(counts)), func(a, b string) int { return counts[a] - counts[b] })
	}
	// A longer ending comes later, and counts: .schema.json after .json.
	endings := slices.SortedFunc(maps.Keys(usual), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
	var all []rule
	for _, ending := range endings {
		all = append(all, rule{b.Addresses.Asset(dataFolder + "*" + ending), []header{{"Content-Type", usual[ending]}}})
	}
	for _, file := range files {
		if strings.HasPrefix(file.Path, dataFolder) && file.MediaType != usual[endingOf(file.Path)] {
			all = append(all, rule{b.Addresses.Asset(file.Path), []header{{"Content-Type", file.MediaType}}})
		}
	}
	return all
}

// endingOf is the last part of a file's name that has a type of its own:
// ".csv", ".schema.json"; the whole name if it has no dot.
func endingOf(file string) string {
	name := path.Base(file)
	if strings.HasSuffix(name, schemaEnding) {
		return schemaEnding
	}
	if extension := path.Ext(name); extension != "" {
		return extension
	}
	return name
}

// described says of each table where its columns are explained, to whoever has
// its CSV file alone: the other formats say it themselves.
func described(b *site.Brief, licence string, files []site.File) []rule {
	there := make(map[string]bool)
	for _, file := range files {
		there[file.Path] = true
	}
	var all []rule
	for _, file := range files {
		table, isSchema := strings.CutSuffix(file.Path, schemaEnding)
		if !isSchema || !strings.HasPrefix(file.Path, dataFolder) {
			continue
		}
		link := "<" + b.Addresses.Asset(file.Path) + `>; rel="describedby"; type="application/schema+json"`
		if licence != "" {
			link += ", " + licence
		}
		if csv := table + ".csv"; there[csv] {
			all = append(all, rule{b.Addresses.Asset(csv), []header{{"Link", link}}})
		}
	}
	return all
}
