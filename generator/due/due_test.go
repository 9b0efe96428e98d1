package due_test

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"greffe/generator"
	"greffe/generator/council"
	"greffe/generator/due"
	"greffe/generator/phrase"
)

func read(t testing.TB, content fs.FS, asOf string) (*council.Council, phrase.Speaker) {
	t.Helper()
	moment, ok := council.ParseMoment(asOf)
	if !ok {
		t.Fatal(asOf)
	}
	g := &generator.Generator{
		Content: content, Layouts: []fs.FS{os.DirFS("../../layouts")}, Static: []fs.FS{os.DirFS("../../static")},
		AsOf: func(*time.Location) council.Moment { return moment },
	}
	c, _, err := g.Council()
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := g.Words("fr")
	if err != nil {
		t.Fatal(err)
	}
	return c, phrase.Speaker{Catalogue: catalogue}
}

const settings = `
name: Conseil
mission: Conseiller.
created: 2020-01-01
bodies:
  - { id: conseil, type: council, label: Conseil }
  - { id: groupe, type: working-group, label: Groupe, parent: conseil }
`

// Each case is what stands in the content beside the settings, and what is due
// on 20 November 2026 and in the 90 days after it.
func TestWhatIsDue(t *testing.T) {
	session := func(more string) string {
		return "title: S\nkind: plenary\n" + more + "\n---\nCompte rendu.\n"
	}
	member := func(mandate string) string { return "name: Ada\nmandates: { body: conseil, " + mandate + " }\n---\n" }
	opinion := func(more string) string {
		return "title: A\nkind: opinion\nstatus: adopted\nadopted_on: 2026-01-10\n" + more + "\n---\n"
	}
	for _, test := range []struct {
		name, rules string
		files       map[string]string
		want        string
	}{
		{"a mandate ends", "", map[string]string{"members/ada": member("start: 2024-01-01, end: 2026-12-31")}, "mandate-ends 2026-12-31 41"},
		{"a mandate ends today", "", map[string]string{"members/ada": member("start: 2024-01-01, end: 2026-11-20")}, "mandate-ends 2026-11-20 0"},
		{"a mandate ends in a month that is not over", "", map[string]string{"members/ada": member("start: 2024-01-01, end: 2026-11")}, "mandate-ends 2026-11 10"},
		{"a mandate ended", "", map[string]string{"members/ada": member("start: 2024-01-01, end: 2026-11-19")}, ""},
		{"a mandate ends later", "", map[string]string{"members/ada": member("start: 2024-01-01, end: 2027-02-19")}, ""},
		{"a mandate without an end", "", map[string]string{"members/ada": member("start: 2024-01-01")}, ""},
		{"a mandate that another goes on", "", map[string]string{
			"members/ada": "name: Ada\nmandates:\n  - { body: conseil, start: 2024-01-01, end: 2026-12-31 }\n  - { body: conseil, start: 2027-01-01 }\n---\n",
		}, ""},
		{"a term that is over", "term: { years: 2 }", map[string]string{"members/ada": member("start: 2024-03-01")}, "term-over 2026-02-28 -265"},
		{"a term that will be", "term: { years: 2 }", map[string]string{"members/ada": member("start: 2025-01-01")}, "term-ends 2026-12-31 41"},
		{"a term without a limit", "term: { renewals: unlimited }", map[string]string{"members/ada": member("start: 2020-01-01")}, ""},
		{"a term that a warning turned off", "term: { years: 2 }\nwarnings:\n  - { name: term-expired, off: true, reason: Prolongé. }", map[string]string{"members/ada": member("start: 2024-03-01")}, ""},

		{"two absences of three", "absence: { consecutive: 3, kinds: [plenary] }", map[string]string{
			"members/ada": member("start: 2024-01-01"),
			"sessions/s1": session("status: held\nstart: 2026-03-01\nattendance: { present: [ada] }"),
			"sessions/s2": session("status: held\nstart: 2026-04-01\nattendance: { absent: [ada] }"),
			"sessions/s3": session("status: cancelled\nstart: 2026-05-01"),
			"sessions/s4": session("status: held\nbody: groupe\nstart: 2026-06-01\nattendance: { absent: [ada] }"),
			"sessions/s5": session("status: held\nstart: 2026-07-01\nattendance: { excused: [ada] }"),
		}, "absences-near 2026-07-01 -142"},
		{"three absences", "absence: { consecutive: 3 }", map[string]string{
			"members/ada": member("start: 2024-01-01"),
			"sessions/s1": session("status: held\nstart: 2026-03-01\nattendance: { absent: [ada] }"),
			"sessions/s2": session("status: held\nstart: 2026-04-01\nattendance: { absent: [ada] }"),
			"sessions/s3": session("status: held\nstart: 2026-05-01\nattendance: { absent: [ada] }"),
		}, "absences-reached 2026-05-01 -203"},
		{"absences before a mandate that is over", "absence: { consecutive: 2 }", map[string]string{
			"members/ada": member("start: 2024-01-01, end: 2026-06-30"),
			"sessions/s1": session("status: held\nstart: 2026-03-01\nattendance: { absent: [ada] }"),
			"sessions/s2": session("status: held\nstart: 2026-04-01\nattendance: { absent: [ada] }"),
		}, ""},
		{"absences in a group", "absence: { consecutive: 2 }", map[string]string{
			"members/ada": "name: Ada\nmandates:\n  - { body: conseil, start: 2024-01-01 }\n  - { body: groupe, start: 2024-01-01 }\n---\n",
			"sessions/s1": session("status: held\nbody: groupe\nstart: 2026-03-01\nattendance: { absent: [ada] }"),
			"sessions/s2": session("status: held\nbody: groupe\nstart: 2026-04-01\nattendance: { absent: [ada] }"),
		}, ""},
		{"attendance that nobody recorded", "absence: { consecutive: 2 }", map[string]string{
			"members/ada": member("start: 2024-01-01"),
			"sessions/s1": session("status: held\nstart: 2026-03-01"),
		}, "attendance-missing 2026-03-01 -264"},

		{"a session without minutes", "", map[string]string{"sessions/s1": "title: S\nkind: plenary\nstatus: held\nstart: 2026-11-10\n---\n"}, "minutes-missing 2026-11-10 -10"},
		{"a cancelled session", "", map[string]string{"sessions/s1": "title: S\nkind: plenary\nstatus: cancelled\nstart: 2026-11-10\n---\n"}, ""},
		{"a postponed session", "", map[string]string{"sessions/s1": "title: S\nkind: plenary\nstatus: postponed\nstart: 2026-11-10\n---\n"}, ""},
		{"a session of which nobody said that it was held", "", map[string]string{"sessions/s1": session("status: planned\nstart: 2026-11-19 18h")}, "session-passed 2026-11-19 -1"},
		{"a session to convene", "", map[string]string{"sessions/s1": session("status: planned\nstart: 2026-12-10")}, "session-to-convene 2026-12-10 20"},
		{"a session that is convened", "", map[string]string{"sessions/s1": session("status: planned\nstart: 2026-12-10\nconvened_on: 2026-11-15")}, "session-comes 2026-12-10 20"},
		{"minutes to approve", "", map[string]string{
			"sessions/s1": session("status: held\nstart: 2026-09-10\nminutes: { status: draft }"),
			"sessions/s2": session("status: planned\nstart: 2026-12-10\nconvened_on: 2026-11-15"),
		}, "minutes-to-approve 2026-12-10 20; session-comes 2026-12-10 20"},
		{"minutes that were not approved", "", map[string]string{
			"sessions/s1": session("status: held\nstart: 2026-09-10\nminutes: { status: draft }"),
			"sessions/s2": session("status: held\nstart: 2026-10-10\nminutes: { status: approved }"),
		}, "minutes-not-approved 2026-10-10 -41"},

		{"a referral that is late", "", map[string]string{"opinions/a": "title: A\nkind: opinion\nstatus: adopted\ndraft: true\nreferral: { origin: authority, due: 2026-10-31 }\n---\n"}, "referral-late 2026-10-31 -20"},
		{"a referral that is due", "", map[string]string{"opinions/a": "title: A\nkind: opinion\nstatus: adopted\ndraft: true\nreferral: { origin: authority, due: 2026-12 }\n---\n"}, "referral-due 2026-12 41"},
		{"a referral that was answered", "", map[string]string{"opinions/a": opinion("referral: { origin: authority, due: 2025-10-31 }")}, ""},
		{"an opinion without an answer", "", map[string]string{"opinions/a": opinion("deliveries: { to: council, on: 2026-02-01 }")}, "answer-late 2026-04-01 -233"},
		{"an opinion that was answered", "", map[string]string{"opinions/a": opinion("deliveries: { to: council, on: 2026-02-01 }\nresponses: { from: council, on: 2026-03-01 }")}, ""},
		{"a recommendation that is late", "", map[string]string{"opinions/a": opinion("recommendations: { id: r1, text: Faire., addressee: council, due: 2025 }")}, "recommendation-late 2025 -324"},
		{"a recommendation that is due", "", map[string]string{"opinions/a": opinion("recommendations: { id: r1, text: Faire., addressee: council, due: 2026 }")}, "recommendation-due 2026 41"},
		{"a recommendation that is done", "", map[string]string{"opinions/a": opinion("recommendations: { id: r1, text: Faire., addressee: council, due: 2025, status: done }")}, ""},
		{"a recommendation of a withdrawn opinion", "", map[string]string{"opinions/a": "title: A\nkind: opinion\nstatus: withdrawn\nrecommendations: { id: r1, text: Faire., addressee: council, due: 2025 }\n---\n"}, ""},
		{"a promise that is late", "", map[string]string{"news/n": "title: N\nkind: press-release\ndate: 2026-01-01\ncommitments: { author: council, text: Faire., due: 2026-06 }\n---\n"}, "commitment-late 2026-06 -143"},

		{"a call", "", map[string]string{"news/n": "title: N\nkind: call\ndate: 2026-11-01\ncall: { opens_on: 2026-11-25, closes_on: 2026-12-15 }\n---\n"}, "call-opens 2026-11-25 5; call-closes 2026-12-15 25"},
		{"an embargo", "", map[string]string{"news/n": "title: N\nkind: article\ndate: 2026-11-01\npublish_on: 2026-11-21 9h\nexpire_on: 2026-12-01\n---\n"}, "embargo-ends 2026-11-21 1; document-expires 2026-12-01 11"},
		{"a document that expired", "", map[string]string{"opinions/a": strings.Replace(opinion("recommendations: { id: r1, text: Faire., addressee: council, due: 2025 }"), "kind", "expire_on: 2026-01-01\nkind", 1)}, ""},

		{"a report that is due", "documents: { kind: activity-report, every: year }", map[string]string{
			"documents/d": "title: R\nkind: activity-report\nyear: 2025\n---\n", "documents/e": "title: R\nkind: activity-report\nyear: 2024\n---\n",
			"documents/f": "title: R\nkind: activity-report\nyear: 2023\n---\n", "documents/g": "title: R\nkind: activity-report\nyear: 2022\n---\n",
			"documents/h": "title: R\nkind: activity-report\nyear: 2021\n---\n", "documents/i": "title: R\nkind: activity-report\nyear: 2020\n---\n",
		}, ""},
		{"a report that is missing", "documents: { kind: activity-report, every: year }", map[string]string{
			"documents/e": "title: R\nkind: activity-report\nyear: 2024\n---\n",
			"documents/f": "title: R\nkind: activity-report\nyear: 2023\n---\n", "documents/g": "title: R\nkind: activity-report\nyear: 2022\n---\n",
			"documents/h": "title: R\nkind: activity-report\nyear: 2021\n---\n", "documents/i": "title: R\nkind: activity-report\nyear: 2020\n---\n",
		}, "text-missing 2026-09-30 -51"},
		{"internal rules that are missing", "documents: { kind: internal-rules }", nil, "text-missing 2020-07-01 -2333"},
		{"a text to send", "documents: { kind: internal-rules, sent_to: council }", map[string]string{"documents/d": "title: R\nkind: internal-rules\nadopted_on: 2020-02-01\n---\n"}, "text-to-send 2020-02-01 -2484"},
		{"a session that the rule asks for", "meetings: { minimum: 1, every: year }\ncreated: 2026-01-01", nil, "meeting-due 2026-12-31 41"},
		{"a session that the calendar has", "meetings: { minimum: 1, every: year }\ncreated: 2026-01-01", map[string]string{"sessions/s1": session("status: planned\nstart: 2026-12-10\nconvened_on: 2026-11-15")}, "session-comes 2026-12-10 20"},
		{"a session that was not held", "meetings: { minimum: 1, every: half-year }\ncreated: 2026-01-01", map[string]string{"sessions/s1": session("status: held\nstart: 2026-11-01")}, "meeting-lacking 2026-06-30 -143"},
		{"a contact", "contact: { name: A, until: 2026-12 }\npress_contact: { name: B, until: 2026-10-01 }", nil, "contact-over 2026-10-01 -50; contact-ends 2026-12 41"},
		{"an audit", "accessibility: { audit: { on: 2023-12-01, by: Cabinet, rate: 80 } }", nil, "audit-ends 2026-12-01 11"},
	} {
		t.Run(test.name, func(t *testing.T) {
			c, say := read(t, content(test.rules, test.files), "2026-11-20")
			var told []string
			for _, item := range due.List(c, 90) {
				told = append(told, fmt.Sprintf("%s %s %d", item.Kind, item.On, item.Days(c.AsOf)))
				for _, text := range []string{item.What(say), item.Todo(say)} {
					if text == "" || strings.ContainsAny(text, "{}[]") {
						t.Errorf("%s is said as %q", item.Kind, text)
					}
				}
				if file, line, _ := item.Position(c); file == "" || line == 0 {
					t.Errorf("%s is at %s:%d", item.Kind, file, line)
				}
			}
			if got := strings.Join(told, "; "); got != test.want {
				t.Errorf("%q, want %q", got, test.want)
			}
		})
	}
}

// content is the settings, with rules or other keys in place of their own, and
// the files.
func content(more string, files map[string]string) fs.FS {
	text := settings
	for _, line := range strings.Split(more, "\n") {
		key, _, _ := strings.Cut(line, ":")
		switch {
		case line == "":
		case slices.Contains([]string{"term", "absence", "documents", "meetings"}, key):
			text += "rules:\n  " + line + "\n"
		case key == "created":
			text = strings.Replace(text, "created: 2020-01-01", line, 1)
		default:
			text += line + "\n"
		}
	}
	folder := fstest.MapFS{"council.yaml": {Data: []byte(text)}}
	for name, text := range files {
		folder[name+".md"] = &fstest.MapFile{Data: []byte("---\n" + text)}
	}
	return folder
}

// Whatever the day, the next change is the first of all that are told.
func TestNextIsTheFirstChange(t *testing.T) {
	for _, asOf := range []string{"2025-11-15", "2026-01-15T18:30", "2026-03-05T18:29", "2026-03-05T18:30", "2026-08-31", "2027-06-01"} {
		c, _ := read(t, os.DirFS("testdata/dated"), asOf)
		next := due.Next(c)
		all := due.Changes(c, c.AsOf.First()+800)
		if len(all) == 0 || all[0] != next || next.At.Compare(c.AsOf) <= 0 {
			t.Errorf("as of %s: %v, want the first of %v", asOf, next, all[:min(3, len(all))])
		}
	}
}

// Time that passes shifts the list and adds nothing that was not foretold.
func TestChangesDoNotDependOnWhenTheyAreTold(t *testing.T) {
	early, _ := read(t, os.DirFS("testdata/dated"), "2025-11-15")
	late, _ := read(t, os.DirFS("testdata/dated"), "2026-04-15")
	until := date(t, "2026-12-31").First()
	tell := func(c *council.Council) []string {
		var told []string
		for _, change := range due.Changes(c, until) {
			if change.At.Compare(late.AsOf) > 0 {
				told = append(told, change.At.String()+" "+change.Kind)
			}
		}
		return told
	}
	if a, b := tell(early), tell(late); !slices.Equal(a, b) || len(a) < 10 {
		t.Errorf("told in November:\n%q\nin April:\n%q", a, b)
	}
}
