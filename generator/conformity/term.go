package conformity

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// Term: how long a mandate lasts, counted from day to day. Three years from
// 2024-04-01 end on 2027-03-31 at the latest.
//
// A mandate without an end, whose years have gone by, is still shown as held:
// many texts keep members in office until they are replaced. It is told, and
// nothing is ended.
var Term = Rule{Name: "term", Kinds: []string{"term-too-long", "term-expired"}, Judge: judgeTerm}

// Renewals: how often somebody may sit again. A number, without limit, or not
// stated, which is not the same.
var Renewals = Rule{Name: "renewals", Kinds: []string{"too-many-renewals"}, Judge: judgeRenewals}

func judgeTerm(c *council.Council) []Verdict {
	rule := c.Settings.Rules.Term
	if rule == nil {
		return []Verdict{unspecified("term", "", "")}
	}
	if rule.Years <= 0 {
		return []Verdict{unspecified("term", "rules.term", rule.Source)}
	}
	j := newJudge(c, "term", "rules.term", rule.RuleSource)
	j.Scope = rule.Scope
	eachTerm(c, rule, func(t *term, _ int) {
		if t.start().IsZero() {
			j.doubt = j.doubt || t.end().IsZero() || t.end().Last() >= j.asOf
			return
		}
		// The earliest and the latest last day that the term may have.
		earliest, latest := lastDay(t.start().First(), rule.Years), lastDay(t.start().Last(), rule.Years)
		args := diagnostic.Args{
			"name": t.member.Name, "years": strconv.Itoa(rule.Years), "n": strconv.Itoa(rule.Years),
			"start": t.start().String(), "end": t.end().String(), "latest": latest.Date().String(),
		}
		last := t.parts[len(t.parts)-1]
		switch {
		case t.end().IsZero() && latest < j.asOf:
			j.lapse(Breach{Kind: "term-expired", From: (latest + 1).Date(), Document: t.member, Path: path(last, "start"), Args: args})
		case t.end().IsZero():
		case t.end().First() > latest:
			j.breach(Breach{Kind: "term-too-long", From: (latest + 1).Date(), To: t.end(), Document: t.member, Path: path(last, "end"), Args: args})
		case t.end().Last() > earliest && t.end().Last() >= j.asOf:
			j.doubt = true
		}
	})
	return j.only()
}

func judgeRenewals(c *council.Council) []Verdict {
	rule := c.Settings.Rules.Term
	if rule == nil {
		return []Verdict{unspecified("renewals", "", "")}
	}
	if !rule.Renewals.Stated {
		return []Verdict{unspecified("renewals", "rules.term", rule.Source)}
	}
	j := newJudge(c, "renewals", "rules.term.renewals", rule.RuleSource)
	j.Scope = rule.Scope
	if !rule.Renewals.Unlimited {
		eachTerm(c, rule, func(t *term, rank int) {
			if rank <= rule.Renewals.Number+1 {
				return
			}
			where := path(t.parts[0], "start")
			if t.member.Mandates[t.parts[0]].Term > 0 {
				where = path(t.parts[0], "term")
			}
			j.breach(Breach{
				Kind: "too-many-renewals", From: t.start(), To: t.end(), Document: t.member, Path: where,
				Args: diagnostic.Args{"name": t.member.Name, "rank": strconv.Itoa(rank), "n": strconv.Itoa(rule.Renewals.Number)},
			})
		})
	}
	return j.only()
}

// A term is one or several mandates of a person that follow one another without
// a gap and count as one: somebody who changes role keeps their term.
type term struct {
	member *council.Member
	parts  []int // of the member's mandates
}

func (t *term) start() council.Date { return t.member.Mandates[t.parts[0]].Start }
func (t *term) end() council.Date   { return t.member.Mandates[t.parts[len(t.parts)-1]].End }

// eachTerm visits every person's terms in each body, in order, with their rank:
// the one that is stated, or else the one that is counted.
func eachTerm(c *council.Council, rule *council.TermRule, visit func(t *term, rank int)) {
	seats := scoped(c, rule.Scope)
	for i := 0; i < len(seats); {
		member := seats[i].Member
		var own []int
		for ; i < len(seats) && seats[i].Member == member; i++ {
			for m := range member.Mandates {
				if &member.Mandates[m] == seats[i].Mandate {
					own = append(own, m)
				}
			}
		}
		slices.SortStableFunc(own, func(a, b int) int {
			x, y := &member.Mandates[a], &member.Mandates[b]
			return cmp.Or(cmp.Compare(x.Body, y.Body), cmp.Compare(x.Start.First(), y.Start.First()))
		})
		rank, body := 0, council.Ref[council.Body]("")
		for k := 0; k < len(own); {
			t := &term{member: member, parts: own[k : k+1 : k+1]}
			for k++; k < len(own) && t.goesOnIn(own[k], rule.Years); k++ {
				t.parts = append(t.parts, own[k])
			}
			first := &member.Mandates[t.parts[0]]
			if first.Body != body {
				rank, body = 0, first.Body
			}
			rank++
			visit(t, cmp.Or(first.Term, rank))
		}
	}
}

// goesOnIn tells whether a mandate is the rest of the term: it begins the day
// after, and has the same rank or, where no rank is stated, another role and
// no more than the term's years in all.
func (t *term) goesOnIn(next, years int) bool {
	before, after := &t.member.Mandates[t.parts[len(t.parts)-1]], &t.member.Mandates[next]
	if before.Body != after.Body || before.End.IsZero() || after.Start.First() != before.End.Last()+1 || before.Term != after.Term {
		return false
	}
	if before.Term > 0 {
		return true
	}
	return before.Role != after.Role && !t.start().IsZero() && !after.End.IsZero() &&
		(years == 0 || after.End.Last() <= lastDay(t.start().First(), years))
}

// lastDay is the last day of a term of so many years.
func lastDay(start council.Day, years int) council.Day {
	return start.Date().AddYears(years).First() - 1
}

func path(mandate int, key string) string { return fmt.Sprintf("mandates.%d.%s", mandate, key) }
