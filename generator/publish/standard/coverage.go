package standard

import (
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkt"
	"github.com/paulmach/orb/planar"

	"greffe/generator/council"
)

// collections are those whose documents each dataset is about.
var collections = map[string][]string{
	"council": council.Folders(), "members": {"members"}, "sessions": {"sessions"}, "workshops": {"workshops"},
	"opinions": {"opinions"}, "recommendations": {"opinions"}, "news": {"news"}, "documents": {"documents"},
	scdl: {"opinions"},
}

// documents visits those of the collections. The dates that they state are all
// that a catalogue knows: a build has none of its own.
func (k *cataloguer) documents(in []string, visit func(*council.Entry)) {
	for document := range k.council.Everything() {
		if slices.Contains(in, document.Collection()) {
			visit(document.Common())
		}
	}
}

// past leaves out a date that is still to come: harvesters refuse it.
func (k *cataloguer) past(date council.Date) council.Date {
	if date.First() > k.council.AsOf.First() {
		return council.Date{}
	}
	return date
}

// modified is when the documents last changed for their readers.
func (k *cataloguer) modified(in ...string) council.Date {
	var latest council.Date
	k.documents(in, func(entry *council.Entry) {
		if date := k.past(entry.Modified(k.council.AsOf)); !date.IsZero() && (latest.IsZero() || date.Last() > latest.Last()) {
			latest = date
		}
	})
	return latest
}

// period is the time that the documents tell of: from the first day to the last
// that they state, whatever is still to come left out.
func (k *cataloguer) period(in []string) value {
	today := k.council.AsOf.First()
	var first, last council.Day
	known := false
	tell := func(date council.Date) {
		if date.IsZero() || date.First() > today {
			return
		}
		end := date.Last()
		if end > today {
			end = date.First() // "2026" says no more, while 2026 lasts
		}
		if !known || date.First() < first {
			first = date.First()
		}
		if !known || end > last {
			last = end
		}
		known = true
	}
	k.documents(in, func(entry *council.Entry) {
		for _, date := range entry.Stated {
			tell(date)
		}
	})
	if len(in) > 1 {
		tell(k.council.Settings.Created)
	}
	if !known {
		return value{}
	}
	return blank("dct:PeriodOfTime").
		add("dcat:startDate", day(first.Date())).
		add("dcat:endDate", day(last.Date())).value()
}

// day is a date, no more precise than it is known.
func day(date council.Date) value {
	switch {
	case date.IsZero():
		return value{}
	case date.Month == 0:
		return typed(date.String(), "xsd:gYear")
	case date.Day == 0:
		return typed(date.String(), "xsd:gYearMonth")
	}
	return typed(date.String(), "xsd:date")
}

// territory is where the council works: the INSEE's own IRI for it if its code
// is known, with the outline that the settings draw.
func (k *cataloguer) territory() value {
	s := k.council.Settings
	given := s.Territory
	if given == nil {
		if s.Kind != "national" {
			return value{}
		}
		given = &council.Territory{Type: "state"}
	}
	iri := insee(given)
	if iri == "" {
		iri = k.base + "#territory"
	}
	if k.named(iri) {
		return to(iri)
	}
	n := k.describe(iri, "dct:Location").add("skos:prefLabel", tongued(given.Name, k.language))
	outline, err := wkt.Unmarshal(s.Data.Spatial)
	if err != nil {
		return to(iri)
	}
	switch outline.(type) {
	case orb.Polygon, orb.MultiPolygon:
	default:
		return to(iri)
	}
	// data.gouv.fr takes every WKT that bears this datatype for a part of the
	// territory's surface; the box and the centre are none, and bear GeoSPARQL's.
	const harvested, standard = "http://www.opengis.net/rdf#wktLiteral", "geo:wktLiteral"
	centre, _ := planar.CentroidArea(outline)
	n.add("locn:geometry", typed(wkt.MarshalString(outline), harvested)).
		add("geo:asWKT", typed(wkt.MarshalString(outline), standard)).
		add("dcat:bbox", typed(wkt.MarshalString(outline.Bound().ToPolygon()), standard)).
		add("dcat:centroid", typed(wkt.MarshalString(centre), standard))
	return to(iri)
}

// insee is the IRI of a territory at the INSEE, or the European Union's of
// France; "" for a territory without a code.
func insee(t *council.Territory) string {
	code := strings.TrimSpace(t.Code)
	if t.Type == "state" {
		return authority + "country/FRA"
	}
	folder := map[council.TerritoryType]string{
		"commune": "commune", "department": "departement", "region": "region",
		"intercommunality": "intercommunalite", "metropolis": "intercommunalite",
	}[t.Type]
	if code == "" || folder == "" {
		return ""
	}
	return "http://id.insee.fr/geo/" + folder + "/" + code
}

func decimal(n int64) string { return strconv.FormatInt(n, 10) }
