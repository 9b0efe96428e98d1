package data

import (
	"bytes"
	"os"
	"slices"
	"sync"
	"testing"
	"testing/fstest"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

// The tiny council of these tests is as of 1 June 2024. Whatever its public may
// not know says "canary".

var settings = council.Settings{
	Name: "Conseil du numérique de Valclair", Kind: "local", Nature: []council.Nature{"advice", "consultation"},
	BaseURL: "https://num.example/conseil", Language: "fr", Timezone: "Europe/Paris", Created: council.Date{Year: 2021, Month: 3},
	Territory: &council.Territory{Name: "Valclair", Type: "commune", Code: "99001"}, Authority: "ville", Licence: "etalab-2.0",
	Bodies: []council.Body{
		{ID: "conseil", OfType: "council", Name: "Conseil"},
		{ID: "cercle", OfType: "circle", Name: "Cercle permanent", Parent: "conseil", Parity: []council.ParityCount{{On: council.Date{Year: 2022}, Women: 2, Men: 1}}},
	},
	Roles:  []council.Role{{ID: "president", Name: "Présidence"}},
	Themes: []council.Theme{{ID: "mobilite", Name: "Mobilité"}, {ID: "inclusion", Name: "Inclusion"}},
	Axes:   []council.Axis{{ID: "ouvrir", Name: "Ouvrir"}}, Series: []council.Series{{ID: "rencontres", Name: "Rencontres"}},
	Colleges: []council.College{{ID: "habitants", Name: "Habitants"}}, Categories: []council.Category{{ID: "citoyens", Name: "Citoyens"}},
	Districts: []council.District{{ID: "nord", Name: "Nord"}}, Profiles: []council.Profile{{ID: "usage", Name: "Usage"}},
	AltNames: []council.AltName{{Name: "Conseil numérique", Source: "délibération"}}, Partners: []council.Ref[council.Organisation]{"ville"},
	FoundingActs: []council.FoundingAct{{Title: "Délibération", Date: council.Date{Year: 2021, Month: 3}, URL: "https://valclair.example/acte", Document: "reglement"}},
	Relations:    []council.Relation{{Kind: "follows", Organisation: "ville"}}, Social: []council.Account{{Name: "Mastodon", URL: "https://social.example/@c"}},
	Gaps: []council.Gap{{Subject: "Effectif", Text: "Deux sources se contredisent.", Sources: []string{"a", "b"}}},
	Data: council.DataSettings{Provenance: true},
}

func on(year int16, month, day uint8) council.Date {
	return council.Date{Year: year, Month: month, Day: day}
}

func at(year int16, month, day, hour, minute uint8) council.Moment {
	return council.Moment{Date: on(year, month, day), Timed: true, Hour: hour, Minute: minute}
}

func entry(collection, id string, stated ...council.Date) council.Entry {
	return council.Entry{ID: id, File: collection + "/" + id + ".md", Stated: stated}
}

const attachedFile = "sessions/ordre du jour.PDF"

var contentOfTest = fstest.MapFS{attachedFile: {Data: []byte("Ordre du jour")}}

func filesOfTest() map[string]council.File {
	return map[string]council.File{attachedFile: {Name: attachedFile, Size: int64(len(contentOfTest[attachedFile].Data))}}
}

func a[T any](value T) *T { return &value }

func documentsOfTest() []council.Documented {
	ada := &council.Member{
		Entry: entry("members", "ada"), Name: "Ada Roux", Organisation: "ville", Email: council.Conceal[council.Email]("canary@private.example"), Minor: council.Conceal(true),
		Mandates: []council.Mandate{
			{Body: "cercle", Role: "president", College: "habitants", Start: on(2021, 3, 18), Term: 1},
			{Body: "conseil", Start: council.Date{Year: 2024}},
		},
	}
	ada.District, ada.Links = "nord", []council.Link{{Label: "Site", URL: "https://ada.example"}}
	ada.Aliases = []council.ID{"ada-martin"}
	leo := &council.Member{Entry: entry("members", "leo"), Name: "Léo Marchand", Mandates: []council.Mandate{{Body: "cercle"}}}
	ines := &council.Member{Entry: entry("members", "ines"), Name: "Inès Petit", Mandates: []council.Mandate{{Body: "cercle"}}}
	secret := &council.Member{Entry: entry("members", "canary-member"), Name: "Canary Member"}
	secret.Draft = true

	held := &council.Session{
		Entry: entry("sessions", "2024-05-16", on(2024, 5, 16)), Title: "Séance plénière", Kind: "plenary", Status: council.Held,
		Start: at(2024, 5, 16, 18, 30), End: at(2024, 5, 16, 20, 0), OfBody: "conseil", ConvenedBy: "ville", Organisers: []council.Ref[council.Organisation]{"ville"},
		Place: &council.Place{Name: "Hôtel de ville"},
		Agenda: []council.AgendaItem{
			{Title: "Installation", Kind: "information"},
			{Title: "Avis", Kind: "vote", Opinion: "2024-01", Rapporteurs: []council.Ref[council.Member]{"leo", "canary-member"}},
			{Title: "À venir", Opinion: "canary-opinion"},
		},
		Attendance: &council.Attendance{Present: []council.Ref[council.Member]{"ada", "canary-member"}, Excused: []council.Ref[council.Member]{"leo"}},
		Guests:     []council.Guest{{Name: "Jeanne Roux", Organisation: "ville"}, {Person: "ines"}, {Person: "canary-member"}},
	}
	held.Attachments = []council.Attachment{{Title: "Ordre du jour", File: "ordre du jour.PDF", Accessible: a(true)}, {Title: "En ligne", URL: "https://ailleurs.example/odj"}}
	unrecorded := &council.Session{
		Entry: entry("sessions", "2023", council.Date{Year: 2023, Month: 9}), Title: "Rentrée", Kind: "meeting", Status: council.Held,
		Start: council.Moment{Date: council.Date{Year: 2023, Month: 9}},
	}
	embargoed := &council.Session{Entry: entry("sessions", "canary-session"), Title: "Canary session", Kind: "meeting", Status: council.Planned, Start: at(2024, 7, 1, 9, 0)}
	embargoed.PublishOn = council.Moment{Date: on(2024, 6, 15)}

	opinion := &council.Opinion{
		Entry: entry("opinions", "2024-01", on(2024, 5, 16)), Title: "Avis sur les données de mobilité", Kind: "opinion", Status: "adopted", AdoptedOn: on(2024, 5, 16),
		Referral: &council.Referral{Origin: "authority", By: "ville"}, Session: "2024-05-16", Rapporteurs: []council.Ref[council.Member]{"leo", "canary-member", "leo"},
		Workshops: []council.Ref[council.Workshop]{"donnees"}, Supersedes: []council.Ref[council.Opinion]{"canary-opinion"},
		Vote: &council.Vote{For: a(12), Against: a(0), Abstentions: a(1)},
		Recommendations: []council.Recommendation{
			{ID: "r1", Text: "Publier, sous licence ouverte,\nles \"horaires\"", Addressee: "ville", Due: council.Date{Year: 2023}, Updates: []council.Update{{On: on(2024, 5, 20), Status: council.InProgress, Note: "Lancé"}}},
			{ID: "r2", Text: "Former", Due: on(2024, 12, 31)},
		},
		Deliveries: []council.Delivery{{To: "ville", On: on(2024, 5, 20)}}, Signatories: []council.Ref[council.Organisation]{"ville", "council", "ville"},
	}
	opinion.Themes = []council.Ref[council.Theme]{"mobilite", "inclusion"}
	rejected := &council.Opinion{
		Entry: entry("opinions", "2024-02"), Title: "Avis rejeté", Kind: "opinion", Status: "rejected", Session: "canary-session",
		Vote: &council.Vote{For: a(2)}, Recommendations: []council.Recommendation{{ID: "r1", Text: "Renoncer", Due: council.Date{Year: 2023}}},
	}
	rejected.Supersedes, rejected.Errata = []council.Ref[council.Opinion]{"2024-01", "canary-opinion"}, []council.Erratum{{On: on(2024, 5, 21), Text: "Lire « 12 »."}}
	rejected.Axes = []council.Ref[council.Axis]{"ouvrir"}
	draft := &council.Opinion{Entry: entry("opinions", "canary-opinion"), Title: "Canary opinion", Kind: "opinion", Status: "adopted", Recommendations: []council.Recommendation{{ID: "canary", Text: "Canary recommendation"}}}
	draft.Confidential = true

	workshop := &council.Workshop{
		Entry: entry("workshops", "donnees"), Title: "Données", Status: "working", Lead: "leo", Members: []council.Ref[council.Member]{"ada", "leo"},
		ExternalMembers: []council.ExternalMember{{Name: "Paul Noir", Organisation: "ville"}},
		Hearings:        []council.Hearing{{On: council.Moment{Date: on(2024, 4, 2)}, Name: "Nora Blanc", Opinion: "2024-01"}},
		Sessions:        []council.Ref[council.Session]{"2024-05-16", "canary-session"},
		Meetings:        []council.Meeting{{On: at(2024, 1, 10, 9, 0)}},
	}
	news := &council.News{
		Entry: entry("news", "appel"), Title: "Appel", Kind: "call", Date: council.Moment{Date: on(2024, 5, 2)}, Event: "canary-session", Speaker: &council.Speaker{Name: "Nora Blanc", Offices: []council.Office{{Title: "Maire"}}, Award: &council.Award{Level: 4}},
		Call:        &council.Call{ClosesOn: on(2024, 6, 30), Seats: 10, Criteria: []string{"tirage au sort", "parité"}},
		Commitments: []council.Commitment{{Author: "ada", Text: "Répondre", Updates: []council.Update{{On: on(2024, 5, 3), Note: "Fait"}}}, {Author: "ville", Text: "Publier"}, {Author: "canary-member", Text: "Suivre"}},
		Quotes:      []council.Quote{{By: "Nora Blanc", Kind: "verbatim", Text: "Oui."}},
	}
	expired := &council.Document{Entry: entry("documents", "ancien"), Title: "Canary of an expired document", Kind: "other"}
	expired.ExpireOn = council.Moment{Date: on(2024, 1, 31)}
	lapsed := &council.News{Entry: entry("news", "lapsed"), Title: "Canary of lapsed news", Kind: "article"}
	lapsed.ExpireOn = expired.ExpireOn
	rules := &council.Document{Entry: entry("documents", "reglement"), Title: "Règlement intérieur", Kind: "internal-rules", Year: 2021, SignedBy: &council.Signature{Name: "Le maire"}}
	rules.SentTo, rules.Articles = []council.Ref[council.Organisation]{"ville"}, []council.Article{{ID: "article-1", Text: "Objet"}}
	rules.Visas, rules.Operative = []council.Visa{{Text: "Vu le code"}}, []council.OperativePart{{Verb: "Approuve", Text: "le règlement"}}
	free := &council.Page{Entry: entry("pages", "le-conseil"), Title: "Le conseil"}

	return []council.Documented{ada, leo, ines, secret, held, unrecorded, embargoed, opinion, rejected, draft, workshop, news, expired, lapsed, rules, free}
}

func whole() *council.Council {
	return council.Assemble(council.Source{
		Settings:      &settings,
		Organisations: []council.Organisation{{ID: "ville", Name: "Ville de Valclair", Type: "commune", URL: "https://valclair.example"}},
		Glossary:      []council.Term{{Term: "Données ouvertes", Definition: "Réutilisables par tous."}},
		Withdrawals: []council.Withdrawal{
			{Of: "news", ID: "retiree", On: on(2024, 2, 1), Reason: "erreur"},
			{Of: "members", ID: "canary-erased", On: on(2024, 2, 1), Erase: true},
		},
		Documents: documentsOfTest(),
		Files:     filesOfTest(),
	}, council.Moment{Date: on(2024, 6, 1)})
}

func brief(t testing.TB, language string, c *council.Council) *site.Brief {
	t.Helper()
	catalogue := func(language string) *words.Catalogue {
		catalogue, err := words.Load(language, nil, os.DirFS("../../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		return catalogue
	}
	other := map[string]string{"fr": "en", "en": "fr"}[language]
	b := &site.Brief{Council: c, Words: catalogue(language), Sums: site.NewSums(func(string) (site.File, bool) { return site.File{}, false }), Content: contentOfTest}
	b.Languages = []*words.Catalogue{b.Words, catalogue(other)}
	b.Addresses = site.NewAddresses(c.Settings.BaseURL, b.Words)
	return b
}

// filesOf lists everything that this package publishes.
func filesOf(b *site.Brief) []site.File {
	files := slices.Concat(CSV(b), JSON(b), XLSX(b), Parquet(b), SQLite(b), CSVW(b), Package(b), Objects(b))
	b.Sums.Add(files)
	return append(files, Sums(b, files)...)
}

// tiny is everything that is published of the tiny council, made once for the
// tests that only look.
func tiny(t *testing.T) map[string][]byte {
	t.Helper()
	madeOnce.Do(func() { tinyCouncil = made(t, brief(t, "fr", whole().Public(false))) })
	return tinyCouncil
}

var (
	madeOnce    sync.Once
	tinyCouncil map[string][]byte
)

// made is everything that this package publishes, by path.
func made(t testing.TB, b *site.Brief) map[string][]byte {
	t.Helper()
	published := make(map[string][]byte)
	for _, file := range filesOf(b) {
		var out bytes.Buffer
		if err := file.Make(&out, b.Council); err != nil {
			t.Fatalf("%s: %v", file.Path, err)
		}
		published[file.Path] = out.Bytes()
	}
	return published
}
