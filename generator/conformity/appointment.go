package conformity

import (
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Appointment: how members come to sit, by which act, and on whose proposal. A
// mandate that does not say how it was given is not judged.
var Appointment = Rule{
	Name:  "appointment",
	Kinds: []string{"wrong-appointment", "missing-act", "missing-proposal"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Appointment
		if rule == nil {
			return []Verdict{unspecified("appointment", "", "")}
		}
		j := newJudge(c, "appointment", "rules.appointment", rule.RuleSource)
		for _, seat := range c.Seats("") {
			how := seat.Appointment
			if how == "" {
				j.doubt = j.doubt || seat.On(j.asOf)
				continue
			}
			i := indexOf(seat)
			wrong := func(kind, key string) {
				j.breach(Breach{
					Kind: kind, From: seat.Start, To: seat.End, Document: seat.Member, Path: fmt.Sprintf("mandates.%d.%s", i, key),
					Args: diagnostic.Args{"name": seat.Member.Name, "mode": string(how), "proposer": rule.OnProposalOf},
				})
			}
			if len(rule.Modes) > 0 && !slices.Contains(rule.Modes, how) {
				wrong("wrong-appointment", "appointment")
			}
			if seat.Act == "" && how != "ex-officio" { // who sits by right needs no act
				wrong("missing-act", "appointment")
			}
			if rule.OnProposalOf != "" && seat.OnProposalOf == "" && how == "appointed" {
				wrong("missing-proposal", "appointment")
			}
		}
		return j.only()
	},
}

// indexOf is the place of a seat's mandate in the member's file.
func indexOf(seat council.Seat) int {
	for i := range seat.Member.Mandates {
		if &seat.Member.Mandates[i] == seat.Mandate {
			return i
		}
	}
	return 0
}
