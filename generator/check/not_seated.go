package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// notSeated: somebody who takes part as a member and holds no mandate that day,
// in the body or anywhere if none is named. In a workshop, no mandate while it
// lasts. A guest needs none.
var notSeated = Rule{
	Name:     "not-seated",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		check := func(who council.Ref[council.Member], body council.Ref[council.Body], first, last council.Day, where func() string) {
			member := c.Members.Find(who)
			if member == nil || seated(c, member, body, first, last) {
				return
			}
			args := diagnostic.Args{"name": member.Name, "from": first.Date().String()}
			report(at(document, where()), "not-seated", args)
		}
		switch d := document.(type) {
		case *council.Session:
			first, last := d.Start.First(), d.Start.Last()
			if !d.End.IsZero() {
				last = max(last, d.End.Last())
			}
			if a := d.Attendance; a != nil {
				for list, members := range map[string][]council.Ref[council.Member]{
					"present": a.Present, "remote": a.Remote, "excused": a.Excused, "absent": a.Absent, "represented": a.Represented,
				} {
					for i, who := range members {
						check(who, d.OfBody, first, last, func() string { return fmt.Sprintf("attendance.%s.%d", list, i) })
					}
				}
			}
			for i := range d.Facilitators {
				if who, ok := d.Facilitators[i].Person.Member(); ok {
					check(who, "", first, last, func() string { return fmt.Sprintf("facilitators.%d.person", i) })
				}
			}
		case *council.Workshop:
			if d.Start.IsZero() {
				return
			}
			first, last := d.Start.First(), council.Forever
			if !d.End.IsZero() {
				last = d.End.Last()
			}
			check(d.Lead, "", first, last, func() string { return "lead" })
			for i, who := range d.Members {
				check(who, "", first, last, func() string { return fmt.Sprintf("members.%d", i) })
			}
		}
	},
}

// seated tells whether a member may have held a mandate in a body, or in one of
// its parts, on one of the days. Bounds that nobody knows exclude nothing.
func seated(c *council.Council, member *council.Member, body council.Ref[council.Body], first, last council.Day) bool {
	for i := range member.Mandates {
		m := &member.Mandates[i]
		if from, to := m.Perhaps(); from <= last && first <= to && c.Within(m.Body, body) {
			return true
		}
	}
	return false
}
