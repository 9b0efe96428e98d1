package check

import (
	"cmp"
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// overlappingMandates: somebody who holds two seats of one body at once. A
// person has one; whoever changes role ends a mandate and begins another.
var overlappingMandates = Rule{
	Name:     "overlapping-mandates",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		eachPair(document, func(member *council.Member, before, after int) {
			a, b := &member.Mandates[before], &member.Mandates[after]
			if day, certain := together(a, b); certain {
				report(at(document, fmt.Sprintf("mandates.%d.start", after)), "overlapping-mandates", diagnostic.Args{
					"body": string(a.Body), "on": day.Date().String(), "end": a.End.String(),
				})
			}
		})
	},
}

// unclosedMandate: a mandate without an end, followed by another of the same
// person in the same body, or of another in the same single office. The end
// may be unknown rather than forgotten: nobody is accused.
var unclosedMandate = Rule{
	Name:     "unclosed-mandate",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		eachPair(document, func(member *council.Member, before, after int) {
			a, b := &member.Mandates[before], &member.Mandates[after]
			if unclosed(a, b) {
				report(at(document, fmt.Sprintf("mandates.%d.start", before)), "unclosed-mandate", diagnostic.Args{"next": b.Start.String(), "name": member.Name})
			}
		})
	},
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, _ bool) {
			for i := 1; i < len(holders); i++ {
				a, b := &holders[i-1], &holders[i]
				if a.Member != b.Member && unclosed(a.Mandate, b.Mandate) {
					report(at(a.Member, a.path("start")), "unclosed-mandate", diagnostic.Args{"next": b.Start.String(), "name": b.Member.Name})
				}
			}
		})
	},
}

// twoHolders: two people at once in an office of which there is one in a body.
var twoHolders = Rule{
	Name:     "two-holders",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, _ bool) {
			// The holder, of those before, who stays the longest is the one whom
			// the next meets, if any.
			for i, stays := 1, 0; i < len(holders); i++ {
				a, b := &holders[stays], &holders[i]
				if day, certain := together(a.Mandate, b.Mandate); certain && a.Member != b.Member {
					report(at(b.Member, b.path("start")), "two-holders", diagnostic.Args{
						"office": office, "name": b.Member.Name, "other": a.Member.Name, "on": day.Date().String(), "end": a.End.String(),
					})
				}
				if _, aLast := a.Perhaps(); !a.End.IsZero() {
					if _, bLast := b.Perhaps(); bLast > aLast {
						stays = i
					}
				} else {
					stays = i
				}
			}
		})
	},
}

// vacantOffice: nobody, between two holders of an office of which there is one.
var vacantOffice = Rule{
	Name:     "vacant-office",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, undated bool) {
			if undated {
				return // whoever held it, nobody knows when
			}
			last := council.Never
			for i := range holders {
				h := &holders[i]
				first, until := h.Perhaps()
				if i > 0 && last != council.Forever && first > last+1 {
					report(at(h.Member, h.path("start")), "vacant-office", diagnostic.Args{
						"office": office, "from": (last + 1).Date().String(), "to": (first - 1).Date().String(),
					})
				}
				last = max(last, until)
			}
		})
	},
}

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

// resignedWithoutAct: somebody deemed to have resigned, without the act that
// says so or its day. Absences end no mandate by themselves.
var resignedWithoutAct = Rule{
	Name:     "resigned-without-act",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.EndReason == "resigned-ex-officio" && (m.End.IsZero() || m.Act == "") {
				report(at(document, fmt.Sprintf("mandates.%d.end_reason", i)), "resigned-without-act", diagnostic.Args{"name": member.Name})
			}
		}
	},
}

// missingEndReason: a mandate that is over, and nobody said why.
var missingEndReason = Rule{
	Name:     "missing-end-reason",
	Severity: diagnostic.Information,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if !m.End.IsZero() && m.End.Last() < c.AsOf.First() && m.EndReason == "" {
				report(at(document, fmt.Sprintf("mandates.%d.end", i)), "missing-end-reason", diagnostic.Args{"end": m.End.String()})
			}
		}
	},
}

// together is a day on which both mandates were certainly held. An end that is
// left out may be unknown: the mandate is then certain on its first day only.
func together(a, b *council.Mandate) (council.Day, bool) {
	aFirst, aLast, aSure := certainly(a)
	bFirst, bLast, bSure := certainly(b)
	first := max(aFirst, bFirst)
	return first, aSure && bSure && first <= min(aLast, bLast)
}

func certainly(m *council.Mandate) (first, last council.Day, ok bool) {
	if m.Start.IsZero() {
		return 0, 0, false
	}
	first, last, ok = m.Surely()
	if m.End.IsZero() {
		last = first
	}
	return first, last, ok
}

// unclosed tells whether a mandate without an end began before another.
func unclosed(a, b *council.Mandate) bool {
	return a.End.IsZero() && !a.Start.IsZero() && !b.Start.IsZero() && a.Start.Before(b.Start)
}

// eachPair visits every two mandates of a member in one body, the one that
// begins first before the other.
func eachPair(document council.Documented, visit func(member *council.Member, before, after int)) {
	member, ok := document.(*council.Member)
	if !ok || len(member.Mandates) < 2 {
		return
	}
	order := make([]int, len(member.Mandates))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(
			cmp.Compare(member.Mandates[a].Body, member.Mandates[b].Body),
			cmp.Compare(member.Mandates[a].Start.First(), member.Mandates[b].Start.First()),
		)
	})
	for i := range order {
		for j := i - 1; j >= 0 && member.Mandates[order[j]].Body == member.Mandates[order[i]].Body; j-- {
			visit(member, order[j], order[i])
		}
	}
}

// A holder is somebody in an office.
type holder struct {
	council.Seat
	index int // of the mandate in the member's file
}

func (h *holder) path(key string) string { return fmt.Sprintf("mandates.%d.%s", h.index, key) }

// eachOffice visits the single offices of each body, with their holders by the
// day on which they began. Holders whose first day is unknown are left out, and
// undated says that there are some.
func eachOffice(c *council.Council, visit func(office string, holders []holder, undated bool)) {
	type office struct {
		body council.Ref[council.Body]
		role council.Ref[council.Role]
	}
	var offices []office
	held := make(map[office][]holder)
	undated := make(map[office]bool)
	for member := range c.Members.All() {
		for i := range member.Mandates {
			m := &member.Mandates[i]
			role := c.Roles.Find(m.Role)
			if role == nil || !role.Single {
				continue
			}
			o := office{m.Body, m.Role}
			if m.Start.IsZero() {
				undated[o] = true
				continue
			}
			if held[o] == nil {
				offices = append(offices, o)
			}
			held[o] = append(held[o], holder{council.Seat{Member: member, Mandate: m}, i})
		}
	}
	for _, o := range offices {
		slices.SortStableFunc(held[o], func(a, b holder) int { return cmp.Compare(a.Start.First(), b.Start.First()) })
		visit(c.Roles.Find(o.role).Name, held[o], undated[o])
	}
}
