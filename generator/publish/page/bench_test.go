package page

import (
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// BenchmarkOpinions makes the pages of opinions that are as large as real ones:
// ten links, four recommendations, a body of two kilobytes.
func BenchmarkOpinions(b *testing.B) {
	s := siteOf(b, crowd(1000), "2025-06-01")
	var paths []string
	for _, path := range s.Paths() {
		if strings.HasPrefix(path, "avis/o") {
			paths = append(paths, path)
		}
	}
	making(b, s, paths[0])
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if err := s.Make(io.Discard, paths[i%len(paths)]); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPages makes every page of a council of the size of the example, and
// BenchmarkFiles lists them, layouts read.
func BenchmarkPages(b *testing.B) {
	s := siteOf(b, os.DirFS("testdata/council"), "2025-06-01")
	for b.Loop() {
		for _, file := range s.Files() {
			if err := s.Make(io.Discard, file.Path); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkFiles(b *testing.B) {
	brief := briefOf(b, os.DirFS("testdata/council"), "2025-06-01")
	b.ReportAllocs()
	for b.Loop() {
		siteFor(b, brief).Files()
	}
}

// crowd is a council with so many opinions, and what they name.
func crowd(opinions int) fstest.MapFS {
	files := fstest.MapFS{
		"council.yaml": {Data: []byte(`
name: Conseil
base_url: https://num.example
bodies: [{ id: conseil, type: council, label: Conseil }]
roles: [{ id: member, label: Membre }]
themes: [{ id: inclusion, label: Inclusion }, { id: donnees, label: Données }]
axes: [{ id: axe, label: Axe }]
authority: ville
contact: { name: Secrétariat, email: num@num.example }
`)},
		"organisations.yaml": {Data: []byte("- { id: ville, name: Ville, type: commune }\n- { id: reseau, name: Réseau, type: association }\n")},
	}
	write := func(name, format string, args ...any) {
		files[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	for i := range 50 {
		write(fmt.Sprintf("members/m%d.md", i), "---\nname: Personne %d\nmandates: [{ body: conseil, role: member, start: 2020 }]\n---\n", i)
	}
	for i := range opinions / 2 {
		write(fmt.Sprintf("sessions/s%d.md", i), "---\ntitle: Séance %d\nkind: plenary\nstatus: held\nstart: 20%02d-05-16 18h30\nattendance: { present: [m1, m2, m3] }\n---\nTexte.\n", i, 10+i%15)
	}
	for i := range opinions / 5 {
		write(fmt.Sprintf("workshops/w%d.md", i), "---\ntitle: Atelier %d\nstatus: working\nlead: m4\n---\nTexte.\n", i)
	}
	body := strings.Repeat("Le conseil demande à la ville de publier « ses données » chaque mois : c'est utile à tout le monde ; voir [la séance](../sessions/s0.md).\n\n", 15)
	for i := range opinions {
		write(fmt.Sprintf("opinions/o%d.md", i), `---
title: Avis numéro %d sur les données
number: "%d"
kind: opinion
status: adopted
referral: { origin: authority, by: ville, on: 2024-03-12 }
session: s%d
workshops: [w%d]
rapporteurs: [m%d]
adopted_on: 2024-05-16
vote: { for: 12, against: 1, abstentions: 2, not_voting: 0, mode: show-of-hands }
themes: [inclusion, donnees]
axes: [axe]
plain_summary: La ville compte les vélos. Le conseil demande de montrer ces chiffres à tous.
recommendations:
  - { id: r1, text: Publier chaque mois les comptages., addressee: ville, due: 2024-12-31, updates: [{ on: 2024-09-01, status: accepted, note: Réponse }] }
  - { id: r2, text: Former les agents., addressee: ville, due: 2025 }
  - { id: r3, text: Garder des guichets., addressee: ville, status: done }
  - { id: r4, text: Écrire simplement., addressee: reseau, due: 2026 }
deliveries: [{ to: ville, on: 2024-05-20 }]
responses: [{ from: ville, on: 2024-09-01, text: La ville accepte. }]
---
## Pourquoi

%s
`, i, i, i/2, i/5, i%50, body)
	}
	return files
}
