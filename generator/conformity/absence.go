package conformity

import (
	"fmt"
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Absence: so many sessions in a row without taking part. Only sessions that
// were held, of the kinds that the rule counts, of the council or of a circle
// where the person sat that day, are counted, mandate by mandate; those of
// groups and of the bureau are not. To be excused is not to take part: whether
// the reason was good is not for a program to say. Not recorded is not absent.
//
// A row that goes on is told one session early, then when it is complete; one
// that ended, because the person came back or their mandate is over, stays in
// the verdict as the past. Only an act ends a mandate.
var Absence = Rule{
	Name:  "absence",
	Kinds: []string{"absences-near", "absences-reached", "absences-past"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Absence
		if rule == nil {
			return []Verdict{unspecified("absence", "", "")}
		}
		j := newJudge(c, "absence", "rules.absence", rule.RuleSource)
		rows := make(map[*council.Mandate]*row)
		seats := make(map[council.Ref[council.Body]][]council.Seat)
		for _, session := range counted(c, rule.Kinds) {
			parts := partsIn(session)
			if _, known := seats[session.OfBody]; !known {
				seats[session.OfBody] = c.Seats(session.OfBody)
			}
			for _, seat := range seats[session.OfBody] {
				r := rows[seat.Mandate]
				if r == nil {
					r = &row{seat: seat}
					rows[seat.Mandate] = r
				}
				if seat.On(session.Start.First()) {
					r.add(j, rule, session, parts[council.Ref[council.Member](seat.Member.ID)])
				}
			}
		}
		for _, seat := range c.Seats("") {
			if r := rows[seat.Mandate]; r != nil {
				r.close(j, rule, nil)
			}
		}
		return j.only()
	},
}

// A row is the sessions that somebody missed one after the other.
type row struct {
	seat     council.Seat
	missed   []*council.Session // surely, in a row
	perhaps  int                // in a row, those not recorded too
	possible bool
}

func (r *row) add(j *judge, rule *council.AbsenceRule, session *council.Session, how council.Presence) {
	sure := session.Start.IsDay()
	if first, last, ok := r.seat.Surely(); !ok || session.Start.First() < first || session.Start.First() > last {
		sure = false
	}
	switch {
	case how.TookPart():
		r.close(j, rule, session)
		r.missed, r.perhaps, r.possible = nil, 0, false
	case sure && (how == council.Absent || how == council.Excused):
		r.missed = append(r.missed, session)
		r.perhaps++
	default:
		r.close(j, rule, session)
		r.missed = nil
		r.perhaps++
		r.possible = true
	}
}

// close judges a row that a session has ended, or that goes on if it is nil.
func (r *row) close(j *judge, rule *council.AbsenceRule, by *council.Session) {
	over := !r.seat.End.IsZero() && r.seat.End.Last() < j.asOf
	if by == nil && !over && r.possible && r.perhaps >= rule.Consecutive && len(r.missed) < rule.Consecutive {
		j.doubt = true
	}
	n := len(r.missed)
	if n == 0 || n < rule.Consecutive-1 {
		return
	}
	b := Breach{
		Kind: "absences-reached", From: r.missed[0].Start.Date, Document: r.seat.Member, Path: fmt.Sprintf("mandates.%d", indexOf(r.seat)),
		Args: diagnostic.Args{
			"name": r.seat.Member.Name, "n": strconv.Itoa(n), "limit": strconv.Itoa(rule.Consecutive), "by": rule.DecidedBy,
			"first": r.missed[0].Start.Date.String(), "last": r.missed[n-1].Start.Date.String(),
		},
	}
	switch {
	case by != nil || over:
		if n < rule.Consecutive {
			return
		}
		b.Kind, b.To = "absences-past", r.missed[n-1].Start.Date
		j.add(b) // information: nobody can mend the past
	case n < rule.Consecutive:
		b.Kind = "absences-near"
		b.Coming = true
		j.lapse(b)
	default:
		j.breach(b)
	}
}

// counted are the sessions that a rule counts, oldest first: held, of the
// council or of a circle, of one of the kinds (all, if none is stated).
func counted(c *council.Council, kinds []council.SessionKind) []*council.Session {
	var sessions []*council.Session
	for session := range c.Sessions.All() {
		if session.Status == council.Held && c.OfCouncil(session) && (len(kinds) == 0 || slices.Contains(kinds, session.Kind)) {
			sessions = append(sessions, session)
		}
	}
	slices.SortStableFunc(sessions, func(a, b *council.Session) int { return a.Start.Compare(b.Start) })
	return sessions
}

// partsIn is how each person who is listed took part.
func partsIn(session *council.Session) map[council.Ref[council.Member]]council.Presence {
	if session.Attendance == nil {
		return nil
	}
	a := session.Attendance
	parts := make(map[council.Ref[council.Member]]council.Presence)
	for _, list := range []struct {
		how     council.Presence
		members []council.Ref[council.Member]
	}{
		{council.Absent, a.Absent}, {council.Excused, a.Excused}, {council.Represented, a.Represented}, {council.Remote, a.Remote}, {council.Present, a.Present},
	} {
		for _, member := range list.members {
			parts[member] = list.how
		}
	}
	return parts
}
