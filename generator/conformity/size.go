package conformity

import (
	"cmp"
	"fmt"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Size: how many people hold a mandate at once in a body or a category.
//
// Too many is looked for over all dates, to come too: those who will sit are
// known. Too few is looked for until today only: those who will be appointed
// are not. When nobody is recorded, nobody is known, and no seat is called
// empty.
var Size = Rule{Name: "size", Kinds: []string{"size-over", "size-under"}, Judge: judgeSize}

func judgeSize(c *council.Council) []Verdict {
	rules := c.Settings.Rules.Size
	if len(rules) == 0 {
		return []Verdict{unspecified("size", "", "")}
	}
	var verdicts []Verdict
	for i := range rules {
		rule := &rules[i]
		if rule.Exact+rule.Max+rule.Min == 0 {
			verdicts = append(verdicts, unspecified("size", fmt.Sprintf("rules.size.%d", i), rule.Source))
			continue
		}
		j := newJudge(c, "size", fmt.Sprintf("rules.size.%d", i), rule.RuleSource)
		j.Scope = rule.Scope
		j.size(c, rule)
		verdicts = append(verdicts, j.verdict())
	}
	return verdicts
}

func (j *judge) size(c *council.Council, rule *council.SizeRule) {
	seats := scoped(c, rule.Scope)
	most, least := cmp.Or(rule.Exact, rule.Max), cmp.Or(rule.Exact, rule.Min)
	sure, possible := count(seats, surely), count(seats, perhaps)
	if len(sure) > 0 {
		j.begins = sure[0].from()
	}
	if most > 0 {
		for _, s := range worst(sure, func(n int) bool { return n > most }, true) {
			j.breach(j.sized("size-over", s, most))
		}
	}
	if least > 0 && len(sure) > 0 {
		var past []stretch
		for _, s := range possible {
			s.first, s.last = max(s.first, sure[0].first), min(s.last, j.asOf)
			if s.first <= s.last {
				past = append(past, s)
			}
		}
		for _, s := range worst(past, func(n int) bool { return n < least }, false) {
			if s.last == j.asOf {
				s.last = council.Forever
			}
			j.lapse(j.sized("size-under", s, least))
		}
	}
	now, perhapsNow := on(sure, j.asOf), on(possible, j.asOf)
	j.doubt = perhapsNow == 0 || (most > 0 && now <= most && perhapsNow > most) || (least > 0 && now < least && perhapsNow >= least)
}

func (j *judge) sized(kind string, s stretch, limit int) Breach {
	return Breach{Kind: kind, From: s.from(), To: s.to(), Path: j.Path, Args: diagnostic.Args{
		"scope": j.Scope, "n": strconv.Itoa(s.people), "limit": strconv.Itoa(limit),
	}}
}

// worst joins the neighbouring stretches whose number is wrong, and keeps the
// number that is the most so.
func worst(stretches []stretch, wrong func(int) bool, most bool) []stretch {
	var found []stretch
	for _, s := range stretches {
		if !wrong(s.people) {
			continue
		}
		if n := len(found); n > 0 && found[n-1].last+1 == s.first {
			found[n-1].last = s.last
			if (s.people > found[n-1].people) == most {
				found[n-1].people = s.people
			}
			continue
		}
		found = append(found, s)
	}
	return found
}

// scoped are the seats to which a rule applies: those of a body and its
// circles, those of a category, or those of the whole council.
func scoped(c *council.Council, scope string) []council.Seat {
	if scope == "" || c.Bodies.Find(council.Ref[council.Body](scope)) != nil {
		return c.Seats(council.Ref[council.Body](scope))
	}
	var seats []council.Seat
	for member := range c.Members.All() {
		for i := range member.Mandates {
			if string(member.Mandates[i].Category) == scope {
				seats = append(seats, council.Seat{Member: member, Mandate: &member.Mandates[i]})
			}
		}
	}
	return seats
}
