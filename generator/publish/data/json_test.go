package data

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
)

// council0 has nothing but its settings.
func council0() *council.Council {
	return council.Assemble(council.Source{Settings: &council.Settings{Name: "Conseil", BaseURL: "https://num.example"}}, council.Moment{Date: on(2024, 6, 1)})
}

type tableFile struct {
	Schema  string           `json:"$schema"`
	Licence *string          `json:"licence"`
	Rows    []map[string]any `json:"rows"`
}

func TestJSONIsOfTheTypesThatItsSchemaSays(t *testing.T) {
	published := tiny(t)
	for _, table := range Tables() {
		var file tableFile
		read(t, published[folder+table.Name+".json"], &file)
		var schema struct {
			Properties struct {
				Rows struct {
					Items struct {
						Required   []string
						Properties map[string]struct {
							Type any
							Enum []any
						}
					}
				}
			}
		}
		if _, ok := published[folder+file.Schema]; !ok || file.Licence == nil {
			t.Errorf("%s: schema %q, licence %v", table.Name, file.Schema, file.Licence)
		}
		read(t, published[folder+file.Schema], &schema)
		for _, row := range file.Rows {
			for _, name := range schema.Properties.Rows.Items.Required {
				said := schema.Properties.Rows.Items.Properties[name]
				value, ok := row[name]
				if !ok || !allowed(said.Type, value) || (said.Enum != nil && !slices.Contains(said.Enum, value)) {
					t.Errorf("%s %v: %s is %v, want %v %v", table.Name, row["id"], name, value, said.Type, said.Enum)
				}
			}
		}
		if len(file.Rows) == 0 && !slices.Contains([]string{"interests", "offices", "responses", "conformity_breaches", "changes"}, table.Name) {
			t.Errorf("%s has no row to look at", table.Name)
		}
	}
}

// allowed tells whether a value is of one of the types of a schema.
func allowed(types, value any) bool {
	if several, ok := types.([]any); ok {
		return slices.ContainsFunc(several, func(one any) bool { return allowed(one, value) })
	}
	switch value := value.(type) {
	case nil:
		return types == "null"
	case string:
		return types == "string"
	case bool:
		return types == "boolean"
	case float64:
		return types == "number" || (types == "integer" && value == float64(int(value)))
	case []any:
		return types == "array"
	}
	return false
}

func read(t *testing.T, text []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(text, into); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
}

func TestJSONTellsUnknownFromNone(t *testing.T) {
	published := tiny(t)
	var opinions tableFile
	read(t, published[folder+"opinions.json"], &opinions)
	for _, row := range opinions.Rows {
		if row["id"] == "2024-02" && (row["vote_for"] != 2.0 || row["vote_against"] != nil || len(row["themes"].([]any)) != 0) {
			t.Errorf("for %v, against %v, themes %v; want 2, null and an empty list", row["vote_for"], row["vote_against"], row["themes"])
		}
	}
}

func TestNobodyGrantsRightsThatTheCouncilDidNot(t *testing.T) {
	published := made(t, brief(t, "fr", council0()))
	if text := string(published[folder+"members.json"]); !strings.Contains(text, `"licence":null`) {
		t.Error(text)
	}
	if text := string(published[folder+"datapackage.json"]); strings.Contains(text, "licenses") {
		t.Error(text)
	}
}

// Whatever a text holds comes back from the library's decoder.
func FuzzJSONComesBack(f *testing.F) {
	for _, seed := range []string{"", "a", `"`, `\`, "\x00", "\u2028", "é", "\xff", "<b>"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var got string
		if err := json.Unmarshal(appendString(nil, text), &got); err != nil || got != strings.ToValidUTF8(text, "\ufffd") && got != string([]rune(text)) {
			t.Errorf("%q came back as %q, %v", text, got, err)
		}
	})
}
