package conformity_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"greffe/generator/conformity"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

func date(text string) council.Date {
	var d council.Date
	if text != "" {
		if err := d.Set(text); err != nil {
			panic(err)
		}
	}
	return d
}

func moment(text string) council.Moment {
	m, ok := council.ParseMoment(text)
	if !ok {
		panic(text)
	}
	return m
}

// member is somebody with mandates in the council, each "start end".
func member(id string, mandates ...string) *council.Member {
	m := &council.Member{Entry: council.Entry{ID: id, File: "members/" + id + ".md"}, Name: id}
	for _, bounds := range mandates {
		start, end, _ := strings.Cut(bounds, " ")
		m.Mandates = append(m.Mandates, council.Mandate{Body: "conseil", Start: date(start), End: date(end)})
	}
	return m
}

func assemble(rules council.Rules, asOf string, documents ...council.Documented) *council.Council {
	return council.Assemble(council.Source{
		Settings: &council.Settings{
			Created: date("2020-01-01"), Rules: rules,
			Bodies: []council.Body{{ID: "conseil", OfType: "council", Name: "Conseil"}},
		},
		Documents: documents,
	}, moment(asOf))
}

// tell is a verdict in one line: its state, since when, and its breaches.
func tell(v conformity.Verdict) string {
	said := v.State.String()
	if !v.Since.IsZero() {
		said += " since " + v.Since.String()
	}
	for _, b := range v.Breaches {
		said += fmt.Sprintf("; %s %s", b.Kind, b.Args["period"])
		if n := b.Args["n"]; n != "" {
			said += " " + n
		}
	}
	return said
}

func verdictOf(c *council.Council, rule string) string {
	for _, v := range conformity.Evaluate(c) {
		if v.Rule == rule {
			return tell(v)
		}
	}
	return "none"
}

func size(rule council.SizeRule) council.Rules {
	rule.Scope = "conseil"
	return council.Rules{Size: []council.SizeRule{rule}}
}

func TestSizeNamesTheIntervalAndSinceWhen(t *testing.T) {
	a, b, c := member("a", "2020-01-01 2023-12-31"), member("b", "2020-01-01 2021-12-31", "2023-06-01"), member("c", "2021-03-01 2021-06-30")
	for _, test := range []struct {
		name, asOf, want string
		rule             council.SizeRule
		members          []council.Documented
	}{
		{"too many, once", "2022-06-01", "holds since 2021-07-01; size-over 2021-03-01 → 2021-06-30 3", council.SizeRule{Max: 2}, []council.Documented{a, b, c}},
		{"too many, now", "2021-05-01", "broken since 2021-03-01; size-over 2021-03-01 → 2021-06-30 3", council.SizeRule{Max: 2}, []council.Documented{a, b, c}},
		{"too many, to come", "2020-05-01", "holds since 2020-01-01; size-over 2021-03-01 → 2021-06-30 3", council.SizeRule{Max: 2}, []council.Documented{a, b, c}},
		{"too few, now", "2022-06-01", "broken since 2022-01-01; size-under 2022-01-01 → … 1", council.SizeRule{Min: 2}, []council.Documented{a, b}},
		{"too few, later", "2021-06-01", "holds since 2020-01-01", council.SizeRule{Min: 2}, []council.Documented{a, b}},
		{"nobody is recorded", "2022-06-01", "undetermined", council.SizeRule{Exact: 16}, nil},
		{"perhaps one too many", "2022-06-01", "undetermined", council.SizeRule{Max: 1}, []council.Documented{member("a", "2020-01-01"), member("b", " ")}},
		{"the end is partial", "2022-06-01", "undetermined", council.SizeRule{Max: 1}, []council.Documented{member("a", "2020-01-01"), member("b", "2019 2022")}},
	} {
		if got := verdictOf(assemble(size(test.rule), test.asOf, test.members...), "size"); got != test.want && !strings.HasPrefix(got, test.want+";") {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// Whatever the mandates, the sweep finds on each day what counting the people
// of that day finds.
func TestSizeFindsWhatCountingEachDayFinds(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	first := date("2020-01-01").First()
	for round := range 300 {
		var documents []council.Documented
		for i := range 1 + random.IntN(6) {
			m := &council.Member{Entry: council.Entry{ID: fmt.Sprint("m", i)}, Name: fmt.Sprint("m", i)}
			for range 1 + random.IntN(3) {
				start := first + council.Day(random.IntN(60))
				mandate := council.Mandate{Body: "conseil", Start: start.Date(), End: (start + council.Day(random.IntN(30))).Date()}
				if random.IntN(5) == 0 {
					mandate.End = council.Date{}
				}
				m.Mandates = append(m.Mandates, mandate)
			}
			documents = append(documents, m)
		}
		most := 1 + random.IntN(3)
		c := assemble(size(council.SizeRule{Max: most}), "2020-02-15", documents...)
		breaches := conformity.Size.Judge(c)[0].Breaches
		for day := first - 5; day < first+120; day++ {
			found := false
			for _, b := range breaches {
				found = found || (b.From.First() <= day && (b.To.IsZero() || day <= b.To.Last()))
			}
			if n := len(c.Roster("conseil", day)); (n > most) != found {
				t.Fatalf("round %d, %s: %d people for %d at most, breach %v", round, day.Date(), n, most, found)
			}
		}
	}
}

func TestTermIsCountedFromDayToDay(t *testing.T) {
	rules := func(renewals string) council.Rules {
		rule := &council.TermRule{Years: 3}
		if renewals != "" {
			if err := rule.Renewals.Set(renewals); err != nil {
				t.Fatal(err)
			}
		}
		return council.Rules{Term: rule}
	}
	for _, test := range []struct{ mandates, renewals, term, renewed string }{
		{"2024-04-01 2027-03-31", "1", "holds", "holds"},
		{"2024-04-01 2027-04-01", "1", "holds; term-too-long 2027-04-01 3", "holds"},
		{"2020-04-01", "unlimited", "broken since 2023-04-01; term-expired 2023-04-01 → … 3", "holds"},
		{"2020-01-01 2022-12-31, 2023-01-01 2025-12-31, 2026-01-01 2028-12-31", "1", "holds", "broken since 2026-01-01; too-many-renewals 2026-01-01 → 2028-12-31 1"},
		{"2020-01-01 2022-12-31, 2023-01-01 2025-12-31, 2026-01-01 2028-12-31", "", "holds", "unspecified"},
		{"2020-01-01 2022-12-31, 2023-01-01 2025-12-31, 2026-01-01 2028-12-31", "unlimited", "holds", "holds"},
		{" ", "1", "undetermined", "holds"},
	} {
		c := assemble(rules(test.renewals), "2026-11-20", member("a", strings.Split(test.mandates, ", ")...))
		if got := verdictOf(c, "term"); got != test.term {
			t.Errorf("%s: term %q, want %q", test.mandates, got, test.term)
		}
		if got := verdictOf(c, "renewals"); got != test.renewed {
			t.Errorf("%s, %q: renewals %q, want %q", test.mandates, test.renewals, got, test.renewed)
		}
	}
}

// held is a plenary session, with who was absent; "" records nothing.
func held(day string, attendance *council.Attendance) *council.Session {
	return &council.Session{Entry: council.Entry{ID: day}, Kind: "plenary", Status: council.Held, Start: moment(day), Attendance: attendance}
}

func TestAbsenceNotRecordedIsNotAbsent(t *testing.T) {
	absent := &council.Attendance{Absent: []council.Ref[council.Member]{"a"}}
	present := &council.Attendance{Present: []council.Ref[council.Member]{"a"}}
	nobody := &council.Attendance{}
	for _, test := range []struct {
		name string
		a    []*council.Attendance
		want string
	}{
		{"present", []*council.Attendance{present, present, present}, "holds"},
		{"one short", []*council.Attendance{present, absent, absent}, "holds; absences-near 2020-02-01 → … 2"},
		{"three", []*council.Attendance{absent, absent, absent}, "broken since 2020-01-01; absences-reached 2020-01-01 → … 3"},
		{"back", []*council.Attendance{absent, absent, absent, present}, "holds since 2020-03-02; absences-past 2020-01-01 → 2020-03-01 3"},
		{"no list", []*council.Attendance{absent, nil, absent}, "undetermined"},
		{"in no list", []*council.Attendance{absent, absent, nobody}, "undetermined"},
		{"came in between", []*council.Attendance{absent, absent, present, absent}, "holds"},
	} {
		documents := []council.Documented{member("a", "2019-01-01")}
		for i, a := range test.a {
			documents = append(documents, held(fmt.Sprintf("2020-%02d-01", i+1), a))
		}
		rules := council.Rules{Absence: &council.AbsenceRule{Consecutive: 3}}
		if got := verdictOf(assemble(rules, "2026-11-20", documents...), "absence"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// Whoever was named by an act that nobody wrote down may have been named by the
// rule: the editor is told, the public is not told that the rule was broken.
func TestAnActThatNobodyWroteDownAccusesNobody(t *testing.T) {
	for _, test := range []struct{ name, mandate, how, act, want string }{
		{"named", "2020-01-01", "appointed", "arrêté n° 1", "holds"},
		{"no act", "2020-01-01", "appointed", "", "undetermined; missing-act 2020-01-01 → …"},
		{"no act, but over", "2020-01-01 2021-12-31", "appointed", "", "holds; missing-act 2020-01-01 → 2021-12-31"},
		{"by right", "2020-01-01", "ex-officio", "", "holds"},
		{"drawn", "2020-01-01", "drawn", "", "broken since 2020-01-01; wrong-appointment 2020-01-01 → …; missing-act 2020-01-01 → …"},
	} {
		m := member("a", test.mandate)
		m.Mandates[0].Appointment, m.Mandates[0].Act = council.Appointment(test.how), test.act
		c := assemble(council.Rules{Appointment: &council.AppointmentRule{Modes: []council.Appointment{"appointed", "ex-officio"}}}, "2026-11-20", m)
		if got := verdictOf(c, "appointment"); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		for _, lapse := range conformity.Appointment.Judge(c)[0].Lapses() {
			if test.how != "drawn" {
				t.Errorf("%s: the public is told of %v", test.name, lapse)
			}
		}
	}
}

func TestMeetingsAreCountedInWholePeriodsThatAreOver(t *testing.T) {
	rules := council.Rules{Meetings: &council.MeetingsRule{Minimum: 1, Every: "year"}}
	for _, test := range []struct{ asOf, sessions, want string }{
		{"2020-12-31", "", "undetermined"},
		{"2021-01-01", "2020-06-01", "holds since 2020-01-01"},
		{"2021-01-01", "", "broken since 2020-01-01; too-few-meetings 2020-01-01 → 2020-12-31 1"},
		{"2024-01-01", "2020-06-01 2023-06-01", "holds since 2023-01-01; too-few-meetings 2021-01-01 → 2022-12-31 1"},
	} {
		var documents []council.Documented
		for _, day := range strings.Fields(test.sessions) {
			documents = append(documents, held(day, nil))
		}
		if got := verdictOf(assemble(rules, test.asOf, documents...), "meetings"); got != test.want {
			t.Errorf("%s, %q: %q, want %q", test.asOf, test.sessions, got, test.want)
		}
	}
}

func TestWhatNoTextStatesIsUnspecified(t *testing.T) {
	for _, v := range conformity.Evaluate(assemble(council.Rules{}, "2026-11-20", member("a", "2020-01-01"))) {
		if v.State != conformity.Unspecified || v.Path != "" {
			t.Errorf("%s: %s", v.Rule, tell(v))
		}
	}
}

// A council may be as severe as it likes with what its content states; what
// comes with the years warns at most.
func TestSeverityIsTheRulesOwnButNoErrorComesWithTime(t *testing.T) {
	source := council.RuleSource{Severity: "error"}
	c := assemble(council.Rules{
		Size:     []council.SizeRule{{Max: 1, Scope: "conseil", RuleSource: source}, {Min: 9, Scope: "conseil", RuleSource: source}},
		Term:     &council.TermRule{Years: 1, RuleSource: source},
		Meetings: &council.MeetingsRule{Minimum: 1, Every: "year", RuleSource: source},
	}, "2026-11-20", member("a", "2020-01-01"), member("b", "2020-01-01 2024-12-31"))
	want := map[string]diagnostic.Severity{
		"size-over": diagnostic.Error, "size-under": diagnostic.Warning, "term-too-long": diagnostic.Error,
		"term-expired": diagnostic.Warning, "too-few-meetings": diagnostic.Warning,
	}
	for _, v := range conformity.Evaluate(c) {
		for _, b := range v.Breaches {
			if b.Severity != want[b.Kind] {
				t.Errorf("%s: %s, want %s", b.Kind, b.Severity, want[b.Kind])
			}
			delete(want, b.Kind)
		}
	}
	for kind := range want {
		t.Errorf("%s was not found", kind)
	}
}
