package feed

import (
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
)

func TestCalendarKeepsToItsRules(t *testing.T) {
	for path, text := range made(t, brief(t, tiny(documents()))) {
		if !strings.HasSuffix(path, ".ics") {
			continue
		}
		if !strings.HasSuffix(text, "\r\n") || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\n") {
			t.Errorf("%s has lines that do not end with CRLF", path)
		}
		for line := range strings.SplitSeq(text, "\r\n") {
			if len(line) > 75 || !utf8.ValidString(line) {
				t.Errorf("%s: %d octets, %q", path, len(line), line)
			}
		}
		if _, err := ics.ParseCalendar(strings.NewReader(text)); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestCalendarSaysWhatIsKnown(t *testing.T) {
	published := made(t, brief(t, tiny(documents())))
	unfolded := strings.ReplaceAll(published["seances/calendar.ics"], "\r\n ", "")
	for _, want := range []string{
		"UID:2024-05-16@num.example/conseil\r\n",
		"DTSTART;TZID=Europe/Paris:20240516T183000\r\n",
		"DTEND;TZID=Europe/Paris:20240516T200000\r\n",
		"DTSTAMP:20240516T000000Z\r\n",
		"SEQUENCE:19859\r\n",
		`LOCATION:Hôtel de ville\, 1\, place de la Mairie` + "\u202f" + `\; entrée B`,
		"CONFERENCE;VALUE=URI:https://visio.example/num?a=1;b=2,3\r\n",
		"STATUS:CONFIRMED\r\n",
		"UID:2024-06-19@num.example/conseil\r\n", // its first id
		"DTSTART;VALUE=DATE:20240620\r\n",
		"DTEND;VALUE=DATE:20240622\r\n", // the day after the last
		"STATUS:CANCELLED\r\n",
		"SUMMARY:Annulée\u00a0: Réunion d’été\r\n",
		"STATUS:TENTATIVE\r\n",
		"SEQUENCE:0\r\n", // nothing dated has happened to it
		"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n",
		"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n",
		`DESCRIPTION:Le conseil s’installe.\n\nOrdre du jour` + "\u00a0" + `:\n1. Installation\n2. Avis sur`,
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("the calendar lacks %q:\n%s", want, unfolded)
		}
	}
	if strings.Contains(unfolded, "Rentrée") || published["seances/2024-09/calendar.ics"] != "" {
		t.Error("a session of which only the month is known has a day")
	}
	if !strings.Contains(published["seances/2024-12-03/calendar.ics"], "SUMMARY:Bilan") {
		t.Error("a session lacks its own calendar")
	}
}

// A calendar that only leaves an event out leaves it in its readers' diaries.
func TestCalendarOfAWithdrawnSession(t *testing.T) {
	published := made(t, brief(t, tiny(documents())))
	unfolded := strings.ReplaceAll(published["seances/calendar.ics"], "\r\n ", "")
	event := unfolded[strings.Index(unfolded, "UID:2024-03-14@"):]
	event = event[:strings.Index(event, "END:VEVENT")]
	for _, want := range []string{
		"UID:2024-03-14@num.example/conseil\r\n",
		"DTSTART;TZID=Europe/Paris:20240314T180000\r\n",
		"SEQUENCE:19783\r\n", // the day when it was withdrawn
		"STATUS:CANCELLED\r\n",
		"SUMMARY:Séance retirée\r\n",
		"DESCRIPTION:séance annoncée par erreur\r\n",
	} {
		if !strings.Contains(event, want) {
			t.Errorf("the event lacks %q:\n%s", want, event)
		}
	}
}

func TestCalendarOfAWorkshop(t *testing.T) {
	published := made(t, brief(t, tiny(documents())))
	unfolded := strings.ReplaceAll(published["ateliers/velos/calendar.ics"], "\r\n ", "")
	for _, want := range []string{
		"X-WR-CALNAME:Le Num\u00a0: atelier «\u202fVélos\u202f»\r\n",
		"UID:velos/meeting-2024-03-07@num.example/conseil\r\n",
		"SUMMARY:Réunion de l’atelier «\u202fVélos\u202f»\r\n", // it has no title
		"DTSTART;TZID=Europe/Paris:20240604T180000\r\n",
		"LOCATION:Médiathèque\r\n",
		"SUMMARY:Audition\u00a0: Rouler la nuit\r\n",
		`DESCRIPTION:Sacha Lemerle\, cycliste\nAtelier`,
		"UID:velos/hearing-2024-04-04T14:00@num.example/conseil\r\n",
		"UID:velos/hearing-2024-04-04T14:00-2@num.example/conseil\r\n", // at the same hour
	} {
		if !strings.Contains(unfolded, want) {
			t.Errorf("the calendar lacks %q:\n%s", want, unfolded)
		}
	}
	if strings.Contains(unfolded, "Bilan") {
		t.Error("a meeting of which only the month is known has a day")
	}
}
