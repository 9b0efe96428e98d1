package standard

import (
	"encoding/xml"
	"io"
	"strings"
)

// writeRDFXML writes the graph for the programs that know RDF by its first
// syntax. The first type of a node is its element, as harvesters expect.
func writeRDFXML(w io.Writer, g *graph) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	out := &rdfXML{Encoder: xml.NewEncoder(w)}
	out.Indent("", "  ")
	root := element("rdf:RDF")
	for _, n := range namespaces {
		root.Attr = append(root.Attr, attribute("xmlns:"+n.prefix, n.iri))
	}
	out.put(root)
	for _, n := range g.nodes {
		out.node(n)
	}
	out.put(root.End())
	if out.err != nil {
		return out.err
	}
	if err := out.Close(); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

type rdfXML struct {
	*xml.Encoder
	err error
}

func (x *rdfXML) put(token xml.Token) {
	if x.err == nil {
		x.err = x.EncodeToken(token)
	}
}

func (x *rdfXML) node(n *node) {
	open := element("rdf:Description")
	types := n.types
	if len(types) > 0 {
		open, types = element(types[0]), types[1:]
	}
	if n.iri != "" {
		open.Attr = append(open.Attr, attribute("rdf:about", n.iri))
	}
	x.put(open)
	for _, t := range types {
		x.property("rdf:type", value{iri: expand(t)})
	}
	for _, p := range n.properties {
		for _, v := range p.values {
			x.property(p.name, v)
		}
	}
	x.put(open.End())
}

func (x *rdfXML) property(name string, v value) {
	open := element(name)
	switch {
	case v.iri != "":
		open.Attr = append(open.Attr, attribute("rdf:resource", v.iri))
	case v.language != "":
		open.Attr = append(open.Attr, attribute("xml:lang", v.language))
	case v.datatype != "":
		open.Attr = append(open.Attr, attribute("rdf:datatype", whole(v.datatype)))
	}
	x.put(open)
	switch {
	case v.blank != nil:
		x.node(v.blank)
	case v.iri == "":
		x.put(xml.CharData(v.text))
	}
	x.put(open.End())
}

// element and attribute write prefixed names as they are: encoding/xml would
// declare a namespace anew on each of them.
func element(name string) xml.StartElement { return xml.StartElement{Name: xml.Name{Local: name}} }

func attribute(name, value string) xml.Attr {
	return xml.Attr{Name: xml.Name{Local: name}, Value: value}
}

// whole is the IRI of a datatype that is written as a prefixed name, or as an
// IRI.
func whole(datatype string) string {
	if strings.Contains(datatype, "://") {
		return datatype
	}
	return expand(datatype)
}
