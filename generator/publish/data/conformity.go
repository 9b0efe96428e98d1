package data

import (
	"iter"

	"greffe/generator/conformity"
)

// A verdict on a rule that the council has ruled for itself. A kind of rule may
// be declared several times: the rank tells them apart.
type verdict struct {
	conformity.Verdict
	rank int
}

func (j *verdict) id() string { return rankIn(j.Rule, j.rank) }

func verdicts(v *view) iter.Seq[*verdict] {
	return func(yield func(*verdict) bool) {
		ranks := make(map[string]int)
		for _, judged := range conformity.Evaluate(v.Council) {
			ranks[judged.Rule]++
			if !yield(&verdict{judged, ranks[judged.Rule]}) {
				return
			}
		}
	}
}

func (j *verdict) at(v *view) origin {
	if j.Path == "" {
		return origin{}
	}
	return settled(v, j.Path)
}

func ruleNames() []string {
	var names []string
	for _, rule := range conformity.Rules {
		names = append(names, rule.Name)
	}
	return names
}

func conformityTable() *Table {
	t := newTable("conformity", verdicts)
	t.id((*verdict).id)
	rule := t.column("rule", Text, func(_ *view, j *verdict) Cell { return text(j.Rule) })
	rule.Words, rule.Required = ruleNames(), true
	t.column("scope", Text, func(_ *view, j *verdict) Cell { return text(j.Scope) })
	t.column("source", Text, func(_ *view, j *verdict) Cell { return text(j.Source) })
	state := t.column("rule_state", Text, func(_ *view, j *verdict) Cell { return text(j.State.String()) })
	state.Required = true
	for _, is := range []conformity.State{conformity.Holds, conformity.Broken, conformity.Undetermined, conformity.Unspecified} {
		state.Words = append(state.Words, is.String())
	}
	t.column("since", Date, func(_ *view, j *verdict) Cell { return text(j.Since.String()) })
	t.from(func(v *view, j *verdict) origin { return j.at(v) })
	return t.section("conformity")
}

// A lapse is an interval in which a rule was not kept. Neither a name nor a
// document is told.
type lapse struct {
	*verdict
	conformity.Lapse
	rank int
}

func lapses(v *view) iter.Seq[lapse] {
	return func(yield func(lapse) bool) {
		for j := range verdicts(v) {
			for i, told := range j.Lapses() {
				if !yield(lapse{j, told, i + 1}) {
					return
				}
			}
		}
	}
}

func conformityBreaches() *Table {
	t := newTable("conformity_breaches", lapses)
	t.id(func(l lapse) string { return rankIn(l.id(), l.rank) })
	rule := t.column("conformity_id", Text, func(_ *view, l lapse) Cell { return text(l.id()) })
	rule.Refers, rule.Required = "conformity", true
	kind := t.column("rule", Text, func(_ *view, l lapse) Cell { return text(l.Rule) })
	kind.Words, kind.Required = ruleNames(), true
	t.column("breach_from", Date, func(_ *view, l lapse) Cell { return text(l.From.String()) })
	t.column("breach_to", Date, func(_ *view, l lapse) Cell { return text(l.To.String()) })
	t.from(func(v *view, l lapse) origin { return l.at(v) })
	return t.section("conformity")
}
