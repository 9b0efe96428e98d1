package conformity

import (
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Appointment: how members come to sit, by which act, and on whose proposal. A
// mandate that does not say how it was given is not judged; one that does not
// give its act or its proposal may well have them.
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
			tell := func(kind string, silent bool) {
				j.breach(Breach{
					Kind: kind, From: seat.Start, To: seat.End, Silent: silent,
					Document: seat.Member, Path: fmt.Sprintf("mandates.%d.appointment", i),
					Args: diagnostic.Args{"name": seat.Member.Name, "mode": string(how), "proposer": rule.OnProposalOf},
				})
			}
			if len(rule.Modes) > 0 && !slices.Contains(rule.Modes, how) {
				tell("wrong-appointment", false)
			}
			if seat.Act == "" && how != "ex-officio" { // who sits by right needs no act
				tell("missing-act", true)
			}
			if rule.OnProposalOf != "" && seat.OnProposalOf == "" && how == "appointed" {
				tell("missing-proposal", true)
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
