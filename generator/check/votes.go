package check

import (
	"fmt"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unanimity: an agenda that says "à l'unanimité" of a text against which
// somebody voted. Who abstains does not break unanimity.
var unanimity = Rule{
	Name:     "unanimity",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if !ok {
			return
		}
		for i := range session.Agenda {
			item := &session.Agenda[i]
			if item.Decision == "" || item.Opinion == "" || !unanimous(item.Decision) {
				continue
			}
			if opinion := c.Opinions.Find(item.Opinion); opinion != nil && opinion.Vote != nil && opinion.Vote.Against != nil && *opinion.Vote.Against > 0 {
				report(at(document, fmt.Sprintf("agenda.%d.decision", i)), "unanimity", diagnostic.Args{
					"opinion": opinion.Title, "n": strconv.Itoa(*opinion.Vote.Against),
				})
			}
		}
	},
}

func unanimous(decision string) bool {
	folded := " " + council.Fold(decision) + " "
	return (strings.Contains(folded, "unanimite") || strings.Contains(folded, "unanimous")) &&
		!strings.Contains(folded, " pas ") && !strings.Contains(folded, " non ") && !strings.Contains(folded, " sauf ") && !strings.Contains(folded, " not ")
}

// votesOverAttendance: more voices than people to give them, where attendance
// was recorded. Members who are in no list may have been there.
var votesOverAttendance = Rule{
	Name:     "votes-over-attendance",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		opinion, ok := document.(*council.Opinion)
		if !ok || opinion.Vote == nil {
			return
		}
		session := c.Sessions.Find(opinion.Session)
		if session == nil || session.Attendance == nil || session.Status != council.Held {
			return
		}
		cast := 0
		for _, voices := range []*int{opinion.Vote.For, opinion.Vote.Against, opinion.Vote.Abstentions} {
			if voices != nil {
				cast += *voices
			}
		}
		a := session.Attendance
		if cast <= len(a.Present)+len(a.Remote)+len(a.Represented) {
			return // without asking who sat that day
		}
		attendees := c.Attendees(session)
		took := council.Count(attendees, council.Present, council.Remote, council.Represented)
		if cast > took+council.Count(attendees, council.NotRecorded) {
			report(at(document, "vote"), "votes-over-attendance", diagnostic.Args{"cast": strconv.Itoa(cast), "n": strconv.Itoa(took), "session": session.Title})
		}
	},
}
