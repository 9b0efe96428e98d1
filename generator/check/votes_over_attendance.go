package check

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
