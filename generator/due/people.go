package due

import (
	"fmt"

	"greffe/generator/conformity"
	"greffe/generator/council"
)

// mandates are those that end soon and that the same person does not go on
// with, and those whose term is over or soon will be, though no end is written:
// the person may sit until somebody is appointed, and nobody must forget it.
func (l *lister) mandates() {
	for member := range l.Members.All() {
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.End.IsZero() || goesOn(member, m) {
				continue
			}
			l.coming(Item{Kind: "mandate-ends", On: m.End, Document: member, Path: fmt.Sprintf("mandates.%d.end", i), Args: Args{
				"name": member.Name, "body": l.bodyName(m.Body),
			}})
		}
	}
	for _, breach := range l.standing(conformity.Term, l.Council, "term-expired") {
		l.until(Item{Kind: "term-ends", On: breach.lastDay(), Document: breach.Document, Path: breach.Path, Args: Args{
			"name": breach.Args["name"], "years": breach.Args["years"], "n": breach.Args["n"],
		}}, "term-over")
	}
}

// goesOn tells whether the person has another mandate in the same body that
// runs on after this one.
func goesOn(member *council.Member, ending *council.Mandate) bool {
	for i := range member.Mandates {
		m := &member.Mandates[i]
		if m != ending && m.Body == ending.Body && m.On(ending.End.Last()+1) {
			return true
		}
	}
	return false
}

func (l *lister) bodyName(body council.Ref[council.Body]) string {
	if found := l.Bodies.Find(body); found != nil {
		return found.Name
	}
	return string(body)
}

// absences are the rows that go on: one session before the number that the
// council has ruled, and when it is reached.
func (l *lister) absences() {
	for _, breach := range l.breaches(conformity.Absence, l.Council) {
		if breach.Kind != "absences-near" && breach.Kind != "absences-reached" {
			continue
		}
		l.add(Item{Kind: breach.Kind, On: dateOf(breach.Args["last"]), Document: breach.Document, Path: breach.Path, Args: Args{
			"name": breach.Args["name"], "n": breach.Args["n"], "limit": breach.Args["limit"], "first": dateOf(breach.Args["first"]), "by": breach.Args["by"],
		}})
	}
}

func dateOf(text string) council.Date {
	var date council.Date
	_ = date.Set(text) // a verdict's own, written by Date.String
	return date
}
