package data

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// Each object's file says of the object what the tables say, and no more.
func TestObjectsSayWhatTheTablesSay(t *testing.T) {
	b := brief(t, "fr", whole().Public(false))
	published := made(t, b)
	tables := make(map[string]map[string]any) // table, id, row
	for _, table := range Tables() {
		var file tableFile
		read(t, published[folder+table.Name+".json"], &file)
		tables[table.Name] = make(map[string]any)
		for _, row := range file.Rows {
			tables[table.Name][row["id"].(string)] = row
		}
	}
	told := make(map[string]int)
	for path, text := range published {
		if !strings.HasSuffix(path, "/index.json") {
			continue
		}
		var object struct {
			Schema  string `json:"$schema"`
			Licence string
			Table   string
			Row     map[string]any
			Related map[string][]map[string]any
		}
		read(t, text, &object)
		if !json.Valid(published[folder+strings.TrimPrefix(object.Schema, "https://num.example/conseil/"+folder)]) || object.Licence == "" {
			t.Errorf("%s: schema %s, licence %q", path, object.Schema, object.Licence)
		}
		if !reflect.DeepEqual(object.Row, tables[object.Table][object.Row["id"].(string)]) {
			t.Errorf("%s says %v", path, object.Row)
		}
		told[object.Table]++
		for name, rows := range object.Related {
			for _, row := range rows {
				if told[name]++; !reflect.DeepEqual(any(row), tables[name][row["id"].(string)]) {
					t.Errorf("%s says of %s %v", path, name, row)
				}
			}
		}
	}
	for _, table := range Tables() {
		if len(table.Owners) > 0 && table.Owners[0] != "roles" && told[table.Name] != len(tables[table.Name]) && b.Addresses.Document(table.Owners[0], "x") != "" {
			t.Errorf("objects tell %d rows of %s, which has %d", told[table.Name], table.Name, len(tables[table.Name]))
		}
	}
}

func TestSchemasSpeakBothLanguages(t *testing.T) {
	published := tiny(t)
	var schema struct {
		Title string
		Defs  map[string]struct {
			Title      string
			Properties map[string]struct{ Title, Description string }
		} `json:"$defs"`
	}
	read(t, published[folder+"members.schema.json"], &schema)
	if schema.Title != "Membres" || schema.Defs["fr"].Title != "Membres" || schema.Defs["en"].Title != "Members" || schema.Defs["en"].Properties["name"].Description == "" {
		t.Errorf("%+v", schema)
	}
}
