package standard_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/publish/data"
	"greffe/generator/site"
)

type node map[string]any

// described are the nodes of the catalogue, by their IRIs.
func described(t testing.TB, s *site.Site) map[string]node {
	t.Helper()
	var catalogue struct {
		Graph []node `json:"@graph"`
	}
	if err := json.Unmarshal(making(t, s, "data/catalog.jsonld"), &catalogue); err != nil {
		t.Fatal(err)
	}
	nodes := make(map[string]node)
	for _, n := range catalogue.Graph {
		nodes[n["@id"].(string)] = n
	}
	return nodes
}

// texts are what a node says with a property: texts, or IRIs.
func (n node) texts(property string) []string {
	values, ok := n[property].([]any)
	if !ok {
		values = []any{n[property]}
	}
	var texts []string
	for _, v := range values {
		switch v := v.(type) {
		case string:
			texts = append(texts, v)
		case map[string]any:
			for _, key := range []string{"@value", "@id"} {
				if text, ok := v[key].(string); ok {
					texts = append(texts, text)
				}
			}
		}
	}
	return texts
}

func (n node) text(property string) string { return strings.Join(n.texts(property), " ") }

func (n node) is(kind string) bool { return strings.Contains(fmt.Sprint(n["@type"]), kind) }

func tables() []string { return (&site.Brief{Tables: data.Described()}).TableNames() }

func datasets() []site.Dataset { return site.Datasets(tables()) }

func TestCatalogueSaysWhatHarvestersAsk(t *testing.T) {
	for name, content := range contents(t) {
		t.Run(name, func(t *testing.T) {
			s := dataOf(t, content, quick, nil)
			nodes := described(t, s)
			base := string(s.Council().Settings.BaseURL)
			counted, distributions := 0, 0
			for iri, n := range nodes {
				need := func(properties ...string) {
					for _, property := range properties {
						if n[property] == nil {
							t.Errorf("%s has no %s", iri, property)
						}
					}
				}
				switch {
				case n.is("dcat:Dataset"):
					counted++
					need("dct:identifier", "dct:title", "dcat:keyword", "dcat:theme", "dct:accrualPeriodicity", "dct:publisher", "dcat:contactPoint", "dcat:distribution")
					if length := utf8.RuneCountInString(n.text("dct:description")); length <= 100 {
						t.Errorf("%s: its description has %d characters", iri, length)
					}
					if declared := s.Council().Settings.Licence; declared != "" {
						need("dct:license")
					}
				case n.is("dcat:Distribution"):
					distributions++
					need("dct:title", "dct:description", "dct:format", "dcat:mediaType", "dct:conformsTo", "spdx:checksum")
					path := strings.TrimPrefix(n.text("dcat:downloadURL"), base+"/")
					file := making(t, s, path)
					sum := sha256.Sum256(file)
					checksum := node(n["spdx:checksum"].(map[string]any))
					if n.text("dcat:byteSize") != strconv.Itoa(len(file)) || checksum.text("spdx:checksumValue") != hex.EncodeToString(sum[:]) {
						t.Errorf("%s: not the size and sum of %s", iri, path)
					}
				}
				for _, property := range []string{"dct:issued", "dct:modified"} {
					if n.text(property) > asOf {
						t.Errorf("%s: %s is to come", iri, property)
					}
				}
			}
			if counted < len(datasets()) || distributions < 40 {
				t.Errorf("%d datasets, %d distributions", counted, distributions)
			}
		})
	}
}

func TestEveryTableIsInOneDataset(t *testing.T) {
	in := make(map[string]int)
	for _, dataset := range datasets() {
		for _, table := range dataset.Tables {
			in[table]++
		}
	}
	for _, table := range tables() {
		if in[table] != 1 {
			t.Errorf("%s is in %d datasets", table, in[table])
		}
		delete(in, table)
	}
	for table := range in {
		t.Errorf("there is no table %s", table)
	}
}

func TestDatasetsAreDescribedInBothLanguages(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue := catalogueOf(t, language)
		names := []string{"deliberations"}
		for _, dataset := range datasets() {
			names = append(names, dataset.Name)
		}
		for _, name := range names {
			for _, part := range []string{"title", "description", "keywords"} {
				if key := "standard.datasets." + name + "." + part; !catalogue.Has(key) {
					t.Errorf("%s lacks %s", language, key)
				}
			}
			if said := catalogue.Say("standard.datasets."+name+".description", "council", "C"); utf8.RuneCountInString(said) <= 100 {
				t.Errorf("%s: %s is described in too few words", language, name)
			}
		}
	}
}

func TestCatalogueListsEachFormat(t *testing.T) {
	s := dataOf(t, contents(t)["demonstration"], every, nil)
	listed := make(map[string]int)
	for _, n := range described(t, s) {
		if n.is("dcat:Distribution") {
			listed[path.Ext(n.text("dcat:downloadURL"))]++
		}
	}
	published := make(map[string]int)
	for _, file := range s.Files() {
		published[path.Ext(file.Path)]++
	}
	for _, extension := range []string{".csv", ".parquet", ".xlsx", ".sqlite"} {
		if listed[extension] != published[extension] {
			t.Errorf("%d of %d files %s are in the catalogue", listed[extension], published[extension], extension)
		}
	}
}

func TestOutlineGivesBoxAndCentre(t *testing.T) {
	s := dataOf(t, contents(t)["demonstration"], quick, func(s *council.Settings) { s.Data.Spatial = outline })
	place := described(t, s)["http://id.insee.fr/geo/commune/99042"]
	for property, want := range map[string]string{
		"locn:geometry": outline, "geo:asWKT": outline, "dcat:bbox": outline, "dcat:centroid": "POINT(2 46.5)",
	} {
		if got := place.text(property); got != want {
			t.Errorf("%s is %s, want %s", property, got, want)
		}
	}
	if kind := place["locn:geometry"].(map[string]any)["@type"]; kind != "http://www.opengis.net/rdf#wktLiteral" {
		t.Errorf("the harvester looks for another datatype than %v", kind)
	}
}

const outline = "POLYGON((1 46,3 46,3 47,1 47,1 46))"

func TestCatalogueIsTheSameEachTime(t *testing.T) {
	for _, form := range []string{"jsonld", "ttl", "rdf"} {
		first := making(t, dataOf(t, contents(t)["demonstration"], quick, nil), "data/catalog."+form)
		second := making(t, dataOf(t, contents(t)["demonstration"], quick, nil), "data/catalog."+form)
		if !bytes.Equal(first, second) {
			t.Errorf("%s differs from one build to the next", form)
		}
	}
}
