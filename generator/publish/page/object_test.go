package page

import (
	"html"
	"os"
	"reflect"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/markdown"
)

const asOf = "2025-06-01"

// What each page must say, and what it must not, in the words of a reader.
func TestObjectPages(t *testing.T) {
	s := siteOf(t, os.DirFS("testdata/council"), asOf)
	for path, wanted := range map[string][]string{
		"avis/2024-01": {
			"<title>Avis n° 2024-01 : Garder des guichets ouverts — Le Num de Montreval</title>",
			`<link rel="canonical" href="https://num.montreval.example/avis/2024-01/">`,
			`<body data-page-type="opinion">`, `<a href="/avis/" aria-current="true">Avis</a>`,
			"En clair", "Publié le", "À l’unanimité : 2 voix pour", "Ne prennent pas part au vote",
			`<article class="recommendation" id="r1"`, "En retard : attendue le", "Preuve", "<nav class=\"contents\"",
			`<a href="/seances/2024-05-16/">Séance de mai</a>`, `<a href="/ateliers/guichets/">`, "Jeanne Roux", "!attendue en",
			`<a href="https://montreval.example/annexe" rel="external">Annexe (sur montreval.example, en anglais)</a>`,
		},
		"avis/2022-05":            {"Ce texte a été remplacé par", "Le décompte complet n’est pas communiqué", "non communiqué", "<time datetime=\"2022-05\">mai 2022</time>"},
		"avis/2024-guichets":      {`<meta http-equiv="refresh" content="0; url=/avis/2024-01/">`, `<link rel="canonical" href="https://num.montreval.example/avis/2024-01/">`, "noindex"},
		"membres/ines-roche":      {"/membres/ines-roche/ines-roche-320.", "ines-roche-640.", `width="320" height="411"`, `sizes="20rem"`, "!loading=", "!ines-roche.jpg", "1er mandat", "sur proposition de : le maire", "terminé", "en cours", "A pris part à 1 séance, sur 1", "Engagements pris"},
		"membres/paul-adam":       {"!<img src=\"/membres", "non communiqué", "Avis rapportés", "Ateliers animés", "à distance"},
		"membres/zoe-brun":        {"Les jeunes", "Rencontres auxquelles la personne a participé"},
		"seances/2024-05-16":      {"Présence non consignée : 1", "2 membres sur 3", `<time datetime="2024-05-16T18:30+02:00">18 h 30</time>`, "Ce compte rendu est approuvé", "au nom de", "Ordre du jour (PDF, 240 Ko)", "Ateliers que cette séance alimente"},
		"seances/2024-09-12":      {"Les présences n’ont pas été consignées", "Comptes rendus approuvés à cette séance", "Lieu</dt><dd><span class=\"unknown\">non communiqué"},
		"seances/2025-congres":    {"2e édition", "<dd>à venir</dd>", "Dans le cadre de cette séance", "du <time", "!Les présences"},
		"seances/2025-tirage":     {"Cette séance a été annulée", "10 h 45", "Appel à candidatures tiré au sort ici"},
		"ateliers/guichets":       {"Lena Weber", "Première rencontre", "L’accueil", "Avis issus de l’atelier"},
		"actualites/appel":        {"L’appel est clos", "16 ans ou plus", "Tirage au sort"},
		"actualites/communique":   {"Montreval, le", "Partager ses méthodes", "Premier guide", "À propos : Conseil numérique", "presse@montreval.example", "non communiqué"},
		"actualites/entretien":    {`aria-label="4 arobases sur 5">@@@@</span>`, "« Personne ne doit rester devant une porte fermée. »", "Vice-présidente", "territoire 99001"},
		"actualites/annonce-2022": {"Document retiré", "information dépassée", "noindex"},
		"actualites/expiree":      {"Document qui n’est plus en ligne"},
		"documents/reglement":     {"version 1", `<h2 id="article-1">Missions</h2>`, "Il écoute.", "Article « article-2 »"},
		"documents/deliberation-2021": {"acte fondateur", "Numéro de l’acte</dt><dd><span class=\"unknown\">non communiqué", "Exécutoire le</dt><dd><span class=\"unknown\">non communiqué",
			"Première commission", "<strong>APPROUVE</strong>", "par délégation", "<p>non communiqué</p>"},
		"organisations/montreval":  {"Autorité auprès de laquelle", "Assure le secrétariat", "en retard", `<a href="/avis/2024-01/#r1">`, "Saisines du conseil", "Avis remis", "Communiqués signés", "Commune de Montreval"},
		"organisations/universite": {"Partenaire du conseil", "Membres qui y ont déclaré un intérêt"},
		"themes/inclusion":         {"Que personne ne reste", "Garder des guichets ouverts", "Inès Roche"},
		"themes/vide":              {"Aucun document n’y est encore rattaché"},
		"axes/ville-inclusive":     {"Guichets et accueil"},
		"series/congres":           {"Entretien avec une élue", "Congrès"},
		"composition/conseil":      {"3 personnes siègent", "Cercle permanent"},
		"composition/cercle":       {"Femmes", "arrêté 2024-11"},
		"le-conseil":               {`<a href="/le-conseil/" aria-current="page">Le conseil</a>`, "Accessibilité : partiellement conforme"},
	} {
		page := plain(making(t, s, path+"/index.html"))
		for _, text := range wanted {
			unwanted, not := strings.CutPrefix(text, "!")
			if not && strings.Contains(page, unwanted) {
				t.Errorf("%s: says %q", path, unwanted)
			}
			if !not && !strings.Contains(page, text) {
				t.Errorf("%s: does not say %q", path, text)
			}
		}
	}
	if _, ok := s.Find("actualites/annonce-effacee/index.html"); ok {
		t.Error("an erased document has a page")
	}
}

// plain is text with ordinary spaces, so that tests can be read.
func plain(text string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(text)
}

// What is private, a draft or expired is on no page.
func TestNothingPrivateOnPages(t *testing.T) {
	s := siteOf(t, os.DirFS("testdata/council"), asOf)
	for _, file := range s.Files() {
		page := making(t, s, file.Path)
		for _, secret := range []string{"Titre-secret", "Titre-expire", "ines.roche@", "/brouillon", "annonce-effacee", "•••"} {
			if strings.Contains(page, secret) {
				t.Errorf("%s: %q", file.Path, secret)
			}
		}
	}
}

// Every public text, date and address of a document is on its page.
func TestPagesShowEveryField(t *testing.T) {
	brief := briefOf(t, os.DirFS("testdata/council"), asOf)
	s := siteFor(t, brief)
	view := &View{Council: brief.Council, publisher: &Publisher{Brief: brief}}
	for document := range brief.Council.Everything() {
		if _, isPage := document.(*council.Page); isPage {
			continue
		}
		page := making(t, s, brief.Addresses.Path(brief.Addresses.Of(document)))
		eachPublic(reflect.ValueOf(document).Elem(), council.SchemaOf(document), func(field *council.Field, value reflect.Value) {
			if shown := view.written(value); shown != "" && !strings.Contains(page, shown) {
				t.Errorf("%s: %s: %q is not on the page", document.Common().File, field.Owner, shown)
			}
		})
	}
}

// unshown are the fields that a page has no use for, each with its reason.
var unshown = map[string]string{
	"entry.aliases":       "addresses that lead here",
	"entry.lang":          "an attribute",
	"recommendation.kind": "said in words when it is a known one",
	"image.consent_on":    "lets the picture be shown",
	"image.file":          "shown in several widths, under other names",
}

func eachPublic(value reflect.Value, schema *council.Struct, yield func(*council.Field, reflect.Value)) {
	for _, field := range schema.Fields {
		held := value.FieldByIndex(field.Index)
		if _, skip := unshown[field.Owner]; skip || !field.Public || held.IsZero() {
			continue
		}
		items := []reflect.Value{held}
		if held.Kind() == reflect.Slice {
			items = nil
			for i := range held.Len() {
				items = append(items, held.Index(i))
			}
		}
		for _, item := range items {
			if item = reflect.Indirect(item); field.Of != nil {
				if field.Key == "image" && item.FieldByName("ConsentOn").IsZero() {
					continue
				}
				eachPublic(item, field.Of, yield)
			} else {
				yield(field, item)
			}
		}
	}
}

// written is how a page writes a value, "" for what it may write in many ways.
func (v *View) written(value reflect.Value) string {
	switch value := value.Interface().(type) {
	case council.Date:
		return `datetime="` + value.String()
	case council.Moment:
		return `datetime="` + value.String()[:min(10, len(value.String()))]
	case council.URL:
		return string(value)
	case council.FileName:
		return string(value)
	case string:
		return html.EscapeString(markdown.Typography(strings.TrimSpace(strings.SplitN(value, "\n", 2)[0]), "fr"))
	}
	return ""
}
