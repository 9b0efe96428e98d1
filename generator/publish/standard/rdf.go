package standard

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// namespaces are the vocabularies that the graph uses, by their usual prefixes.
// A name in the graph is always written "prefix:name".
var namespaces = []struct{ prefix, iri string }{
	{"adms", "http://www.w3.org/ns/adms#"},
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dcatap", "http://data.europa.eu/r5r/"},
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"geo", "http://www.opengis.net/ont/geosparql#"},
	{"locn", "http://www.w3.org/ns/locn#"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"spdx", "http://spdx.org/rdf/terms#"},
	{"vcard", "http://www.w3.org/2006/vcard/ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// expand is the whole IRI of a prefixed name.
func expand(name string) string {
	prefix, local, _ := strings.Cut(name, ":")
	for _, n := range namespaces {
		if n.prefix == prefix {
			return n.iri + local
		}
	}
	panic("standard: no namespace is known for " + name)
}

// A graph is what a catalogue says: the nodes with an IRI, in the order in which
// they were first described. Nodes without one are inside of others.
type graph struct {
	nodes []*node
	byIRI map[string]*node
}

// A node is a thing and what is said of it.
type node struct {
	iri        string // "" for a blank node, which stands in one place
	types      []string
	properties []property
}

type property struct {
	name   string
	values []value
}

// A value is a text, a thing with an IRI, or a blank node.
type value struct {
	text, language, datatype string
	iri                      string
	blank                    *node
}

// describe returns the node of an IRI. The first call says what it is.
func (g *graph) describe(iri string, types ...string) *node {
	iri = cleanIRI(iri)
	if known := g.byIRI[iri]; known != nil {
		return known
	}
	n := &node{iri: iri, types: types}
	if g.byIRI == nil {
		g.byIRI = make(map[string]*node)
	}
	g.byIRI[iri] = n
	g.nodes = append(g.nodes, n)
	return n
}

// thing is the node of an IRI that others have described at length: its types,
// and what it is called if a label is given.
func (g *graph) thing(iri, label string, said value, types ...string) value {
	if g.byIRI[cleanIRI(iri)] == nil {
		g.describe(iri, types...).add(label, said)
	}
	return to(iri)
}

// named tells whether the node has been described already.
func (g *graph) named(iri string) bool { return g.byIRI[cleanIRI(iri)] != nil }

// add says something of the node, unless there is nothing to say.
func (n *node) add(name string, values ...value) *node {
	var kept []value
	for _, v := range values {
		if v != (value{}) {
			kept = append(kept, v)
		}
	}
	if len(kept) > 0 {
		n.properties = append(n.properties, property{name, kept})
	}
	return n
}

// blank is a node without an IRI.
func blank(types ...string) *node { return &node{types: types} }

func (n *node) value() value { return value{blank: n} }

// to leads to a thing.
func to(iri string) value {
	if iri == "" {
		return value{}
	}
	return value{iri: cleanIRI(iri)}
}

// text is a text in no language in particular.
func text(s string) value { return tongued(s, "") }

// tongued is a text in a language.
func tongued(s, language string) value {
	if s == "" {
		return value{}
	}
	return value{text: cleanText(s), language: language}
}

// typed is a value of a datatype.
func typed(s, datatype string) value {
	if s == "" {
		return value{}
	}
	return value{text: cleanText(s), datatype: datatype}
}

// cleanIRI writes the characters that no IRI may have as per cent signs, so
// that all syntaxes say the same.
func cleanIRI(iri string) string {
	if !strings.ContainsFunc(iri, notInIRI) {
		return iri
	}
	var b strings.Builder
	for _, r := range iri {
		if notInIRI(r) {
			for _, c := range []byte(string(r)) {
				fmt.Fprintf(&b, "%%%02X", c)
			}
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func notInIRI(r rune) bool { return r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) || r == 0x7f }

// cleanText replaces what XML cannot hold, so that all syntaxes say the same.
func cleanText(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return r
		case r < ' ' || r == 0xFFFE || r == 0xFFFF:
			return utf8.RuneError
		}
		return r
	}, s)
}
