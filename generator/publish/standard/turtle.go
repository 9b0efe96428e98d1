package standard

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// writeTurtle writes the graph for people who read RDF: a paragraph a node, with
// its blank nodes in place.
func writeTurtle(w io.Writer, g *graph) error {
	out := &turtle{bufio.NewWriter(w)}
	for _, n := range namespaces {
		fmt.Fprintf(out, "@prefix %s: <%s> .\n", n.prefix, n.iri)
	}
	for _, n := range g.nodes {
		fmt.Fprintf(out, "\n<%s>", n.iri)
		out.says(n, 1)
		out.WriteString(" .\n")
	}
	return out.Flush()
}

type turtle struct{ *bufio.Writer }

func (t *turtle) says(n *node, depth int) {
	begin := "\n" + strings.Repeat("  ", depth)
	if len(n.types) > 0 {
		t.WriteString(begin + "a " + strings.Join(n.types, ", "))
		begin = " ;" + begin
	}
	for _, p := range n.properties {
		t.WriteString(begin + p.name + " ")
		for i, v := range p.values {
			if i > 0 {
				t.WriteString(", ")
			}
			t.value(v, depth)
		}
		begin = " ;\n" + strings.Repeat("  ", depth)
	}
}

func (t *turtle) value(v value, depth int) {
	switch {
	case v.iri != "":
		t.WriteString("<" + v.iri + ">")
	case v.blank != nil:
		t.WriteString("[")
		t.says(v.blank, depth+1)
		t.WriteString("\n" + strings.Repeat("  ", depth) + "]")
	default:
		t.WriteString(`"` + turtleText.Replace(v.text) + `"`)
		switch {
		case v.language != "":
			t.WriteString("@" + v.language)
		case v.datatype != "":
			t.WriteString("^^" + name(v.datatype))
		}
	}
}

// name is a datatype by its prefixed name, or by its IRI if it is in none of
// the namespaces.
func name(datatype string) string {
	if strings.Contains(datatype, "://") {
		return "<" + datatype + ">"
	}
	return datatype
}

// turtleText escapes what a quoted string of Turtle may not hold as it is.
// [cleanText] has taken the other control characters away.
var turtleText = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`)
