package standard

import (
	"cmp"
	"io"
	"strings"

	"golang.org/x/text/language"

	"greffe/generator/council"
	"greffe/generator/site"
)

// DCAT is the catalogue of the open data (DCAT-AP 3.0.1) in three syntaxes of
// RDF, written for the harvesters that read it unattended. It lists the files
// of the other publishers, so it comes after them.
//
// What data.gouv.fr's harvester makes of a graph decides between forms that
// DCAT-AP leaves free: one title and one description in one language; a period
// as a blank node, for an IRI would be fetched; the media type under IANA's own
// IRI and the format under the European Union's, both without a label, which
// would be taken for their name.
func DCAT(b *site.Brief, others []site.File) []site.File {
	if !hosted(b) {
		return nil
	}
	listed := distributions(b, others)
	if len(listed) == 0 {
		return nil // a catalogue of nothing would hide what is published already
	}
	written := func(extension, mediaType string, write func(io.Writer, *graph) error) site.File {
		return site.File{
			Path: folder + "catalog." + extension, MediaType: mediaType, Measures: true,
			Make: func(w io.Writer, c *council.Council) error {
				graph, err := catalogue(b, c, listed)
				if err != nil {
					return err
				}
				return write(w, graph)
			},
		}
	}
	return []site.File{
		written("jsonld", "application/ld+json; charset=utf-8", writeJSONLD),
		written("ttl", "text/turtle; charset=utf-8", writeTurtle),
		written("rdf", "application/rdf+xml; charset=utf-8", writeRDFXML),
	}
}

// The European Union's lists, where most of the graph's words come from.
const (
	authority    = "http://publications.europa.eu/resource/authority/"
	themes       = authority + "data-theme"
	mediaTypes   = "https://www.iana.org/assignments/media-types/"
	availability = authority + "planned-availability/STABLE" // download addresses never change
)

// A cataloguer builds the graph of one council.
type cataloguer struct {
	*site.Brief
	*graph
	council  *council.Council
	language string // of all texts
	base     string // what the IRIs of the catalogue's own things begin with
}

func catalogue(b *site.Brief, c *council.Council, listed map[string][]distribution) (*graph, error) {
	k := &cataloguer{
		Brief: b, graph: new(graph), council: c, language: b.Words.Language,
		base: absolute(b, folder+"catalog.jsonld"),
	}
	s := c.Settings
	home := b.Addresses.Absolute(b.Addresses.Home())
	catalogue := k.describe(k.base, "dcat:Catalog").
		add("dct:title", k.say("catalogue.title")).
		add("dct:description", k.say("catalogue.description")).
		add("foaf:homepage", k.document(home)).
		add("dct:publisher", k.publisher(home)).
		add("dct:language", k.tongue()).
		add("dct:license", k.licence()).
		add("dct:issued", day(k.past(s.Data.Since))).
		add("dct:modified", day(k.modified(council.Folders()...))).
		add("dct:spatial", k.territory()).
		add("dcat:themeTaxonomy", k.thing(themes, "dct:title", k.say("concepts.themes"), "skos:ConceptScheme"))
	var datasets []value
	for _, subject := range b.Datasets() {
		dataset, err := k.dataset(subject.Name, listed[subject.Name])
		if err != nil {
			return nil, err
		}
		datasets = append(datasets, dataset)
	}
	if deliberations := listed[scdl]; len(deliberations) > 0 {
		dataset, err := k.dataset(scdl, deliberations)
		if err != nil {
			return nil, err
		}
		datasets = append(datasets, dataset)
	}
	catalogue.add("dcat:dataset", datasets...)
	return k.graph, nil
}

// dataset describes a dataset and its files; the empty value if it has none.
func (k *cataloguer) dataset(name string, files []distribution) (value, error) {
	if len(files) == 0 {
		return value{}, nil
	}
	iri := k.base + "#" + name
	var keywords []value
	for _, word := range strings.Split(k.Words.Say("standard.datasets."+name+".keywords"), ", ") {
		keywords = append(keywords, tongued(word, k.language))
	}
	from := collections[name]
	modified := day(k.modified(from...))
	dataset := k.describe(iri, "dcat:Dataset").
		add("dct:identifier", text(iri)).
		add("dct:title", k.say("datasets."+name+".title")).
		add("dct:description", k.say("datasets."+name+".description")).
		add("dcat:keyword", keywords...).
		add("dcat:theme", k.concept(themes+"/GOVE", "government")).
		add("dct:license", k.licence()).
		add("dct:accessRights", k.thing(authority+"access-right/PUBLIC", "", value{}, "dct:RightsStatement")).
		add("dct:accrualPeriodicity", k.thing(authority+"frequency/"+frequency(k.council.Settings.Data.Frequency), "", value{}, "dct:Frequency")).
		add("dct:issued", day(k.past(k.council.Settings.Data.Since))).
		add("dct:modified", modified).
		add("dct:temporal", k.period(from)).
		add("dct:spatial", k.territory()).
		add("dct:language", k.tongue()).
		add("dct:publisher", k.publisher("")).
		add("dcat:contactPoint", k.contact()).
		add("dcat:landingPage", k.document(k.Addresses.Absolute(k.Addresses.Section("data"))))
	var described []value
	for _, file := range files {
		distribution, err := k.distribution(iri, modified, file)
		if err != nil {
			return value{}, err
		}
		described = append(described, distribution)
	}
	dataset.add("dcat:distribution", described...)
	return to(iri), nil
}

// say says a sentence of the catalogue about the council.
func (k *cataloguer) say(key string, args ...any) value {
	return tongued(k.Words.Say("standard."+key, append(args, "council", k.council.Settings.Name)...), k.language)
}

// concept is an entry of a published list, under the name that people read.
func (k *cataloguer) concept(iri, name string) value {
	return k.thing(iri, "skos:prefLabel", k.say("concepts."+name), "skos:Concept")
}

func (k *cataloguer) document(iri string) value {
	return k.thing(iri, "", value{}, "foaf:Document")
}

func (k *cataloguer) publisher(home string) value {
	iri := k.base + "#publisher"
	if !k.named(iri) {
		n := k.describe(iri, "foaf:Agent").
			add("foaf:name", tongued(k.council.Settings.Name, k.language)).
			add("foaf:homepage", to(home))
		if kind := publisherTypes[k.council.Settings.Kind]; kind != "" {
			n.add("dct:type", k.concept("http://purl.org/adms/publishertype/"+kind, "publishers."+kind))
		}
	}
	return to(iri)
}

// publisherTypes are the kinds of councils in the list of publishers of ADMS. A
// network is in none.
var publisherTypes = map[council.Level]string{
	"local": "LocalAuthority", "departmental": "LocalAuthority", "regional": "RegionalAuthority", "national": "NationalAuthority",
}

// contact is who answers about the data: the contact that the settings publish,
// as long as it lasts, and the site itself if there is none.
func (k *cataloguer) contact() value {
	iri := k.base + "#contact"
	if k.named(iri) {
		return to(iri)
	}
	s := k.council.Settings
	given := s.Contact
	if given == nil || (!given.Until.IsZero() && given.Until.Last() < k.council.AsOf.First()) {
		given = new(council.Contact)
	}
	n := k.describe(iri, "vcard:Kind", "vcard:Organization").
		add("vcard:fn", tongued(cmp.Or(given.Name, given.Office, s.Name), k.language))
	if given.Email != "" {
		n.add("vcard:hasEmail", to("mailto:"+string(given.Email)))
	}
	if phone := dialled(given.Phone); phone != "" {
		n.add("vcard:hasTelephone", to("tel:"+phone))
	}
	if given.Address != "" {
		n.add("vcard:hasAddress", blank("vcard:Address").add("vcard:street-address", tongued(oneLine(given.Address), k.language)).value())
	}
	n.add("vcard:hasURL", to(k.Addresses.Absolute(k.Addresses.Home())))
	return to(iri)
}

// dialled keeps the digits of a telephone number, and the sign before them.
func dialled(phone string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '+' {
			return r
		}
		return -1
	}, phone)
}

func (k *cataloguer) licence() value {
	licence := k.council.Settings.Licence
	iri := site.LicenceIRI(licence)
	if iri == "" {
		return value{}
	}
	if !k.named(iri) {
		kind := map[council.Licence]string{"cc0-1.0": "PublicDomain", "odbl-1.0": "ViralEffect-ShareAlike", "cc-by-sa-4.0": "ViralEffect-ShareAlike"}[licence]
		kind = cmp.Or(kind, "Attribution")
		k.describe(iri, "dct:LicenseDocument").add("dct:type", k.concept("http://purl.org/adms/licencetype/"+kind, "licences."+kind))
	}
	return to(iri)
}

// tongue is the language of the data in the European Union's list, whose codes
// are those of ISO 639-3.
func (k *cataloguer) tongue() value {
	tag, err := language.Parse(k.language)
	if err != nil {
		return value{}
	}
	base, _ := tag.Base()
	return k.thing(authority+"language/"+strings.ToUpper(base.ISO3()), "", value{}, "dct:LinguisticSystem")
}

// frequency is how often the data is updated, in the European Union's list.
func frequency(f council.Frequency) string {
	switch f {
	case "irregular":
		return "IRREG"
	case "continuous":
		return "UPDATE_CONT"
	case "":
		return "UNKNOWN"
	}
	return strings.ToUpper(string(f))
}
