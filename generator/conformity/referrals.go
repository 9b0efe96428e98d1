package conformity

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Referrals: who may ask the council for advice. A motion, a programme or a
// report on the council's own activity is asked for by nobody.
var Referrals = Rule{
	Name:  "referrals",
	Kinds: []string{"wrong-referral", "missing-referral"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Referrals
		if rule == nil || len(rule.Origins) == 0 {
			return []Verdict{unspecified("referrals", "", "")}
		}
		j := newJudge(c, "referrals", "rules.referrals", rule.RuleSource)
		authority := slices.ContainsFunc(rule.Origins, func(origin string) bool { return origin != "self" })
		for opinion := range c.Opinions.All() {
			b := Breach{From: opinion.AdoptedOn, To: opinion.AdoptedOn, Document: opinion, Path: "referral", Args: diagnostic.Args{}}
			switch referral := opinion.Referral; {
			case referral == nil:
				if !opinion.Draft && (opinion.Kind == "opinion" || opinion.Kind == "recommendation" || opinion.Kind == "report") {
					b.Kind, b.Path = "missing-referral", "title"
					j.breach(b)
				}
			case referral.Origin == "self":
				if !slices.Contains(rule.Origins, "self") {
					b.Kind, b.Path, b.Args["origin"] = "wrong-referral", "referral.origin", "self"
					j.breach(b)
				}
			case referral.By == "" && authority: // nobody said which
			case !slices.Contains(rule.Origins, string(referral.By)):
				b.Kind, b.Path, b.Args["origin"] = "wrong-referral", "referral.by", string(referral.By)
				if referral.By == "" {
					b.Path, b.Args["origin"] = "referral.origin", string(referral.Origin)
				}
				j.breach(b)
			}
		}
		return j.only()
	},
}
