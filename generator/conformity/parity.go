package conformity

import (
	"fmt"
	"math"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Parity: how far the share of women may be from the target. It is judged from
// the counts that the secretariat declares, each until the next one; nobody's
// gender is recorded. Without a tolerance there is nothing to go over.
var Parity = Rule{
	Name:  "parity",
	Kinds: []string{"parity-gap"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Parity
		if rule == nil {
			return []Verdict{unspecified("parity", "", "")}
		}
		if rule.Tolerance <= 0 || rule.Target <= 0 {
			return []Verdict{unspecified("parity", "rules.parity", rule.Source)}
		}
		j := newJudge(c, "parity", "rules.parity", rule.RuleSource)
		j.doubt = true
		b := -1
		for body := range c.Bodies.All() {
			b++
			for i, counted := range body.Parity {
				everybody := counted.Women + counted.Men + counted.Other
				if everybody <= 0 {
					continue
				}
				j.doubt = j.doubt && counted.On.First() > j.asOf
				if j.begins.IsZero() || counted.On.First() < j.begins.First() {
					j.begins = counted.On
				}
				share := float64(counted.Women) / float64(everybody)
				if math.Abs(share-rule.Target) <= rule.Tolerance+1e-9 {
					continue
				}
				j.breach(Breach{
					Kind: "parity-gap", From: counted.On, To: untilNext(body.Parity, i), Path: fmt.Sprintf("bodies.%d.parity.%d", b, i),
					Args: diagnostic.Args{
						"body": body.Name, "on": counted.On.String(),
						"women": strconv.Itoa(counted.Women), "everybody": strconv.Itoa(everybody),
						"share":     percent(share),
						"least":     percent(rule.Target - rule.Tolerance),
						"most":      percent(rule.Target + rule.Tolerance),
						"target":    percent(rule.Target),
						"tolerance": percent(rule.Tolerance),
					},
				})
			}
		}
		return j.only()
	},
}

// untilNext is the day before the next count, zero if there is none.
func untilNext(counts []council.ParityCount, i int) council.Date {
	var until council.Date
	for _, other := range counts {
		if other.On.First() > counts[i].On.Last() && (until.IsZero() || other.On.First() <= until.First()) {
			until = (other.On.First() - 1).Date()
		}
	}
	return until
}

func percent(share float64) string {
	return strconv.FormatFloat(math.Round(share*1000)/10, 'f', -1, 64)
}
