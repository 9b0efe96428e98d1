package feed

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

var layouts = os.DirFS("../../../layouts")

var update = flag.Bool("update", false, "rewrite the golden files")

// The tiny council of these tests is as of 1 June 2024. Whatever its public may
// not know says "canary".

func on(year int16, month, day uint8) council.Date {
	return council.Date{Year: year, Month: month, Day: day}
}

func at(year int16, month, day, hour, minute uint8) council.Moment {
	return council.Moment{Date: on(year, month, day), Timed: true, Hour: hour, Minute: minute}
}

func common(collection, id string, stated ...council.Date) council.Entry {
	return council.Entry{ID: id, File: collection + "/" + id + ".md", Stated: stated}
}

func documents() []council.Documented {
	plenary := &council.Session{
		Entry: common("sessions", "2024-05-16", on(2024, 5, 16)), Title: "Séance plénière : le vote", Kind: "plenary", Status: council.Held,
		Start: at(2024, 5, 16, 18, 30), End: at(2024, 5, 16, 20, 0),
		Place:  &council.Place{Name: "Hôtel de ville", Address: "1, place de la Mairie ; entrée B", Online: "https://visio.example/num?a=1;b=2,3"},
		Agenda: []council.AgendaItem{{Title: "Installation"}, {Title: "Avis sur les données de mobilité, de l'énergie et de la qualité de l'air, première lecture"}},
	}
	plenary.Summary = "Le conseil s'installe."
	cancelled := &council.Session{Entry: common("sessions", "2024-06-20", on(2024, 5, 30)), Title: "Réunion d'été", Kind: "meeting", Status: council.Cancelled, Start: council.Moment{Date: on(2024, 6, 20)}, End: council.Moment{Date: on(2024, 6, 21)}}
	cancelled.Aliases = []council.ID{"2024-06-19"}
	planned := &council.Session{Entry: common("sessions", "2024-12-03"), Title: "Bilan", Kind: "plenary", Status: council.Planned, Start: at(2024, 12, 3, 9, 0)}
	vague := &council.Session{Entry: common("sessions", "2024-09"), Title: "Rentrée", Kind: "plenary", Status: council.Planned, Start: council.Moment{Date: council.Date{Year: 2024, Month: 9}}}
	embargoed := &council.Session{Entry: common("sessions", "canary-session"), Title: "Canary", Status: council.Planned, Start: at(2024, 7, 1, 9, 0)}
	embargoed.PublishOn = council.Moment{Date: on(2024, 6, 15)}

	opinion := &council.Opinion{Entry: common("opinions", "2024-01", on(2024, 5, 16)), Title: "Avis sur l'ouverture : & après ?", Kind: "opinion", Status: "adopted", AdoptedOn: on(2024, 5, 16)}
	opinion.Summary, opinion.PlainSummary = "Résumé.", "En clair, <tout> ouvrir !"
	opinion.Themes = []council.Ref[council.Theme]{"mobilite", "canary-theme"}
	renamed := &council.Opinion{Entry: common("opinions", "2023-02", on(2023, 2, 1)), Title: "Motion", Kind: "motion", Status: "adopted", AdoptedOn: council.Date{Year: 2023}}
	renamed.Aliases = []council.ID{"motion-2023", "motion"}
	undated := &council.Opinion{Entry: common("opinions", "sans-date"), Title: "Sans date", Kind: "opinion", Status: "adopted"}
	draft := &council.Opinion{Entry: common("opinions", "canary-opinion", on(2024, 5, 20)), Title: "Canary", Kind: "opinion", Status: "adopted", AdoptedOn: on(2024, 5, 20)}
	draft.Draft = true
	member := &council.Member{Entry: common("members", "ada"), Name: "Ada Roux", Email: council.Conceal[council.Email]("canary@private.example")}
	opinion.Rapporteurs = []council.Ref[council.Member]{"ada", "canary-member"}
	opinion.References = cites(opinion, "rapporteurs", "ada", "themes", "mobilite")

	member.Aliases = []council.ID{"ada-martin"}
	idle := &council.Member{Entry: common("members", "idle", on(2023, 1, 1)), Name: "Zoé Petit"}
	workshop := &council.Workshop{
		Entry: common("workshops", "velos", on(2024, 3, 7)), Title: "Vélos", Status: "working", Start: on(2024, 3, 7), Lead: "ada",
		Meetings: []council.Meeting{
			{On: at(2024, 6, 4, 18, 0), Place: "Médiathèque", Title: "Carte des pistes"}, {On: council.Moment{Date: on(2024, 3, 7)}},
			{On: council.Moment{Date: council.Date{Year: 2024, Month: 9}}, Title: "Bilan"},
		},
		Hearings: []council.Hearing{
			{On: at(2024, 4, 4, 14, 0), Name: "Sacha Lemerle", Quality: "cycliste", Subject: "Rouler la nuit"},
			{On: at(2024, 4, 4, 14, 0), Person: "canary-member", Quality: "canary"},
		},
	}
	workshop.References = cites(workshop, "lead", "ada")
	news := &council.News{Entry: common("news", "appel", on(2024, 5, 20)), Title: "Appel à candidatures", Kind: "call", Date: at(2024, 5, 20, 10, 0), Standfirst: "Six places à prendre."}
	act := &council.Document{Entry: common("documents", "act", on(2021, 6, 1)), Title: "The founding act", Kind: "act", AdoptedOn: on(2021, 6, 1)}
	act.Lang = "en"
	act.Summary = "It founds:\nthe council."
	plenary.OfBody, plenary.References = "bureau", cites(plenary, "body", "bureau")
	return []council.Documented{plenary, cancelled, planned, vague, embargoed, opinion, renamed, undated, draft, member, idle, workshop, news, act}
}

// cites are references of a document: keys and ids by turns.
func cites(document council.Documented, keysAndIDs ...string) []council.Reference {
	var references []council.Reference
	for pair := range slices.Chunk(keysAndIDs, 2) {
		field := council.SchemaOf(document).Field(pair[0])
		references = append(references, council.Reference{Field: field, Path: pair[0], ID: pair[1]})
	}
	return references
}

func tiny(documents []council.Documented) *council.Council {
	return council.Assemble(council.Source{
		Settings: &council.Settings{
			Name: "Le Num", BaseURL: "https://num.example/conseil", Language: "fr", Timezone: "Europe/Paris", Created: council.Date{Year: 2021},
			Themes:  []council.Theme{{ID: "mobilite", Name: "Mobilité"}, {ID: "vide", Name: "Vide"}},
			Bodies:  []council.Body{{ID: "conseil", OfType: "council", Name: "Conseil"}, {ID: "bureau", OfType: "bureau", Name: "Bureau", Parent: "conseil"}, {ID: "groupe", OfType: "circle", Name: "Groupe"}},
			Licence: "etalab-2.0", Contact: &council.Contact{Email: "num@valclair.example"},
		},
		Withdrawals: []council.Withdrawal{
			{Of: "opinions", ID: "retire", On: on(2024, 2, 1)},
			{Of: "sessions", ID: "2024-03-14", On: on(2024, 3, 1), Start: council.Moment{Date: on(2024, 3, 14), Timed: true, Hour: 18}, Reason: "séance annoncée par erreur"},
			{Of: "opinions", ID: "canary-erased", On: on(2024, 2, 1), Erase: true},
		},
		Documents: documents,
	}, council.Moment{Date: on(2024, 6, 1)}).Public(false)
}

func brief(t testing.TB, c *council.Council) *site.Brief {
	t.Helper()
	catalogue, err := words.Load("fr", nil, layouts)
	if err != nil {
		t.Fatal(err)
	}
	return &site.Brief{Council: c, Words: catalogue, Addresses: site.NewAddresses(c.Settings.BaseURL, catalogue)}
}

// made is everything that this package publishes, by path.
func made(t testing.TB, b *site.Brief) map[string]string {
	t.Helper()
	files := slices.Concat(Atom(b), JSON(b), Calendar(b), Sitemap(b, []site.File{
		{Path: "index.html"}, {Path: "avis/2024-01/index.html", From: "opinions/2024-01.md"}, {Path: "404.html"},
		{Path: "avis/index.html"}, {Path: "avis/motion/index.html"}, {Path: "avis/retire/index.html"}, {Path: "data/v1/members.csv"},
	}))
	published := make(map[string]string)
	for _, file := range files {
		var out bytes.Buffer
		if err := file.Make(&out, b.Council); err != nil {
			t.Fatal(err)
		}
		published[file.Path] = out.String()
	}
	return published
}

func TestFeedsAreWhatTheyWere(t *testing.T) {
	for path, got := range made(t, brief(t, tiny(documents()))) {
		golden := filepath.Join("testdata", strings.ReplaceAll(path, "/", "-")+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil || got != string(want) {
			t.Errorf("%s is now\n%s\nand was\n%s", path, got, want)
		}
	}
}

func TestWhatIsNotPublicLeavesNoTrace(t *testing.T) {
	for path, text := range made(t, brief(t, tiny(documents()))) {
		if strings.Contains(strings.ToLower(path+text), "canary") {
			t.Errorf("%s:\n%s", path, text)
		}
	}
}

func TestSameCouncilGivesSameBytes(t *testing.T) {
	shuffled := documents()
	slices.Reverse(shuffled)
	first, second := made(t, brief(t, tiny(documents()))), made(t, brief(t, tiny(shuffled)))
	for path := range first {
		if first[path] != second[path] {
			t.Errorf("%s differs", path)
		}
	}
}
