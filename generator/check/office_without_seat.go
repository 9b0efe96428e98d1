package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// officeWithoutSeat: the holder of a single office of a bureau who has no seat
// in the council that day. A president is one of the members.
var officeWithoutSeat = Rule{
	Name:     "office-without-seat",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			office := &member.Mandates[i]
			role, body := c.Roles.Find(office.Role), c.Bodies.Find(office.Body)
			first, last, certain := office.Surely()
			if role == nil || !role.Single || body == nil || body.OfType != "bureau" || !certain {
				continue
			}
			if missing, ok := unseated(c, member, first, last); ok {
				report(at(document, fmt.Sprintf("mandates.%d.role", i)), "office-without-seat", diagnostic.Args{
					"office": role.Name, "name": member.Name, "on": missing.Date().String(),
				})
			}
		}
	},
}

// unseated is the first day, from first to last, on which the member certainly
// has no seat in the council.
func unseated(c *council.Council, member *council.Member, first, last council.Day) (council.Day, bool) {
	for day := first; day <= last; {
		next := day
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if from, to := m.Perhaps(); c.SeatedIn(m.Body, "") && from <= day && day <= to {
				if to == council.Forever {
					return 0, false
				}
				next = max(next, to+1)
			}
		}
		if next == day {
			return day, true
		}
		day = next
	}
	return 0, false
}
