package standard_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"greffe/generator/council"
)

const (
	scdlFile   = "data/scdl/deliberations.csv"
	scdlSchema = "testdata/scdl/deliberations-2.1.5.schema.json"
)

func TestDeliberationsKeepToTheirSchema(t *testing.T) {
	s := dataOf(t, contents(t)["demonstration"], quick, nil)
	text := making(t, s, scdlFile)
	if !bytes.HasSuffix(text, []byte("\r\n")) || bytes.Count(text, []byte("\n")) != bytes.Count(text, []byte("\r\n")) {
		t.Error("the rows do not end as RFC 4180 says")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := schemaColumns(t); !slices.Equal(rows[0], want) {
		t.Fatalf("the columns are %v, want %v", rows[0], want)
	}
	if len(rows) < 20 {
		t.Fatalf("only %d rows", len(rows))
	}
	voted := 0
	for _, cells := range rows[1:] {
		row := make(map[string]string)
		for i, cell := range cells {
			row[rows[0][i]] = cell
		}
		if !strings.HasSuffix(row["DELIB_MATIERE_NOM"], "/vœux et motions") || len(row["DELIB_DATE"]) != 10 {
			t.Errorf("%s: %v", row["DELIB_ID"], cells)
		}
		// The schema's custom checks, which Table Schema cannot say.
		names := []string{"VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION"}
		var n [5]int
		filled := 0
		for i, name := range names {
			if row[name] != "" {
				filled++
				n[i], err = strconv.Atoi(row[name])
				if err != nil {
					t.Error(err)
				}
			}
		}
		if filled != 0 && filled != 5 {
			t.Errorf("%s: %d of the five columns of the vote", row["DELIB_ID"], filled)
		}
		if filled == 5 {
			voted++
		}
		if n[2]+n[3]+n[4] != n[1] || n[1] > n[0] {
			t.Errorf("%s: the vote does not add up: %v", row["DELIB_ID"], n)
		}
	}
	if voted < 10 {
		t.Errorf("only %d rows have a vote", voted)
	}
}

// schemaColumns are those of the reference schema, in its order.
func schemaColumns(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(scdlSchema)
	if err != nil {
		t.Fatal(err)
	}
	var schema struct{ Fields []struct{ Name string } }
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, field := range schema.Fields {
		names = append(names, field.Name)
	}
	return names
}

func TestDeliberationsAreOnRequestAndNeedASIRET(t *testing.T) {
	for name, turn := range map[string]func(*council.Settings){
		"not asked for":         func(s *council.Settings) { s.Data.SCDL = false },
		"no SIRET":              func(s *council.Settings) { s.Data.SIRET = "" },
		"a wrong digit":         func(s *council.Settings) { s.Data.SIRET = "00000000000019" },
		"a letter":              func(s *council.Settings) { s.Data.SIRET = "0000000000001A" },
		"nobody to advise":      func(s *council.Settings) { s.Authority = "" },
		"no address of its own": func(s *council.Settings) { s.BaseURL = "" },
	} {
		t.Run(name, func(t *testing.T) {
			s := dataOf(t, contents(t)["demonstration"], quick, turn)
			if _, ok := s.Find(scdlFile); ok {
				t.Error("the file is there")
			}
			if _, ok := s.Find("data/catalog.ttl"); ok && bytes.Contains(making(t, s, "data/catalog.ttl"), []byte("scdl")) {
				t.Error("the catalogue lists the file")
			}
		})
	}
}
