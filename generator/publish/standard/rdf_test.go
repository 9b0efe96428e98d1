package standard

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// awkward has every character that a syntax of RDF treats in its own way.
func awkward() *graph {
	g := new(graph)
	g.describe("https://num.example/a b\"<c>", "dcat:Dataset", "foaf:Document").
		add("dct:title", tongued("« L'été » <b>\"à\" & \\ fin\tici\r\nlà\x00", "fr"), text("")).
		add("dct:relation", to("https://num.example/é?x=1&y=2")).
		add("dct:temporal", blank("dct:PeriodOfTime").add("dcat:startDate", typed("2024-01-02", "xsd:date")).value()).
		add("dct:spatial", typed("POINT(1 2)", "http://www.opengis.net/rdf#wktLiteral")).
		add("dct:issued", value{})
	return g
}

func TestTurtleEscapes(t *testing.T) {
	var b bytes.Buffer
	if err := writeTurtle(&b, awkward()); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(b.String(), "\n\n")
	want := `<https://num.example/a%20b%22%3Cc%3E>
  a dcat:Dataset, foaf:Document ;
  dct:title "« L'été » <b>\"à\" & \\ fin\tici\r\nlà` + "\uFFFD" + `"@fr ;
  dct:relation <https://num.example/é?x=1&y=2> ;
  dct:temporal [
    a dct:PeriodOfTime ;
    dcat:startDate "2024-01-02"^^xsd:date
  ] ;
  dct:spatial "POINT(1 2)"^^<http://www.opengis.net/rdf#wktLiteral> .
`
	if body != want {
		t.Errorf("got\n%s\nwant\n%s", body, want)
	}
}

func TestRDFXMLIsWellFormed(t *testing.T) {
	var b bytes.Buffer
	if err := writeRDFXML(&b, awkward()); err != nil {
		t.Fatal(err)
	}
	var read strings.Builder
	for decoder := xml.NewDecoder(&b); ; {
		token, err := decoder.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if text, ok := token.(xml.CharData); ok && len(bytes.TrimSpace(text)) > 0 {
			read.Write(text)
		}
	}
	if want := "« L'été » <b>\"à\" & \\ fin\tici\r\nlà\uFFFD2024-01-02POINT(1 2)"; read.String() != want {
		t.Errorf("read %q, want %q", read.String(), want)
	}
}

func TestJSONLDHasItsContextInside(t *testing.T) {
	var b bytes.Buffer
	if err := writeJSONLD(&b, awkward()); err != nil {
		t.Fatal(err)
	}
	var read struct {
		Context map[string]string `json:"@context"`
		Graph   []map[string]any  `json:"@graph"`
	}
	if err := json.Unmarshal(b.Bytes(), &read); err != nil {
		t.Fatal(err)
	}
	if read.Context["dct"] != "http://purl.org/dc/terms/" || len(read.Graph) != 1 {
		t.Errorf("read %+v", read)
	}
	title := read.Graph[0]["dct:title"].(map[string]any)
	if title["@language"] != "fr" || title["@value"] != "« L'été » <b>\"à\" & \\ fin\tici\r\nlà\uFFFD" {
		t.Errorf("the title became %v", title)
	}
}
