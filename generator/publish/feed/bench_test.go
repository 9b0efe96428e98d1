package feed

import (
	"fmt"
	"io"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
)

// large is a council of ten thousand documents and five hundred members.
func large() *council.Council {
	var documents []council.Documented
	member := func(i int) string { return fmt.Sprintf("membre-%03d", i%500) }
	theme := func(i int) string { return fmt.Sprintf("theme-%02d", i%20) }
	for i := range 500 {
		documents = append(documents, &council.Member{Entry: common("members", member(i), on(2020, 1, 1)), Name: fmt.Sprintf("Membre n° %d", i)})
	}
	day := func(i int) council.Date { return on(int16(1990+i%34), uint8(1+i%12), uint8(1+i%28)) }
	for i := range 3500 {
		s := &council.Session{
			Entry: common("sessions", fmt.Sprintf("seance-%04d", i), day(i)), Title: "Séance plénière : suite", Kind: "plenary", Status: council.Held,
			OfBody: "bureau", Start: council.Moment{Date: day(i), Timed: true, Hour: 18},
			Agenda: []council.AgendaItem{{Title: "Installation"}, {Title: "Avis sur les données de mobilité"}},
		}
		s.References = cites(s, "body", "bureau")
		for j := range 26 {
			s.References = append(s.References, council.Reference{Field: council.SchemaOf(council.Attendance{}).Field("present"), Path: "attendance.present", ID: member(i + j*19)})
		}
		documents = append(documents, s)
	}
	for i := range 1000 {
		w := &council.Workshop{Entry: common("workshops", fmt.Sprintf("atelier-%04d", i), day(i)), Title: "Atelier", Status: "working", Lead: council.Ref[council.Member](member(i))}
		w.Meetings = []council.Meeting{{On: council.Moment{Date: day(i)}, Place: "Hôtel de ville"}, {On: council.Moment{Date: day(i + 1), Timed: true, Hour: 17}}}
		w.References = cites(w, "lead", member(i))
		documents = append(documents, w)
	}
	for i := range 5000 {
		o := &council.Opinion{
			Entry: common("opinions", fmt.Sprintf("avis-%04d", i), day(i), day(i+1), day(i+2)), Title: "Avis sur l'ouverture : et après ?", Kind: "opinion", Status: "adopted", AdoptedOn: day(i),
			Rapporteurs: []council.Ref[council.Member]{council.Ref[council.Member](member(i)), council.Ref[council.Member](member(i + 7))},
			Session:     council.Ref[council.Session](fmt.Sprintf("seance-%04d", i%3500)),
		}
		o.Summary = "Le conseil demande que les données soient publiées, à jour, et expliquées à celles et ceux qui s'en servent."
		o.Themes = []council.Ref[council.Theme]{council.Ref[council.Theme](theme(i)), council.Ref[council.Theme](theme(i + 3))}
		o.References = cites(o, "rapporteurs", member(i), "rapporteurs", member(i+7), "themes", theme(i), "themes", theme(i+3), "session", string(o.Session))
		documents = append(documents, o)
	}
	c := tiny(documents)
	for i := range 20 {
		c.Settings.Themes = append(c.Settings.Themes, council.Theme{ID: council.ID(theme(i)), Name: fmt.Sprintf("Thème n° %d", i)})
	}
	return council.Assemble(council.Source{Settings: c.Settings, Documents: documents}, c.AsOf).Public(false)
}

// benchmark lists the feeds of a form and makes them all, as a build does.
func benchmark(b *testing.B, list func(*site.Brief) []site.File) {
	c := large()
	brief := brief(b, c)
	b.ReportAllocs()
	for b.Loop() {
		for _, file := range list(brief) {
			if err := file.Make(io.Discard, c.Recording(new(council.Reads))); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkAtom(b *testing.B)     { benchmark(b, Atom) }
func BenchmarkJSON(b *testing.B)     { benchmark(b, JSON) }
func BenchmarkCalendar(b *testing.B) { benchmark(b, Calendar) }
