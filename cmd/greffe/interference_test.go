package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

var (
	interferences = flag.Int("interferences", usualInterferences, "how many random councils have their private values changed")
	interfereFrom = flag.Uint64("interfere-seed", 0, "the first of those councils' seed")
)

// Whatever is private may change, and no byte of any file changes: not the
// private fields, not what is a draft, under embargo or confidential, its name,
// its files, how many there are and what they cite; nor what a document said
// that has expired or was withdrawn; nor the comments in a header.
func TestWhatIsPrivateChangesNothing(t *testing.T) {
	workers := uint64(runtime.GOMAXPROCS(0))
	for worker := range workers {
		t.Run(fmt.Sprint(worker), func(t *testing.T) {
			t.Parallel()
			one, other := newSecretive(), newSecretive()
			for i := worker; i < uint64(*interferences); i += workers {
				compareSecrets(t, one, other, *interfereFrom+i)
			}
		})
	}
}

// compareSecrets makes the site of one council twice, with other private values.
func compareSecrets(t *testing.T, one, other *secretive, seed uint64) {
	t.Helper()
	want, got := one.site(t, seed, 1), other.site(t, seed, 2)
	if len(want) < 150 {
		t.Fatalf("seed %d: only %d files", seed, len(want))
	}
	for name, text := range got {
		if strings.Contains(name, "canari") || strings.Contains(strings.ToLower(text), "canari") {
			t.Errorf("seed %d: %s shows what is private", seed, name)
		}
	}
	requireSame(t, got, want)
	if t.Failed() {
		t.Fatalf("-interfere-seed %d", seed)
	}
}

// A secretive makes the sites of random councils, one after the other.
type secretive struct {
	*generator.Generator
	folder fstest.MapFS
	clock  time.Time
}

func newSecretive() *secretive {
	s := &secretive{folder: make(fstest.MapFS), clock: time.Unix(1_700_000_000, 0)}
	now, _ := council.ParseMoment(asOf)
	s.Generator = &generator.Generator{
		Content: s.folder, Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		AsOf: func(*time.Location) council.Moment { return now },
	}
	return s
}

// site makes every file of the site of the council that public makes, with the
// private values that secret makes.
func (s *secretive) site(t *testing.T, public, secret uint64) map[string]string {
	t.Helper()
	clear(s.folder)
	s.clock = s.clock.Add(time.Second)
	for name, text := range secretCouncil(t, public, secret) {
		s.folder[name] = &fstest.MapFile{Data: []byte(text), ModTime: s.clock, Mode: 0o600}
	}
	s.Afresh()
	made, found, err := s.Site()
	if err != nil {
		for _, d := range found.List() {
			if d.Severity == diagnostic.Error {
				t.Log(d.Position, d.Rule, d.Args)
			}
		}
		t.Fatalf("seed %d: %v", public, err)
	}
	for _, d := range found.List() {
		for _, arg := range d.Args {
			if strings.Contains(arg, "canari-field") {
				t.Errorf("seed %d: the message %v quotes a private value", public, d)
			}
		}
	}
	files := make(map[string]string)
	for _, path := range made.Paths() {
		var b bytes.Buffer
		if err := made.Make(&b, path); err != nil {
			t.Fatal(err)
		}
		files[path] = b.String()
	}
	return files
}

// A writer of one document: its header, without what makes it private, and its
// body. It cites ids of the world.
type documentWriter func(r *rand.Rand, word func(string) string, w world) (header, body string)

// A world is the ids that a document may cite, by collection.
type world map[string][]string

func (w world) pick(r *rand.Rand, collection string) string {
	return w[collection][r.IntN(len(w[collection]))]
}

func (w world) some(r *rand.Rand, collection string) string {
	var picked []string
	for _, id := range w[collection] {
		if r.IntN(2) == 0 {
			picked = append(picked, id)
		}
	}
	return "[" + strings.Join(picked, ", ") + "]"
}

var documentWriters = map[string]documentWriter{
	"members": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("name: %s\nprofession: %s\nmandates:\n  - { body: council, role: member, start: 20%02d-0%d-01 }\n", word("Name"), word("trade"), 20+r.IntN(6), 1+r.IntN(9)), word("Life")
	},
	"sessions": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		present, excused := w.some(r, "members"), "[member-9]"
		if strings.Contains(present, "member-9") {
			excused = "[]"
		}
		return fmt.Sprintf("title: %s\nkind: plenary\nstatus: held\nstart: 202%d-0%d-1%dT18:00\nthemes: [theme]\nattendance:\n  present: %s\n  excused: %s\nagenda:\n  - { title: %s, kind: debate, opinion: %s }\n", word("Session"), 3+r.IntN(3), 1+r.IntN(9), r.IntN(9), present, excused, word("Item"), w.pick(r, "opinions")), word("Minutes")
	},
	"workshops": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("title: %s\nstatus: working\nstart: 2024-0%d-01\nlead: %s\nmembers: %s\nthemes: [theme]\nsessions: %s\nhearings:\n  - { on: 2024-1%d-02, person: %s, subject: %s, opinion: %s }\n", word("Workshop"), 1+r.IntN(9), w.pick(r, "members"), w.some(r, "members"), w.some(r, "sessions"), r.IntN(3), w.pick(r, "members"), word("Subject"), w.pick(r, "opinions")), word("Work")
	},
	"opinions": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("title: %s\nkind: opinion\nstatus: adopted\nadopted_on: 2025-1%d-10\nreferral: { origin: self }\nsession: %s\nworkshops: %s\nrapporteurs: %s\nthemes: [theme]\nplain_summary: %s\nrecommendations:\n  - { id: r1, text: %s, kind: proposal, addressee: town, due: 2026, status: in-progress, updates: [{ on: 2026-02-0%d, status: in-progress, note: %s }] }\n",
			word("Opinion"), r.IntN(3), w.pick(r, "sessions"), w.some(r, "workshops"), w.some(r, "members"), word("Plain"), word("Advice"), 1+r.IntN(9), word("Note")), "## " + word("Why") + "\n\n" + word("Because")
	},
	"news": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("title: %s\nkind: interview\ndate: 2025-0%d-1%d\nstandfirst: %s\nspeaker: { name: %s }\nevent: %s\nquotes:\n  - { by: %s, kind: verbatim, text: %s }\n", word("News"), 1+r.IntN(9), r.IntN(9), word("First"), w.pick(r, "members"), w.pick(r, "sessions"), w.pick(r, "members"), word("Quote")), word("Text")
	},
	"documents": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("title: %s\nkind: programme\nyear: 202%d\nadopted_on: 2025-0%d-02\nthemes: [theme]\n", word("Document"), r.IntN(6), 1+r.IntN(9)), word("Programme")
	},
	"pages": func(r *rand.Rand, word func(string) string, w world) (string, string) {
		return fmt.Sprintf("title: %s\nmenu: true\norder: %d\n", word("Page"), r.IntN(9)), word("Text")
	},
}

// secretCouncil is the folder of a council. What is public in it depends on one
// seed alone, what is private on both.
func secretCouncil(t *testing.T, publicSeed, secretSeed uint64) map[string]string {
	public, secret := rand.New(rand.NewPCG(publicSeed, 1)), rand.New(rand.NewPCG(publicSeed, secretSeed+100))
	files := map[string]string{
		"organisations.yaml": "- { id: town, name: Town, type: commune }\n",
		"glossary.yaml":      "- { term: open data, definition: Data for all. }\n",
		"council.yaml": "name: Conseil\nmission: Conseiller.\nbase_url: https://conseil.example/num\ncreated: 2020-01-01\nlicence: etalab-2.0\nlegal: { publisher: { name: Ville } }\nauthority: town\n" +
			"bodies:\n  - { id: council, type: council, label: Conseil }\nroles:\n  - { id: member, label: membre }\nthemes:\n  - { id: theme, label: Thème }\n",
	}
	say := func(r *rand.Rand, prefix string) func(string) string {
		return func(what string) string { return fmt.Sprintf("%s%s %x", prefix, what, r.Uint32()) }
	}
	collections := council.Folders()
	// Some ids are cited by what is public though nobody may see what they are.
	shown, cited, all := make(world), make(world), make(world)
	for _, collection := range collections {
		singular := strings.TrimSuffix(collection, "s")
		for i := range 2 + public.IntN(3) {
			shown[collection] = append(shown[collection], fmt.Sprintf("%s-%d", singular, i))
		}
		if collection == "members" {
			shown[collection] = append(shown[collection], "member-9")
		}
		cited[collection] = append(slices.Clone(shown[collection]), "hidden-0", "hidden-1", "expired-0", "withdrawn-0")
	}
	for _, collection := range collections {
		all[collection] = slices.Clone(cited[collection])
		for i := range secret.IntN(4) {
			all[collection] = append(all[collection], fmt.Sprintf("canari-%d-%x", i, secret.Uint32()))
		}
	}
	var withdrawals strings.Builder
	for _, collection := range collections {
		write := documentWriters[collection]
		if write == nil {
			t.Fatalf("nobody writes documents of %s for this test", collection)
		}
		for _, id := range all[collection] {
			kind, _, _ := strings.Cut(id, "-")
			state := ""
			switch kind {
			case "hidden", "canari":
				state = []string{"draft: true\n", "confidential: true\n", fmt.Sprintf("publish_on: 2027-0%d-01\n", 1+secret.IntN(9)), "draft: true\nconfidential: true\n"}[secret.IntN(4)]
			case "expired":
				state = "expire_on: 2026-05-01\n"
			case "withdrawn":
				fmt.Fprintf(&withdrawals, "- { collection: %s, id: %s, on: 2026-03-01, reason: Sur demande., erase: %v }\n", collection, id, public.IntN(2) == 0)
			default:
				header, body := write(public, say(public, ""), cited)
				header += fmt.Sprintf("# canari-comment %d\n", secret.Uint32()) + privateFields(t, secret, collection)
				link := cited.pick(public, "opinions")
				files[collection+"/"+id+".md"] = "---\n" + header + "---\n" + body + "\n\n" + fmt.Sprintf("[%s](../opinions/%s.md)\n", say(public, "")("Link"), link)
				continue
			}
			header, body := write(secret, say(secret, "canari "), all)
			name := fmt.Sprintf("%s/canari-%x.pdf", collection, secret.Uint32())
			files[name] = "%PDF-1.4 canari"
			header += state + privateFields(t, secret, collection) + "summary: canari\nattachments:\n  - { title: canari, file: " + strings.TrimPrefix(name, collection+"/") + " }\n"
			files[collection+"/"+id+".md"] = "---\n" + header + "---\n" + body + "\n\n" + fmt.Sprintf("[canari](../opinions/%s.md)\n", all.pick(secret, "opinions"))
			if collection == "opinions" && secret.IntN(2) == 0 {
				files[collection+"/"+id+".en.md"] = "---\ntitle: canari\n---\n## canari\n\ncanari\n"
			}
		}
		files[fmt.Sprintf("%s/canari-%x.txt", collection, secret.Uint32())] = "canari: nobody names this file"
	}
	files["withdrawals.yaml"] = withdrawals.String()
	return files
}

// privateFields are a value for each private field that documents of a
// collection have: those of the model, so that a new one cannot be forgotten.
func privateFields(t *testing.T, r *rand.Rand, collection string) string {
	t.Helper()
	var header strings.Builder
	for _, field := range council.SchemaOf(documentTypes[collection]).Fields {
		if !field.Private || r.IntN(3) == 0 {
			continue
		}
		value := privateValue(t, field, r.Uint32())
		fmt.Fprintf(&header, "%s: %s\n", field.Key, value)
	}
	return header.String()
}

// privateValue is a value for a private field, one of many.
func privateValue(t *testing.T, field *council.Field, number uint32) string {
	t.Helper()
	switch {
	case field.List:
	case field.Kind == council.KindBoolean:
		return fmt.Sprint(number%2 == 0)
	case field.Kind == council.KindText:
		return fmt.Sprintf("canari-field-%x", number)
	case field.Kind == council.KindScalar && field.Type.Name() == "Email":
		return fmt.Sprintf("canari-field-%x@secret.example", number)
	}
	t.Fatalf("this test does not know how to write the private field %s", field.Owner)
	return ""
}

// documentTypes are the kinds of documents by their collection.
var documentTypes = map[string]any{
	"members": new(council.Member), "sessions": new(council.Session), "workshops": new(council.Workshop), "opinions": new(council.Opinion),
	"news": new(council.News), "documents": new(council.Document), "pages": new(council.Page),
}
