package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// writeCorpus writes a council of so many documents: of each twenty, one member,
// seven sessions, two workshops and ten opinions, which name one another. The
// same number gives the same bytes.
func writeCorpus(t testing.TB, dir string, documents int) {
	t.Helper()
	members := max(1, documents/20)
	bodies := 1 + members/25 // of some twenty-five members each
	var list strings.Builder
	list.WriteString("bodies:\n")
	for i := range bodies {
		fmt.Fprintf(&list, "  - { id: conseil-%d, type: council, label: Conseil %d }\n", i, i)
	}
	put(t, dir, "council.yaml", `name: Conseil de l'épreuve
base_url: https://epreuve.example
mission: Éprouver le générateur.
created: 2000
legal: { publisher: { name: Ville } }
roles:
  - { id: membre, label: membre }
themes:
  - { id: inclusion, label: inclusion }
  - { id: donnees, label: données ouvertes }
`+list.String())
	member := func(i int) string { return fmt.Sprintf("membre-%05d", i%members) }
	for i := range documents {
		n, year, month := i/20, 2000+i%20, 1+i%12
		switch kind := i % 20; {
		case kind == 0:
			put(t, dir, "members/"+member(n)+".md", fmt.Sprintf("---\nname: Personne %d\nmandates:\n  - body: conseil-%d\n    role: membre\n    start: 2000-01-01\n---\nElle siège.\n", n, n%bodies))
		case kind < 8:
			var present []string
			for k := i % bodies; k < members; k += bodies {
				present = append(present, member(k))
			}
			put(t, dir, fmt.Sprintf("sessions/seance-%05d.md", i), fmt.Sprintf("---\ntitle: Séance %d\nbody: conseil-%d\nkind: plenary\nstatus: held\nstart: %d-%02d-10T18:00\nattendance:\n  present: [%s]\n---\n## Ce qui fut dit\n\n%s\n", i, i%bodies, year, month, strings.Join(present, ", "), prose(i)))
		case kind < 10:
			put(t, dir, fmt.Sprintf("workshops/atelier-%05d.md", i), fmt.Sprintf("---\ntitle: Atelier %d\nstatus: concluded\nstart: %d-%02d-01\nthemes: [inclusion]\nlead: %s\n---\n%s\n", i, year, month, member(i), prose(i)))
		default:
			session := i - kind + 1 + kind%7
			put(t, dir, fmt.Sprintf("opinions/avis-%05d.md", i), fmt.Sprintf("---\ntitle: Avis %d\nkind: opinion\nstatus: adopted\nadopted_on: %d-%02d-10\nreferral: { origin: self }\nsession: seance-%05d\nrapporteurs: [%s]\nthemes: [donnees]\nplain_summary: Le conseil demande à la ville de publier ses chiffres. Elle peut le faire seule.\n---\n## Constats\n\n%s\n", i, 2000+session%20, 1+session%12, session, member(i), prose(i)))
		}
	}
}

// prose is the body of a document: half a kilobyte to eight, in words as
// frequent as those of a language (Zipf's law).
func prose(i int) string {
	random := rand.New(rand.NewPCG(1, uint64(i)))
	subject := rand.NewZipf(random, 1.07, 8, 1<<15)
	sentences := []string{
		"Le conseil constate que les données sur la %s sont publiées.",
		"Les communes voisines ont rendu le même avis sur la %s.",
		"Le groupe propose une étape de plus, la %s, que la ville peut faire seule.",
		"Les agents d'accueil demandent une formation courte à la %s.",
	}
	sentence := func() string {
		return fmt.Sprintf(sentences[random.IntN(len(sentences))], coined(subject.Uint64()))
	}
	var b strings.Builder
	for paragraph := range 2 + i%37 {
		if paragraph%6 == 5 {
			fmt.Fprintf(&b, "- %s\n- %s\n- %s\n\n", sentence(), sentence(), sentence())
			continue
		}
		fmt.Fprintf(&b, "%s %s %s\n\n", sentence(), sentence(), sentence())
	}
	return b.String()
}

// coined is the word of a number, made of syllables.
func coined(number uint64) string {
	syllables := []string{"ba", "con", "di", "lé", "mo", "nu", "par", "ré"}
	word := syllables[number%8]
	for number /= 8; number > 0; number /= 8 {
		word += syllables[number%8]
	}
	return word + "tion"
}

// A mistake is one that an editor makes, and what greffe must say of it.
type mistake struct {
	file string
	line int
	rule string
}

// slips are ways to spoil a document of a folder: text that is replaced, by what,
// and what greffe must say of it at the line of the new text.
var slips = []struct{ folder, old, new, rule string }{
	{"opinions", "status: adopted", "status: adpted", "unknown-word"},
	{"opinions", "rapporteurs: [membre", "rapporteurs: [nembre", "dangling-reference"},
	{"opinions", "-10\nreferral", "-32\nreferral", "bad-date"},
	{"sessions", "body: conseil-", "bdy: conseil-", "unknown-key"},
	{"opinions", "referral: {", "title: Encore\nreferral: {", "duplicate-key"},
	{"sessions", "## Ce qui fut dit\n", "## Ce qui fut dit\n\nVoir [l'avis](../opinions/nul.md).\n", "broken-link"},
	{"workshops", "themes: [inclusion]", "themes: [inclusions]", "dangling-reference"},
	{"sessions", "status: held", "status: tenue", "unknown-word"},
	{"opinions", "## Constats\n", "## Constats\n\nDu <b>gras</b>.\n", "raw-html"},
	{"workshops", "\nstatus: ", "\nend: 1999-01-01\nstatus: ", "end-before-start"},
}

// spoil makes so many mistakes in a corpus, each in a document of its own.
func spoil(t testing.TB, dir string, mistakes int) []mistake {
	t.Helper()
	var made []mistake
	at := make(map[string]int) // the next document of each folder
	names := make(map[string][]string)
	for i := range mistakes {
		slip := slips[i%len(slips)]
		if names[slip.folder] == nil {
			entries, err := os.ReadDir(filepath.Join(dir, slip.folder))
			if err != nil {
				t.Fatal(err)
			}
			for _, entry := range entries {
				names[slip.folder] = append(names[slip.folder], slip.folder+"/"+entry.Name())
			}
		}
		if at[slip.folder] == len(names[slip.folder]) {
			t.Fatalf("the corpus has too few %s for %d mistakes", slip.folder, mistakes)
		}
		file := names[slip.folder][at[slip.folder]]
		at[slip.folder]++
		place := filepath.Join(dir, filepath.FromSlash(file))
		text, err := os.ReadFile(place)
		if err != nil {
			t.Fatal(err)
		}
		before, after, ok := strings.Cut(string(text), slip.old)
		if !ok {
			t.Fatalf("%s has no %q", file, slip.old)
		}
		if err := os.WriteFile(place, []byte(before+slip.new+after), 0o644); err != nil {
			t.Fatal(err)
		}
		// The slip stands on the first line that is not what it was.
		same := 0
		for same < min(len(slip.old), len(slip.new)) && slip.old[same] == slip.new[same] {
			same++
		}
		line := 1 + strings.Count(before+slip.new[:same], "\n") + leading(slip.new[same:])
		made = append(made, mistake{file, line, slip.rule})
	}
	return made
}

// leading counts the line ends at the start of a text.
func leading(text string) int { return len(text) - len(strings.TrimLeft(text, "\n")) }
