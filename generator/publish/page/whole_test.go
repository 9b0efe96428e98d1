package page

import (
	"strings"
	"testing"

	"greffe/generator/council"
)

// with is a council whose settings were changed.
func with(change func(*council.Settings), documents ...council.Documented) *council.Council {
	c := assembled(documents...)
	change(c.Settings)
	return council.Assemble(council.Source{Settings: c.Settings, Documents: documents}, c.AsOf)
}

func day(year int16, month, day uint8) council.Date {
	return council.Date{Year: year, Month: month, Day: day}
}

func TestUnspecifiedIsNotUnlimited(t *testing.T) {
	renewals := func(r council.Renewals) string {
		c := with(func(s *council.Settings) {
			s.Rules.Term = &council.TermRule{Years: 2, Renewals: r, RuleSource: council.RuleSource{Source: "article 4"}}
		})
		return plain(making(t, siteFor(t, briefFor(t, c, nil)), "conformite/index.html"))
	}
	for text, rule := range map[string]council.Renewals{
		"Le nombre de renouvellements n’est pas précisé": {},
		"Il est renouvelable sans limite.":               {Stated: true, Unlimited: true},
		"Il n’est pas renouvelable.":                     {Stated: true},
		"Il est renouvelable une fois.":                  {Stated: true, Number: 1},
		"Il est renouvelable 3 fois.":                    {Stated: true, Number: 3},
	} {
		if page := renewals(rule); !strings.Contains(page, text) || !strings.Contains(page, "Un mandat dure 2 ans.") || !strings.Contains(page, "article 4") {
			t.Errorf("%+v: no %q", rule, text)
		}
	}
}

func TestRulesThatNoTextStatesAreListed(t *testing.T) {
	page := making(t, siteFor(t, briefFor(t, assembled(), nil)), "conformite/index.html")
	inOrder(t, page, "Aucune règle n’est déclarée", "Ce qu’aucun texte ne précise", "<li>Quorum</li>")
}

func TestAttendanceThatWasNotRecordedIsNotZero(t *testing.T) {
	ada := &council.Member{Entry: council.Entry{ID: "ada"}, Name: "Ada", Mandates: []council.Mandate{{Body: "conseil", Start: day(2020, 1, 1)}}}
	bob := &council.Member{Entry: council.Entry{ID: "bob"}, Name: "Bob", Mandates: []council.Mandate{{Body: "conseil", Start: day(2020, 1, 1)}}}
	session := func(id, title string, date council.Date, attendance *council.Attendance) *council.Session {
		return &council.Session{Entry: council.Entry{ID: id}, Title: title, Kind: "plenary", Status: council.Held, Start: council.Moment{Date: date}, Attendance: attendance}
	}
	s := siteFor(t, briefFor(t, assembled(ada, bob,
		session("s1", "Consignée", day(2024, 3, 1), &council.Attendance{Present: []council.Ref[council.Member]{"ada"}}),
		session("s2", "Oubliée", day(2024, 4, 1), nil),
		session("s3", "Ancienne", day(2023, 4, 1), nil),
	), nil))
	year := plain(making(t, s, "chiffres/2024/index.html"))
	inOrder(t, year, "Consignée", `<td class="number">1</td>`, "1 sur 1 membre consigné", "Séances dont la présence n’a pas été consignée", "Oubliée")
	whole := plain(making(t, s, "chiffres/index.html"))
	inOrder(t, whole, "Présence en 2024 : 1 participation sur 1 présences consignées, en 1 séance",
		`<th scope="row">2023</th><td class="number">1</td><td class="number">0</td><td class="number">1</td><td class="number"><span class="unknown">non communiqué</span></td>`)
}

func TestCompositionOfAYear(t *testing.T) {
	ada := &council.Member{Entry: council.Entry{ID: "ada"}, Name: "Ada", Mandates: []council.Mandate{
		{Body: "cercle", Role: "member", Start: day(2021, 4, 1), End: day(2024, 3, 31), EndReason: "resigned"},
		{Body: "cercle", Role: "president", Start: day(2024, 4, 1), Act: "arrêté 2024-11", Appointment: "appointed"},
	}}
	bob := &council.Member{Entry: council.Entry{ID: "bob"}, Name: "Bob", Mandates: []council.Mandate{{Body: "conseil", Role: "member", Start: council.Date{Year: 2022, Month: 3}, End: day(2025, 12, 31)}}}
	s := siteFor(t, briefFor(t, assembled(ada, bob), nil))
	inOrder(t, plain(making(t, s, "composition/2024/index.html")),
		"2 changements en 2024", "31 mars 2024", "fin de mandat", "démission", "1er avril 2024", "début de mandat", "nomination, arrêté 2024-11",
		"2 personnes en fonction le 31 décembre 2024", "Ada", "Présidence", "Bob", "mars 2022")
	inOrder(t, plain(making(t, s, "composition/2025/index.html")), "fin de mandat prévue", "2 personnes en fonction le 1er juin 2025")
	inOrder(t, plain(making(t, s, "composition/2023/index.html")), "Aucun changement daté de 2023 n’est connu.")
	inOrder(t, plain(making(t, s, "composition/index.html")), "2 personnes en fonction le 1er juin 2025", "Présidence : titulaires", "Aucun décompte n’est communiqué.")
	if _, ok := s.Find("composition/2020/index.html"); ok {
		t.Error("there is a year before the first mandate")
	}
}

func TestTheTimelineKeepsPartialDates(t *testing.T) {
	c := with(func(s *council.Settings) { s.Created = council.Date{Year: 2018, Month: 3} },
		&council.News{Entry: council.Entry{ID: "n"}, Title: "Nouvelle", Kind: "article", Date: council.Moment{Date: council.Date{Year: 2018}}})
	s := siteFor(t, briefFor(t, c, nil))
	inOrder(t, making(t, s, "chronologie/2018/index.html"),
		"Sans mois connu", `<time datetime="2018">2018</time>`, "Nouvelle", "mars 2018</h2>", `<time datetime="2018-03">mars 2018</time>`, "Création")
}

func TestAccessibilityStatement(t *testing.T) {
	page := func(a *council.Accessibility) string {
		c := with(func(s *council.Settings) { s.Accessibility = a })
		return plain(making(t, siteFor(t, briefFor(t, c, nil)), "accessibilite/index.html"))
	}
	sections := []string{
		"s’engage à rendre son site accessible, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005",
		"Schéma pluriannuel", "Plan d’action de l’année 2025", "État de conformité", "Résultats des tests", "Contenus non accessibles",
		"Non-conformités", "Dérogations pour charge disproportionnée", "Contenus non soumis", "Établissement de cette déclaration",
		"Technologies utilisées", "Environnement de test", "Outils pour évaluer", "Pages du site ayant fait l’objet",
		"Retour d’information et contact", "Voies de recours", "https://formulaire.defenseurdesdroits.fr/",
		"Libre réponse 71120, 75342 Paris CEDEX 07",
	}
	audit := func(on council.Date, rate float64) *council.Accessibility {
		return &council.Accessibility{Standard: "RGAA 4.1.2", Audit: &council.Audit{On: on, By: "Cabinet", Rate: rate, Failures: []string{"Un contraste"}}}
	}
	for name, test := range map[string]struct {
		facts *council.Accessibility
		want  []string
	}{
		"nothing known": {nil, []string{"est non conforme", "Auteur de l’audit, date et pourcentage de critères respectés : non communiqué"}},
		"full":          {audit(day(2024, 1, 10), 100), []string{"est totalement conforme", "100 %"}},
		"partial":       {audit(day(2024, 1, 10), 72.5), []string{"est partiellement conforme", "RGAA 4.1.2", "72,5 % des critères", "Un contraste"}},
		"poor":          {audit(day(2024, 1, 10), 30), []string{"est non conforme", "30 %"}},
		"outdated":      {audit(day(2021, 1, 10), 90), []string{"est non conforme", "plus de trois ans"}},
	} {
		t.Run(name, func(t *testing.T) {
			text := page(test.facts)
			inOrder(t, text, sections...)
			for _, want := range test.want {
				if !strings.Contains(text, want) {
					t.Errorf("no %q", want)
				}
			}
		})
	}
}

func TestHomeAnswersItsFourQuestions(t *testing.T) {
	c := with(func(s *council.Settings) {
		s.Mission = "Éclairer la ville."
		s.Created = council.Date{Year: 2018, Month: 3}
	},
		&council.Session{Entry: council.Entry{ID: "s"}, Title: "Réunion", Kind: "plenary", Status: council.Planned, Audience: "public",
			Start: council.Moment{Date: day(2025, 6, 12), Timed: true, Hour: 18, Minute: 30}, Place: &council.Place{Name: "La Clef"}},
		&council.Opinion{Entry: council.Entry{ID: "o", PlainSummary: "En clair."}, Title: "Avis", Kind: "opinion", Status: "adopted", AdoptedOn: day(2025, 1, 1),
			Recommendations: []council.Recommendation{{ID: "r1", Text: "Publier", Updates: []council.Update{{On: day(2025, 2, 1), Status: council.Accepted}}}}},
		&council.News{Entry: council.Entry{ID: "n"}, Title: "Appel", Kind: "call", Date: council.Moment{Date: day(2025, 5, 23)}, Call: &council.Call{ClosesOn: day(2025, 6, 6)}},
	)
	page := plain(making(t, siteFor(t, briefFor(t, c, nil)), "index.html"))
	inOrder(t, page, "<h1>Conseil de Valclair</h1>", "Éclairer la ville.", "Appel à candidatures.", "vendredi 6 juin 2025",
		"Prochaines séances", "Réunion", "jeudi 12 juin 2025 à 18 h 30", "La Clef", "Ouverte à toutes et à tous.",
		"Derniers avis", "En clair.", "Ce que sont devenues les recommandations", "Acceptée <span>1</span></a>", "Publier", "1er février 2025",
		"Dernières actualités", "Le conseil en bref", "mars 2018")
	if strings.Contains(page, "1er mars 2018") {
		t.Error("a month was padded to its first day")
	}
}

func TestTheSiteMapOfManyDocumentsHasYears(t *testing.T) {
	few := making(t, siteFor(t, briefFor(t, assembled(opinionsOf(3)...), nil)), "plan-du-site/index.html")
	inOrder(t, few, "/avis/2024-000/", "/avis/2024-002/")
	many := making(t, siteFor(t, briefFor(t, assembled(opinionsOf(201)...), nil)), "plan-du-site/index.html")
	inOrder(t, many, `<a href="/avis/annee-2024/">2024 (201)</a>`)
	if strings.Contains(many, "/avis/2024-000/") {
		t.Error("two hundred and one documents are listed one by one")
	}
}

func TestAWrongAddressIsAnswered(t *testing.T) {
	page := making(t, siteFor(t, briefFor(t, assembled(), nil)), "404.html")
	inOrder(t, page, "<h1>Page introuvable</h1>", `<a href="/">Accueil</a>`, `<a href="/recherche/">`, `<a href="/plan-du-site/">`)
}
