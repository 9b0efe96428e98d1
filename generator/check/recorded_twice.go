package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// recordedTwice: a member who is in two lists of an attendance. Nobody is
// present and excused; the site and its figures would keep the first alone. Twice
// in one list is told when it is read.
var recordedTwice = Rule{
	Name:     "recorded-twice",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if !ok || session.Attendance == nil {
			return
		}
		recorded := make(map[council.Ref[council.Member]]council.Presence, session.Attendance.Recorded())
		for _, list := range session.Attendance.Lists() {
			for i, member := range list.Members {
				if first, ok := recorded[member]; ok && first != list.Presence {
					report(at(document, fmt.Sprintf("attendance.%s.%d", list.Presence, i)), "recorded-twice", diagnostic.Args{
						"member": string(member), "first": first.String(), "key": list.Presence.String(),
					})
					continue
				}
				recorded[member] = list.Presence
			}
		}
	},
}
