package check

import (
	"cmp"
	"fmt"
	"slices"

	"greffe/generator/council"
)

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
