package page

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
)

// large is a council of so many documents: 5 % members, 35 % sessions, 10 %
// workshops, 50 % opinions.
func large(documents int) *council.Council {
	settings := &council.Settings{
		Name: "Conseil", BaseURL: "https://num.example", Language: "fr",
		Bodies: []council.Body{{ID: "conseil", OfType: "council", Name: "Conseil"}, {ID: "cercle", OfType: "circle", Name: "Cercle", Parent: "conseil"}},
		Roles:  []council.Role{{ID: "president", Name: "Présidence", Single: true}, {ID: "member", Name: "Membre"}},
	}
	for i := range 12 {
		settings.Themes = append(settings.Themes, council.Theme{ID: council.ID(fmt.Sprint("theme-", i)), Name: fmt.Sprint("Thème ", i)})
	}
	source := council.Source{Settings: settings, Organisations: []council.Organisation{{ID: "ville", Name: "Ville", Type: "commune"}}}
	day := func(i int) council.Date {
		return council.Date{Year: int16(2015 + i%10), Month: uint8(1 + i%12), Day: uint8(1 + i%28)}
	}
	members := documents * 5 / 100
	for i := range members {
		source.Documents = append(source.Documents, &council.Member{
			Entry: council.Entry{ID: fmt.Sprint("membre-", i)}, Name: fmt.Sprint("Prénom ", string(rune('A'+i%26)), "nom", i),
			Mandates: []council.Mandate{{Body: "cercle", Role: "member", Start: day(i), End: day(i).AddYears(6)}},
		})
	}
	for i := range documents * 35 / 100 {
		var present []council.Ref[council.Member]
		for k := range 9 {
			present = append(present, council.Ref[council.Member](fmt.Sprint("membre-", (i*7+k)%members)))
		}
		source.Documents = append(source.Documents, &council.Session{
			Entry: council.Entry{ID: fmt.Sprint("seance-", i), Summary: strings.Repeat("Un résumé. ", 8)}, Title: fmt.Sprint("Séance ", i),
			Kind: "plenary", Status: council.Held, Start: council.Moment{Date: day(i)}, Attendance: &council.Attendance{Present: present},
		})
	}
	for i := range documents * 10 / 100 {
		source.Documents = append(source.Documents, &council.Workshop{
			Entry: council.Entry{ID: fmt.Sprint("atelier-", i)}, Title: fmt.Sprint("Atelier ", i), Status: "working", Start: day(i),
		})
	}
	for i := range documents * 50 / 100 {
		source.Documents = append(source.Documents, &council.Opinion{
			Entry: council.Entry{
				ID: fmt.Sprint("avis-", i), PlainSummary: strings.Repeat("Un résumé en clair. ", 6),
				Themes: []council.Ref[council.Theme]{council.Ref[council.Theme](fmt.Sprint("theme-", i%12)), council.Ref[council.Theme](fmt.Sprint("theme-", i%5))},
			},
			Title: fmt.Sprint("Avis sur un sujet ", i), Number: fmt.Sprint(i), Kind: "opinion", Status: "adopted", AdoptedOn: day(i),
			Recommendations: []council.Recommendation{{ID: "r1", Text: fmt.Sprint("Faire ceci ", i), Addressee: "ville"}},
		})
	}
	asOf, _ := council.ParseMoment("2025-06-01")
	return council.Assemble(source, asOf)
}

// onWhole are the pages on the council as a whole.
func onWhole(p *Publisher) []site.File {
	files := slices.Concat(
		homePages(p), compositionPages(p), figuresPages(p), conformityPages(p), timelinePages(p), glossaryPages(p),
		dataPages(p), searchPages(p), sitemapPages(p), statutoryPages(p), notFoundPages(p),
	)
	for _, list := range sectionLists {
		files = append(files, list(p).Files()...)
	}
	return files
}

func BenchmarkListing(b *testing.B) {
	brief := briefFor(b, large(10_000), nil)
	publisher, err := newPublisher(brief)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		publisher.shelved.Clear()
		onWhole(publisher)
	}
}

func BenchmarkMaking(b *testing.B) {
	brief := briefFor(b, large(10_000), nil)
	for b.Loop() {
		publisher, err := newPublisher(brief)
		if err != nil {
			b.Fatal(err)
		}
		pages, bytes := 0, new(bytes.Buffer)
		for _, file := range onWhole(publisher) {
			bytes.Reset()
			if err := file.Make(bytes, brief.Council.Recording(new(council.Reads))); err != nil {
				b.Fatal(err)
			}
			pages++
		}
		b.ReportMetric(float64(pages), "pages")
	}
}

// No page weighs more than 14 KB on the wire, however many documents there are.
func TestLargeListsKeepTheirBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: it makes the lists of 10,000 documents")
	}
	brief := briefFor(t, large(10_000), nil)
	publisher, err := newPublisher(brief)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range onWhole(publisher) {
		var weight counter
		zip := gzip.NewWriter(&weight)
		if err := file.Make(zip, brief.Council); err != nil {
			t.Fatal(err)
		}
		if err := zip.Close(); err != nil {
			t.Fatal(err)
		}
		if weight > 14_000 {
			t.Errorf("%s weighs %d bytes", file.Path, weight)
		}
	}
}

// A counter counts the bytes that are written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

var _ io.Writer = (*counter)(nil)
