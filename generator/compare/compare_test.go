package compare_test

import (
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/compare"
	"greffe/generator/council"
	"greffe/generator/phrase"
)

func side(t *testing.T, content fs.FS) (compare.Side, phrase.Speaker) {
	t.Helper()
	asOf, _ := council.ParseMoment("2026-11-20")
	g := &generator.Generator{
		Content: content, Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		AsOf: func(*time.Location) council.Moment { return asOf },
	}
	c, _, err := g.Council()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := g.Words("fr")
	if err != nil {
		t.Fatal(err)
	}
	return compare.Side{Council: c, Content: content}, phrase.Speaker{Catalogue: catalogue}
}

// base is a council on which each test makes one change.
var base = map[string]string{
	"council.yaml":        "name: Conseil\nmission: Conseiller.\nbodies:\n  - { id: conseil, type: council, label: Conseil }\nroles:\n  - { id: presidence, label: Présidence, single: true }\n",
	"organisations.yaml":  "- { id: ville, name: Ville, type: commune }\n",
	"members/ada.md":      "---\nname: Ada Un\nprofession: dev\nemail: ada@secret.example\nmandates:\n  - { body: conseil, start: 2024-01-01 }\n---\nBonjour.\n",
	"members/bob.md":      "---\nname: Bob Deux\n---\n",
	"sessions/s1.md":      "---\ntitle: Séance\nkind: plenary\nstatus: held\nstart: 2026-10-08 18h30\nattendance: { present: [ada], excused: [bob] }\nagenda:\n  - { title: Point un, kind: debate }\n  - { title: Point deux }\n---\nCompte rendu.\n",
	"opinions/2024-03.md": "---\ntitle: Avis\nkind: opinion\nstatus: adopted\nadopted_on: 2024-03-10\nvote: { for: 12, against: 3, abstentions: 0 }\nrapporteurs: [ada]\nrecommendations:\n  - { id: r1, text: Faire., addressee: ville, due: 2025 }\n---\nUn [lien](https://a.example/).\n",
	"opinions/2024-04.md": "---\ntitle: Brouillon\nkind: opinion\nstatus: adopted\ndraft: true\n---\n",
}

func TestEachChangeIsSaidInASentence(t *testing.T) {
	for _, test := range []struct{ name, file, from, to, want string }{
		{"a value", "members/ada.md", "profession: dev", "profession: poète", "Profession : dev → poète"},
		{"a value that comes", "members/bob.md", "name: Bob Deux", "name: Bob Deux\nprofession: élu", "Profession : élu"},
		{"a value that goes", "members/ada.md", "profession: dev\n", "", "Profession : retiré (dev)"},
		{"a private value", "members/ada.md", "ada@secret.example", "autre@secret.example", "Courriel : champ privé modifié (sa valeur n’est pas montrée)"},
		{"a mandate that ends", "members/ada.md", "start: 2024-01-01", "start: 2024-01-01, end: 2026-12-31, end_reason: resigned", "Mandat (Conseil) : prend fin le 31 décembre 2026 (démission)"},
		{"a mandate that begins", "members/bob.md", "name: Bob Deux", "name: Bob Deux\nmandates: { body: conseil, role: presidence, start: 2026-11 }", "Nouveau mandat : Conseil, Présidence, depuis novembre 2026"},
		{"a mandate's role", "members/ada.md", "start: 2024-01-01", "start: 2024-01-01, role: presidence", "Mandat (Conseil), Fonction : Présidence"},
		{"a vote", "opinions/2024-03.md", "against: 3", "against: 2", "Vote : 12 pour, 3 contre, 0 abstention → 12 pour, 2 contre, 0 abstention"},
		{"a vote that was not known", "opinions/2024-03.md", "vote: { for: 12, against: 3, abstentions: 0 }\n", "", "Vote : 12 pour, 3 contre, 0 abstention → non communiqué"},
		{"attendance", "sessions/s1.md", "present: [ada], excused: [bob]", "present: [ada, bob]", "Présence de Bob Deux : absence excusée → sur place"},
		{"attendance that is taken back", "sessions/s1.md", "attendance: { present: [ada], excused: [bob] }\n", "", "Les présences ne sont plus consignées"},
		{"a recommendation", "opinions/2024-03.md", "due: 2025 }", "due: 2025, status: done }", "Recommandation r1 : proposée → réalisée"},
		{"a step of the follow-up", "opinions/2024-03.md", "due: 2025 }", "due: 2025, updates: { on: 2026-05-03, status: accepted } }", "Recommandation r1 : proposée → acceptée; Recommandation r1, Suivi : ajout de 3 mai 2026, acceptée"},
		{"a deadline", "opinions/2024-03.md", "due: 2025", "due: 2026-06", "Recommandation r1, Échéance : 2025 → juin 2026"},
		{"a list", "opinions/2024-03.md", "rapporteurs: [ada]", "rapporteurs: [bob, ada]", "Rapport confié à : ajout de Bob Deux"},
		{"an item of a list", "sessions/s1.md", "Point un, kind: debate", "Point un, kind: vote", "Ordre du jour « Point un », Type : débat → vote"},
		{"an item that comes", "sessions/s1.md", "  - { title: Point deux }\n", "  - { title: Point deux }\n  - { title: Point trois }\n", "Ordre du jour : ajout de Point trois"},
		{"the order of a list", "sessions/s1.md", "  - { title: Point un, kind: debate }\n  - { title: Point deux }\n", "  - { title: Point deux }\n  - { title: Point un, kind: debate }\n", "Ordre du jour : l’ordre change"},
		{"publication", "opinions/2024-04.md", "draft: true\n", "", "Publication : brouillon → publié"},
		{"a text", "members/ada.md", "Bonjour.", "Bonjour à toutes.", "Texte : réécrit (3 mots en plus, 1 mot en moins)"},
		{"a link", "opinions/2024-03.md", "https://a.example/", "https://b.example/", "Texte : des liens mènent ailleurs"},
		{"marks", "members/ada.md", "Bonjour.", "**Bonjour.**", "Texte : la mise en forme change, pas les mots"},
		{"the settings", "council.yaml", "mission: Conseiller.", "mission: Aider.", "Mission : Conseiller. → Aider."},
		{"an organisation", "organisations.yaml", "name: Ville", "name: Mairie", "Mairie, Nom : Ville → Mairie"},
		{"a file that says the same", "members/ada.md", "name: Ada Un\nprofession: dev\n", "# une remarque\nprofession: dev\nname: Ada Un\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			before, say := side(t, folder("", "", ""))
			after, _ := side(t, folder(test.file, test.from, test.to))
			var told []string
			for _, e := range compare.Councils(before, after, say) {
				if e.File != test.file {
					t.Errorf("%s differs too: %+v", e.File, e.Changes)
				}
				for i := range e.Changes {
					told = append(told, plain(e.Changes[i].What(say)))
				}
			}
			if got := strings.Join(told, "; "); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
			if strings.Contains(strings.Join(told, " "), "secret") {
				t.Errorf("a private value is told: %q", told)
			}
		})
	}
}

func TestAChangeIsAtItsLine(t *testing.T) {
	for _, test := range []struct {
		file, from, to string
		line           int
	}{
		{"council.yaml", "mission: Conseiller.", "mission: Aider.", 2},
		{"members/ada.md", "profession: dev", "profession: poète", 3},
		{"organisations.yaml", "- { id: ville, name: Ville, type: commune }", "- id: ville\n  type: commune\n  name: Mairie", 3},
		{"organisations.yaml", "type: commune }\n", "type: commune }\n- { id: region, name: Région, type: region }\n", 2},
	} {
		before, say := side(t, folder("", "", ""))
		after, _ := side(t, folder(test.file, test.from, test.to))
		entries := compare.Councils(before, after, say)
		if len(entries) != 1 || len(entries[0].Changes) != 1 || entries[0].Changes[0].Line != test.line {
			t.Errorf("%s: %+v, want one change at line %d", test.file, entries, test.line)
		}
	}
}

// folder is the base with one replacement.
func folder(file, from, to string) fstest.MapFS {
	content := fstest.MapFS{}
	for name, text := range base {
		if name == file {
			text = strings.Replace(text, from, to, 1)
		}
		content[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return content
}

// plain is a text with ordinary spaces.
func plain(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text)
}

func TestADocumentMayComeGoAndBearAnotherID(t *testing.T) {
	before, say := side(t, folder("", "", ""))
	content := folder("opinions/2024-03.md", "title: Avis", "title: [")
	content["members/robert.md"] = &fstest.MapFile{Data: []byte("---\nname: Bob Deux\naliases: [bob]\n---\n")}
	content["members/eve.md"] = &fstest.MapFile{Data: []byte("---\nname: Ève\n---\n")}
	content["sessions/s1.md"] = &fstest.MapFile{Data: []byte(strings.Replace(base["sessions/s1.md"], "bob", "robert", 1))}
	delete(content, "members/bob.md")
	delete(content, "opinions/2024-04.md")
	after, _ := side(t, content)
	var got []string
	for _, e := range compare.Councils(before, after, say) {
		kinds := ""
		for _, c := range e.Changes {
			kinds += " " + c.Kind
		}
		got = append(got, string(e.How)+" "+e.Collection+"/"+e.ID+kinds)
	}
	slices.Sort(got)
	want := []string{
		"added members/eve", "changed opinions/2024-03 unreadable",
		"removed opinions/2024-04", "renamed members/robert",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// Whatever field of whatever document is emptied, it is told: the walk follows
// the schema, and a field that is added to the model is compared too.
func TestNoFieldChangesInSilence(t *testing.T) {
	content := os.DirFS("../../content")
	before, say := side(t, content)
	if entries := compare.Councils(before, before, say); len(entries) > 0 {
		t.Fatalf("a council differs from itself: %+v", entries)
	}
	fields := 0
	for document := range before.Everything() {
		for _, field := range council.SchemaOf(document).Fields {
			changed := reflect.New(reflect.TypeOf(document).Elem())
			changed.Elem().Set(reflect.ValueOf(document).Elem())
			value := changed.Elem().FieldByIndex(field.Index)
			if value.IsZero() || value.Kind() == reflect.Slice && value.Len() == 0 {
				continue
			}
			fields++
			value.SetZero()
			edited, _ := before.Edited([]council.Documented{changed.Interface().(council.Documented)}, nil)
			told := false
			for _, e := range compare.Councils(before, compare.Side{Council: edited, Content: content}, say) {
				for i := range e.Changes {
					what := e.Changes[i].What(say)
					told = told || what != ""
					if strings.Contains(what, "[") && strings.Contains(what, "diff.") {
						t.Errorf("%s: a sentence is missing: %s", field.Owner, what)
					}
				}
			}
			if !told {
				t.Errorf("%s: %s is emptied in silence", document.Common().File, field.Key)
			}
		}
	}
	if fields < 500 {
		t.Errorf("only %d fields were tried", fields)
	}
}
