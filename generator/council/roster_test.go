package council

import (
	"fmt"
	"strings"
	"testing"
)

func seats(list []Seat) string {
	var names []string
	for _, seat := range list {
		names = append(names, seat.Member.ID)
	}
	return strings.Join(names, " ")
}

func sittingCouncil() *Council {
	member := func(id, name, family string, mandates ...Mandate) *Member {
		return &Member{Entry: Entry{ID: id}, Name: name, FamilyName: family, Mandates: mandates}
	}
	return Assemble(Source{
		Settings: &Settings{Bodies: []Body{
			{ID: "conseil", OfType: "council"}, {ID: "cercle", OfType: "circle", Parent: "conseil"}, {ID: "groupe", OfType: "working-group", Parent: "cercle"},
		}},
		Documents: []Documented{
			member("zoe", "Zoé Abadie", "Abadie", Mandate{Body: "cercle", Start: on("2024-04-01"), End: on("2027-03-31")}),
			member("elodie", "Élodie Noël", "Noël", Mandate{Body: "conseil", Start: on("2024-04-01")}),
			member("leo", "Léo Nguyen", "Nguyen", Mandate{Body: "groupe", Start: on("2024"), End: on("2024-06")}),
			member("farag", "F. Farag", "Farag", Mandate{Body: "conseil", Role: "president"}),
			member("nobody", "Sans Mandat", ""),
			&Session{
				Entry: Entry{ID: "s1"}, Status: Held, Start: asOf("2024-05-16T18:30"),
				Attendance: &Attendance{Present: []Ref[Member]{"zoe", "unpublished"}, Excused: []Ref[Member]{"elodie"}},
			},
			&Session{Entry: Entry{ID: "s2"}, Status: Held, Start: asOf("2024-06-16T18:30")},
		},
	}, asOf("2026-11-20"))
}

func TestRosterHoldsOnBothBoundsAndForParts(t *testing.T) {
	c := sittingCouncil()
	for _, test := range []struct {
		body Ref[Body]
		day  string
		want string
	}{
		{"conseil", "2024-03-31", "farag leo"},
		{"conseil", "2024-04-01", "zoe farag leo elodie"},
		{"cercle", "2024-04-01", "zoe leo"},
		{"groupe", "2024-06-30", "leo"},
		{"groupe", "2024-07-01", ""},
		{"cercle", "2027-03-31", "zoe"},
		{"cercle", "2027-04-01", ""},
		{"", "2030-01-01", "farag elodie"},
	} {
		if got := seats(c.Roster(test.body, on(test.day).First())); got != test.want {
			t.Errorf("roster of %q on %s: %q, want %q", test.body, test.day, got, test.want)
		}
	}
	if got := seats(c.Holders("president", on("2024-01-01").First())); got != "farag" {
		t.Errorf("president: %q", got)
	}
}

func TestNotRecordedIsNotAbsent(t *testing.T) {
	c := sittingCouncil()
	var got []string
	for _, attendee := range c.Attendees(c.Sessions.Find("s1")) {
		got = append(got, attendee.Member.ID+":"+attendee.Presence.String())
	}
	if want := "zoe:present elodie:excused farag:not-recorded leo:not-recorded"; strings.Join(got, " ") != want {
		t.Errorf("attendees are %q, want %q", strings.Join(got, " "), want)
	}
	if attendees := c.Attendees(c.Sessions.Find("s2")); attendees != nil {
		t.Errorf("a session without a record has attendees: %v", attendees)
	}
}

// A roll is made once, and whoever reads it depends on the members all the same.
func TestARollIsNotedEachTimeItIsRead(t *testing.T) {
	c := sittingCouncil()
	for range 2 {
		reads := new(Reads)
		reader := c.Recording(reads)
		if n := len(reader.Attendees(reader.Sessions.Find("s1"))); n != 4 {
			t.Errorf("%d attendees", n)
		}
		if _, ok := reads.All()[Read{"members", "*", false}]; !ok {
			t.Error("the members were not noted")
		}
	}
	named := *c.Members.Find("zoe")
	named.Name = "Zoé Abadie-Noël"
	edited, _ := c.Edited([]Documented{&named}, nil)
	if first := edited.Attendees(edited.Sessions.Find("s1"))[0]; first.Member != &named {
		t.Errorf("after an edit the first is %s", first.Member.Name)
	}
}

func TestCitationsAreReadBackwards(t *testing.T) {
	field := SchemaOf(new(Opinion)).Field("session")
	opinion := &Opinion{Entry: Entry{ID: "o1", References: []Reference{{Field: field, ID: "s1", Path: "session"}}}, Session: "s1"}
	c := Assemble(Source{Documents: []Documented{opinion, &Session{Entry: Entry{ID: "s1"}}}}, Moment{})
	session := c.Sessions.Find("s1")
	if got := Citing[Opinion](c, session); len(got) != 1 || got[0] != opinion {
		t.Errorf("the session is cited by %v", got)
	}
	if got := Citing[Opinion](c, session, "workshops"); len(got) != 0 {
		t.Errorf("the session is cited as a workshop by %v", got)
	}
	if got := Citing[News](c, session); len(got) != 0 {
		t.Errorf("the session is cited in the news by %v", got)
	}
}

func TestEveryLookUpIsNoted(t *testing.T) {
	reads := new(Reads)
	c := sittingCouncil().Recording(reads)
	c.Members.Find("zoe")
	c.Members.Find("absent")
	for range c.Sessions.All() {
		break
	}
	c.Cited(c.Bodies.Find("cercle"))
	for _, want := range []Read{{"members", "zoe", false}, {"members", "absent", false}, {"sessions", "*", false}, {"bodies", "cercle", false}, {"bodies", "cercle", true}} {
		if _, ok := reads.All()[want]; !ok {
			t.Errorf("%v was not noted", want)
		}
	}
}

func TestPrivateValuesDoNotPrint(t *testing.T) {
	secret := Conceal(Email("ada@perso.example"))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		if text := fmt.Sprintf(verb, secret); strings.Contains(text, "ada") || strings.Contains(text, "616461") {
			t.Errorf("%s prints %s", verb, text)
		}
	}
	if _, err := secret.MarshalJSON(); err == nil {
		t.Error("JSON was made of a private value")
	}
}
