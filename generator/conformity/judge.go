package conformity

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// A judge gathers what one declared rule shows.
type judge struct {
	Verdict
	asOf     council.Day
	severity diagnostic.Severity
	doubt    bool         // today's state cannot be told
	begins   council.Date // since when the rule has something to apply to
}

func newJudge(c *council.Council, rule, path string, source council.RuleSource) *judge {
	j := &judge{Verdict: Verdict{Rule: rule, Path: path, Source: source.Source}, asOf: c.AsOf.First(), severity: diagnostic.Warning}
	switch source.Severity {
	case "information":
		j.severity = diagnostic.Information
	case "error":
		j.severity = diagnostic.Error
	}
	return j
}

// breach notes a breach that the content states, whatever the day on which it
// is read.
func (j *judge) breach(b Breach) {
	b.Severity = j.severity
	j.add(b)
}

// lapse notes a breach that appears because time passes: never an error, since
// a site that nobody touched must keep building.
func (j *judge) lapse(b Breach) {
	b.Severity = min(j.severity, diagnostic.Warning)
	j.add(b)
}

func (j *judge) add(b Breach) {
	if b.Args == nil {
		b.Args = diagnostic.Args{}
	}
	b.Args["source"] = j.Source
	b.Args["period"] = period(b.From, b.To)
	j.Breaches = append(j.Breaches, b)
}

// verdict is the state as of today: broken if a breach covers it.
func (j *judge) verdict() Verdict {
	v := j.Verdict
	v.Since = j.begins
	for i := range v.Breaches {
		b := &v.Breaches[i]
		began := b.From.IsZero() || b.From.First() <= j.asOf
		over := !b.To.IsZero() && b.To.Last() < j.asOf
		switch {
		case b.Coming:
		case b.Silent:
			j.doubt = j.doubt || began && !over
		case began && !over:
			if v.State != Broken || b.From.First() < v.Since.First() {
				v.State, v.Since = Broken, b.From
			}
		case over && v.State != Broken && b.To.Last() >= v.Since.First():
			v.Since = (b.To.Last() + 1).Date()
		}
	}
	if v.State != Broken && j.doubt {
		v.State, v.Since = Undetermined, council.Date{}
	}
	return v
}

// only is the verdict of a kind of rule of which one at most is declared.
func (j *judge) only() []Verdict { return []Verdict{j.verdict()} }

// unspecified is the verdict on what no text states.
func unspecified(rule, path, source string) Verdict {
	return Verdict{Rule: rule, Path: path, Source: source, State: Unspecified}
}

// period is an interval in signs that need no language.
func period(from, to council.Date) string {
	switch {
	case from == to:
		return from.String()
	case from.IsZero():
		return "… → " + to.String()
	case to.IsZero():
		return from.String() + " → …"
	}
	return from.String() + " → " + to.String()
}
