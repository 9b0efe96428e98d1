package conformity

import (
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Meetings: how many sessions are held in each period of the calendar. Only
// whole periods that are over are judged, from the one after the council began.
var Meetings = Rule{
	Name:  "meetings",
	Kinds: []string{"too-few-meetings"},
	Judge: func(c *council.Council) []Verdict {
		rule := c.Settings.Rules.Meetings
		if rule == nil {
			return []Verdict{unspecified("meetings", "", "")}
		}
		j := newJudge(c, "meetings", "rules.meetings", rule.RuleSource)
		periods := elapsed(c, rule.Every)
		sessions := counted(c, rule.Kinds)
		j.doubt = len(periods) == 0
		if len(periods) > 0 {
			j.begins = periods[0].from()
		}
		var short []span
		for _, p := range periods {
			for len(sessions) > 0 && sessions[0].Start.Last() < p.first {
				sessions = sessions[1:]
			}
			held := 0
			for _, session := range sessions {
				if session.Start.First() > p.last {
					break
				}
				held++ // a date that may be in the period counts: it could be
			}
			if held < rule.Minimum {
				short = append(short, p)
			}
		}
		for _, p := range union(short) {
			to := p.to()
			if len(periods) > 0 && p.last == periods[len(periods)-1].last {
				to = council.Date{} // until a period keeps the rule
			}
			b := Breach{Kind: "too-few-meetings", From: p.from(), To: to, Path: j.Path, Args: diagnostic.Args{
				"n": strconv.Itoa(rule.Minimum), "every": string(rule.Every), "until": p.to().String(),
			}}
			j.lapse(b)
			j.Breaches[len(j.Breaches)-1].Args["period"] = period(p.from(), p.to())
		}
		return j.only()
	},
}

var months = map[council.Period]int{"year": 12, "half-year": 6, "quarter": 3, "month": 1}

// elapsed are the whole periods of the calendar since the council began, until
// the last one that is over. None, if nobody knows when it began.
func elapsed(c *council.Council, every council.Period) []span {
	length := months[every]
	began := c.Began()
	if length == 0 || began.IsZero() {
		return nil
	}
	first := council.Date{Year: began.Year, Month: 1, Day: 1}
	for first.First() < began.Last() {
		first = first.AddMonths(length)
	}
	var periods []span
	for {
		next := first.AddMonths(length)
		if next.First() > c.AsOf.First() {
			return periods
		}
		periods = append(periods, span{first.First(), next.First() - 1})
		first = next
	}
}
