package conformity

import (
	"math"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Quorum: how many members must take part in a plenary session. No council is
// assumed to have one. Whoever is present, remote or represented takes part, as
// in the commissions of the French administration (code des relations entre le
// public et l'administration, article R. 133-10); whoever is in no list may
// have.
var Quorum = Rule{
	Name:  "quorum",
	Kinds: []string{"quorum-missed"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Quorum
		if rule == nil {
			return []Verdict{unspecified("quorum", "", "")}
		}
		if rule.Number <= 0 && rule.Share <= 0 {
			return []Verdict{unspecified("quorum", "rules.quorum", rule.Source)}
		}
		j := newJudge(c, "quorum", "rules.quorum", rule.RuleSource)
		seats := make(map[council.Ref[council.Body]][]council.Seat)
		for _, session := range counted(c, []council.SessionKind{"plenary"}) {
			if session.Attendance == nil || !session.Start.IsDay() {
				continue
			}
			if _, known := seats[session.OfBody]; !known {
				seats[session.OfBody] = c.Seats(session.OfBody)
			}
			took, unknown, sitting := participation(session, seats[session.OfBody])
			needed := max(rule.Number, int(math.Ceil(rule.Share*float64(sitting)-1e-9)))
			if took+unknown >= needed {
				continue
			}
			j.breach(Breach{
				Kind: "quorum-missed", From: session.Start.Date, To: session.Start.Date, Document: session, Path: "attendance",
				Args: diagnostic.Args{"n": strconv.Itoa(took), "needed": strconv.Itoa(needed), "sitting": strconv.Itoa(sitting)},
			})
		}
		return j.only()
	},
}

// participation counts who took part in a session, who may have since nobody
// wrote it down, and who surely sat that day.
func participation(session *council.Session, seats []council.Seat) (took, unknown, sitting int) {
	parts := partsIn(session)
	for _, how := range parts {
		if how.TookPart() {
			took++
		}
	}
	day := session.Start.First()
	var last *council.Member
	for _, seat := range seats {
		if seat.Member == last || !seat.On(day) {
			continue
		}
		last = seat.Member
		if parts[council.Ref[council.Member](seat.Member.ID)] == council.NotRecorded {
			unknown++
		}
		if from, to, ok := seat.Surely(); ok && from <= day && day <= to {
			sitting++
		}
	}
	return took, unknown, sitting
}
