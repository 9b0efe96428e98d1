package council

import (
	"strings"
	"testing"
)

func TestSeatsAreThoseOfTheCouncilAndItsCircles(t *testing.T) {
	c := sittingCouncil()
	for _, test := range []struct {
		body Ref[Body]
		want string
	}{
		{"", "zoe farag elodie"},
		{"conseil", "zoe farag elodie"},
		{"cercle", "zoe"},
		{"groupe", "leo"}, // who may come from outside
	} {
		if got := seats(c.Seats(test.body)); got != test.want {
			t.Errorf("%q: %q, want %q", test.body, got, test.want)
		}
	}
}

func TestSurelyKeepsToWhatDatesSay(t *testing.T) {
	for _, test := range []struct{ start, end, want string }{
		{"2024-04-01", "2027-03-31", "2024-04-01 2027-03-31"},
		{"2024-04", "2027-03", "2024-04-30 2027-03-01"},
		{"2024-04-01", "", "2024-04-01 open"},
		{"", "2027", "2027-01-01 2027-01-01"},
		{"", "", "never"},
		{"2024", "2024", "never"},
	} {
		m := &Mandate{}
		for text, date := range map[string]*Date{test.start: &m.Start, test.end: &m.End} {
			if text != "" {
				*date = on(text)
			}
		}
		if test.start == test.end && test.start != "" {
			m.Start, m.End = on(test.start), on(test.end)
		}
		got := "never"
		if first, last, ok := m.Surely(); ok {
			got = first.Date().String() + " open"
			if last != Forever {
				got = first.Date().String() + " " + last.Date().String()
			}
		}
		if got != test.want {
			t.Errorf("%s to %s: %q, want %q", test.start, test.end, got, test.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, test := range []struct {
		from   string
		months int
		want   string
	}{
		{"2024-01-31", 1, "2024-02-29"}, {"2024-11-15", 2, "2025-01-15"}, {"2024-01-15", -1, "2023-12-15"},
		{"2024-01-01", -12, "2023-01-01"}, {"2024-08", 6, "2025-02"}, {"2024", 6, "2024-07-01"},
	} {
		if got := on(test.from).AddMonths(test.months).String(); got != test.want {
			t.Errorf("%s and %d months: %s, want %s", test.from, test.months, got, test.want)
		}
	}
}

func TestEachTextGivesTheWayToIt(t *testing.T) {
	session := &Session{
		Entry: Entry{Summary: "b", Attachments: []Attachment{{Title: "c"}}},
		Title: "a", Agenda: []AgendaItem{{Title: "d"}, {Title: "e", Decision: "f"}}, Place: &Place{Name: "g"},
	}
	var got []string
	EachText(session, func(text string, path func() string) { got = append(got, text+"="+path()) })
	for _, want := range []string{"a=title", "b=summary", "c=attachments.0.title", "d=agenda.0.title", "f=agenda.1.decision", "g=place.name"} {
		if !strings.Contains(" "+strings.Join(got, " ")+" ", " "+want+" ") {
			t.Errorf("%s is not among %s", want, got)
		}
	}
	member := &Member{Name: "a", Email: Conceal(Email("canary@example.org"))}
	EachText(member, func(text string, _ func() string) {
		if strings.Contains(text, "canary") {
			t.Error("a private text was shown")
		}
	})
}
