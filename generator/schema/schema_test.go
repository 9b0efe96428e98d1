package schema_test

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"testing"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/schema"
	"greffe/generator/words"
	"greffe/layouts"
)

// councils are the folders of content that the tests have.
var councils = map[string]string{
	"demonstration":     "../../content",
	"le-num":            "../testdata/councils/le-num",
	"cnnum":             "../testdata/councils/cnnum",
	"seine-saint-denis": "../testdata/councils/seine-saint-denis",
	"roubaix":           "../testdata/councils/roubaix",
	"villes-internet":   "../testdata/councils/villes-internet",
}

func french(t *testing.T) *words.Catalogue {
	t.Helper()
	w, err := words.Load("fr", nil, layouts.Files)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func open(t *testing.T, content string) *council.Council {
	t.Helper()
	g := &generator.Generator{Content: os.DirFS(content)}
	g.Layouts = append(g.Layouts, layouts.Files)
	g.AsOf = func(*time.Location) council.Moment {
		return council.Moment{Date: council.Date{Year: 2026, Month: 11, Day: 20}}
	}
	c, _, err := g.Council()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every key of every kind of file is described, in both languages.
func TestEveryKeyIsDescribed(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		w, err := words.Load(language, nil, layouts.Files)
		if err != nil {
			t.Fatal(err)
		}
		files, err := schema.Files(open(t, councils["demonstration"]), w)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if missing := regexp.MustCompile(`"\[(fields|choices|hints|kit)\.[^"]*\]"`).Find(file.Text); missing != nil {
				t.Errorf("%s in %s: no words for %s", file.Name, language, missing)
			}
		}
	}
}

// A council of ids that YAML takes for numbers offers them as YAML reads them.
func TestIDsThatYAMLCallsNumbers(t *testing.T) {
	files, err := schema.Files(council.Assemble(council.Source{Settings: &council.Settings{
		Bodies: []council.Body{{ID: "2024", Name: "Groupe 2024"}, {ID: "12e3", Name: "Groupe"}, {ID: "0x1f", Name: "Autre"}},
	}}, council.Moment{}), french(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if file.Name != "member.schema.json" {
			continue
		}
		var member struct {
			Definitions map[string]struct{ Enum []any }
		}
		if err := json.Unmarshal(file.Text, &member); err != nil {
			t.Fatal(err)
		}
		want := []any{"2024", "12e3", "0x1f", 2024.0, 12000.0, 31.0}
		if got := member.Definitions["id-of-bodies"].Enum; !reflect.DeepEqual(got, want) {
			t.Errorf("bodies: got %v, want %v", got, want)
		}
	}
}

// The settings name each schema that was made for a YAML file, and remark's
// configuration all the others.
func TestEverySchemaIsAssociated(t *testing.T) {
	files, err := schema.Files(open(t, councils["le-num"]), french(t))
	if err != nil {
		t.Fatal(err)
	}
	settings, err := schema.Settings("schemas", "content")
	if err != nil {
		t.Fatal(err)
	}
	remark, err := schema.Remark("schemas", "content")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := regexp.MustCompile(regexp.QuoteMeta(`"./schemas/` + file.Name + `"`))
		if !name.Match(settings) && !name.Match(remark) {
			t.Errorf("%s is in no settings", file.Name)
		}
	}
}
