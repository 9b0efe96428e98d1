package data

import (
	"fmt"
	"io"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
)

// large is a council of ten thousand documents: 500 members, 3,500 sessions of
// 26 attendees, 1,000 workshops, 5,000 opinions of three recommendations.
func large() *council.Council {
	s := settings
	source := council.Source{Settings: &s, Organisations: []council.Organisation{{ID: "ville", Name: "Ville", Type: "commune"}}}
	member := func(i int) council.Ref[council.Member] {
		return council.Ref[council.Member](fmt.Sprintf("membre-%03d", i%500))
	}
	for i := range 500 { // 25 to 27 sit at once, for a year
		year := int16(1990 + i%19)
		source.Documents = append(source.Documents, &council.Member{
			Entry: entry("members", string(member(i)), on(year, 1, 1)), Name: fmt.Sprintf("Membre %d", i), Organisation: "ville",
			Mandates: []council.Mandate{{Body: "cercle", Start: on(year, 1, 1), End: on(year, 12, 31)}, {Body: "cercle", Start: on(year+19, 1, 1), End: on(year+19, 12, 31)}},
		})
	}
	for i := range 3500 {
		year := i / 140
		day := on(int16(1990+year), uint8(1+i%12), uint8(1+i%28))
		var present []council.Ref[council.Member]
		for j := range 26 {
			present = append(present, member(year%19+19*j))
		}
		source.Documents = append(source.Documents, &council.Session{
			Entry: entry("sessions", fmt.Sprintf("seance-%04d", i), day), Title: fmt.Sprintf("Séance %d", i), Kind: "plenary", Status: council.Held,
			OfBody: "conseil", Start: council.Moment{Date: day, Timed: true, Hour: 18}, Attendance: &council.Attendance{Present: present[:20], Excused: present[20:]},
			Agenda: []council.AgendaItem{{Title: "Installation"}, {Title: "Avis", Kind: "vote"}},
		})
	}
	for i := range 1000 {
		source.Documents = append(source.Documents, &council.Workshop{
			Entry: entry("workshops", fmt.Sprintf("atelier-%04d", i)), Title: "Atelier", Status: "working", Members: []council.Ref[council.Member]{member(i), member(i + 1)},
		})
	}
	for i := range 5000 {
		o := &council.Opinion{
			Entry: entry("opinions", fmt.Sprintf("avis-%04d", i), on(2020, 1, 1)), Title: "Avis", Kind: "opinion", Status: "adopted", AdoptedOn: on(2020, 1, 1),
			Session: council.Ref[council.Session](fmt.Sprintf("seance-%04d", i%3500)), Rapporteurs: []council.Ref[council.Member]{member(i), member(i + 3)},
			Vote: &council.Vote{For: a(12), Against: a(0), Abstentions: a(1)},
		}
		o.Summary = "Le conseil demande que les données soient publiées, à jour, et expliquées à celles et ceux qui s'en servent."
		o.Themes = []council.Ref[council.Theme]{"mobilite"}
		for j := range 3 {
			o.Recommendations = append(o.Recommendations, council.Recommendation{ID: council.ID(fmt.Sprintf("r%d", j)), Text: "Publier les horaires, les arrêts et les perturbations.", Addressee: "ville"})
		}
		source.Documents = append(source.Documents, o)
	}
	return council.Assemble(source, council.Moment{Date: on(2024, 6, 1)}).Public(false)
}

func benchmark(b *testing.B, files func(*site.Brief) []site.File) {
	c := large()
	list := files(brief(b, "fr", c))
	b.ReportAllocs()
	for b.Loop() {
		for _, file := range list {
			if err := file.Make(io.Discard, c.Recording(new(council.Reads))); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkCSV(b *testing.B)     { benchmark(b, CSV) }
func BenchmarkJSON(b *testing.B)    { benchmark(b, JSON) }
func BenchmarkPackage(b *testing.B) { benchmark(b, Package) }
func BenchmarkXLSX(b *testing.B)    { benchmark(b, XLSX) }
func BenchmarkParquet(b *testing.B) { benchmark(b, Parquet) }
func BenchmarkSQLite(b *testing.B)  { benchmark(b, SQLite) }
func BenchmarkObjects(b *testing.B) { benchmark(b, Objects) }

// BenchmarkTables makes the rows of each table and writes nothing.
func BenchmarkTables(b *testing.B) {
	c := large()
	told := brief(b, "fr", c)
	for _, table := range Tables() {
		b.Run(table.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for range table.Rows(c.Recording(new(council.Reads)), told) {
				}
			}
		})
	}
}
