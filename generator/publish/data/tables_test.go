package data

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/words"
)

var update = flag.Bool("update", false, "record the columns that are new")

const recordHead = `# The columns of every table, in the order in which they were first published.
# That order is kept for ever. New columns are recorded at the end of their line
# by: go test ./generator/publish/data -update
`

func TestColumnsStayWhereTheyArePublished(t *testing.T) {
	now := make(map[string]*Table)
	lines := recordHead
	for _, table := range Tables() {
		now[table.Name] = table
		lines += table.Name + ": " + table.Header() + "\n"
	}
	for name, columns := range published() {
		if now[name] == nil {
			t.Fatalf("the table %s was published and is gone", name)
		}
		if have := strings.Split(now[name].Header(), ","); len(have) < len(columns) || !slices.Equal(have[:len(columns)], columns) {
			t.Fatalf("%s had the columns\n%v\nand has now\n%v", name, columns, have)
		}
	}
	if *update {
		if err := os.WriteFile("published.txt", []byte(lines), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if lines != record {
		t.Error("there are new columns or tables: record them with -update")
	}
}

func TestColumnNames(t *testing.T) {
	for _, table := range Tables() {
		seen := make(map[string]bool)
		for _, column := range table.Columns {
			if seen[column.Name] {
				t.Errorf("%s has two columns %s", table.Name, column.Name)
			}
			seen[column.Name] = true
			if strings.Trim(column.Name, "abcdefghijklmnopqrstuvwxyz0123456789_") != "" {
				t.Errorf("%s.%s is not a name that every tool can take", table.Name, column.Name)
			}
		}
		for _, name := range []string{"id", "url", "modified"} {
			if !seen[name] {
				t.Errorf("%s has no column %s", table.Name, name)
			}
		}
	}
}

func TestEveryColumnHasItsWordsInBothLanguages(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, os.DirFS("../../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		missing := make(map[string]bool)
		for _, table := range Tables() {
			for _, key := range table.Keys() {
				if !catalogue.Has(key) {
					missing[key] = true
				}
			}
			for _, column := range table.Columns {
				if said := column.Title(catalogue) + column.Description(catalogue); strings.ContainsAny(said, "{}|") {
					t.Errorf("%s.%s: %s", table.Name, column.Name, said)
				}
			}
		}
		for _, key := range slices.Sorted(maps.Keys(missing)) {
			t.Errorf("%s lacks %s", language, key)
		}
	}
}

func TestOnlyPublicFieldsHaveColumns(t *testing.T) {
	for _, table := range Tables() {
		for _, column := range table.Columns {
			if f := column.meaning.field; f != nil && (f.Private || !f.Public) {
				t.Errorf("%s.%s shows %s", table.Name, column.Name, f.Owner)
			}
		}
	}
}

func TestWhatIsNotPublicLeavesNoTrace(t *testing.T) {
	public := brief(t, "fr", whole().Public(false))
	for path, text := range made(t, public) {
		if i := bytes.Index(bytes.ToLower(text), []byte("canary")); i >= 0 {
			t.Errorf("%s says %q", path, text[max(0, i-60):i+20])
		}
	}
}

func TestSameCouncilGivesSameBytes(t *testing.T) {
	shuffled := documentsOfTest()
	slices.Reverse(shuffled)
	c := whole()
	other := council.Assemble(council.Source{
		Settings: c.Settings, Glossary: c.Glossary, Withdrawals: c.Withdrawals, Documents: shuffled, Files: filesOfTest(),
		Organisations: []council.Organisation{{ID: "ville", Name: "Ville de Valclair", Type: "commune", URL: "https://valclair.example"}},
	}, c.AsOf)
	first, second := made(t, brief(t, "fr", c.Public(false))), made(t, brief(t, "fr", other.Public(false)))
	for path := range first {
		if !bytes.Equal(first[path], second[path]) {
			t.Errorf("%s differs:\n%.2000q\n%.2000q", path, first[path], second[path])
		}
	}
}

type packageFile struct {
	Created   string
	Licenses  []struct{ Name, Path string }
	Resources []struct {
		Name, Path, Hash string
		Bytes            int
		Schema           struct {
			Fields      []struct{ Name, Type string }
			ForeignKeys []struct {
				Fields    []string
				Reference struct{ Resource string }
			}
		}
	}
}

func TestPackageDescribesTheFilesBesideIt(t *testing.T) {
	published := tiny(t)
	var p packageFile
	read(t, published[folder+"datapackage.json"], &p)
	if len(p.Resources) != len(Tables()) || p.Created != "2024-05-16T00:00:00Z" || p.Licenses[0].Name != "etalab-2.0" {
		t.Errorf("%d resources, created %s, licence %v", len(p.Resources), p.Created, p.Licenses)
	}
	for _, resource := range p.Resources {
		text := published[folder+resource.Path]
		sum := sha256.Sum256(text)
		if resource.Bytes != len(text) || resource.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s: %d bytes, %s", resource.Path, resource.Bytes, resource.Hash)
		}
	}
}

// References are closed: an id in a foreign key is a row of the other table.
func TestForeignKeysLeadToRows(t *testing.T) {
	published := tiny(t)
	var p packageFile
	read(t, published[folder+"datapackage.json"], &p)
	followed := 0
	for _, resource := range p.Resources {
		for _, key := range resource.Schema.ForeignKeys {
			other := key.Reference.Resource
			if other == "" {
				other = resource.Name
			}
			there := rows(t, published[folder+other+".csv"])
			for id, row := range rows(t, published[folder+resource.Path]) {
				if named := row[key.Fields[0]]; named != "" {
					followed++
					if there[named] == nil {
						t.Errorf("%s %s names %s %q, which is not in its table", resource.Name, id, other, named)
					}
				}
			}
		}
	}
	if followed < 30 {
		t.Errorf("only %d references were followed", followed)
	}
}
