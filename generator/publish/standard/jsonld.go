package standard

import (
	"bytes"
	"encoding/json"
	"io"
)

// writeJSONLD writes the graph for programs that know JSON. Its context is
// inside, so that reading it asks nobody else for anything.
func writeJSONLD(w io.Writer, g *graph) error {
	context := make(object, 0, len(namespaces))
	for _, n := range namespaces {
		context = append(context, member{n.prefix, n.iri})
	}
	nodes := make([]any, len(g.nodes))
	for i, n := range g.nodes {
		nodes[i] = n.json()
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(object{{"@context", context}, {"@graph", nodes}})
}

func (n *node) json() object {
	var o object
	if n.iri != "" {
		o = append(o, member{"@id", n.iri})
	}
	switch len(n.types) {
	case 0:
	case 1:
		o = append(o, member{"@type", n.types[0]})
	default:
		o = append(o, member{"@type", n.types})
	}
	for _, p := range n.properties {
		values := make([]any, len(p.values))
		for i, v := range p.values {
			values[i] = v.json()
		}
		if len(values) == 1 {
			o = append(o, member{p.name, values[0]})
		} else {
			o = append(o, member{p.name, values})
		}
	}
	return o
}

func (v value) json() any {
	switch {
	case v.iri != "":
		return object{{"@id", v.iri}}
	case v.blank != nil:
		return v.blank.json()
	case v.language != "":
		return object{{"@language", v.language}, {"@value", v.text}}
	case v.datatype != "":
		return object{{"@type", v.datatype}, {"@value", v.text}}
	}
	return v.text
}

// An object is a JSON object whose members stay in order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := out.Encode(m.key); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := out.Encode(m.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
