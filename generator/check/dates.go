package check

import (
	"cmp"
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// outsideParent: a session that takes place outside the one it is part of. A
// session that states no end is over at the end of its day.
var outsideParent = Rule{
	Name:     "outside-parent",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if !ok {
			return
		}
		parent := c.Sessions.Find(session.Parent)
		if parent == nil {
			return
		}
		end := parent.End
		if end.IsZero() {
			end = council.Moment{Date: parent.Start.Date}
		}
		args := diagnostic.Args{"parent": parent.Title, "start": parent.Start.String(), "end": end.String()}
		if wrongOrder(parent.Start, session.Start) || wrongOrder(session.Start, end) {
			report(at(document, "start"), "outside-parent", args)
		} else if !session.End.IsZero() && wrongOrder(session.End, end) {
			report(at(document, "end"), "outside-parent", args)
		}
	},
}

// legalDates: an act that was posted or notified before it was adopted, or that
// could be enforced before.
var legalDates = Rule{
	Name:     "legal-dates",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		act, ok := document.(*council.Document)
		if !ok {
			return
		}
		inOrder := func(first council.Date, firstKey string, then council.Date, key string) {
			if !first.IsZero() && !then.IsZero() && then.Before(first) {
				report(at(document, key), "legal-dates", diagnostic.Args{"key": key, "date": then.String(), "first_key": firstKey, "first": first.String()})
			}
		}
		inOrder(act.AdoptedOn, "adopted_on", act.PostedOn, "posted_on")
		inOrder(act.AdoptedOn, "adopted_on", act.NotifiedOn, "notified_on")
		inOrder(act.PostedOn, "posted_on", act.EnforceableOn, "enforceable_on")
		inOrder(act.NotifiedOn, "notified_on", act.EnforceableOn, "enforceable_on")
		if act.PostedOn.IsZero() && act.NotifiedOn.IsZero() {
			inOrder(act.AdoptedOn, "adopted_on", act.EnforceableOn, "enforceable_on")
		}
	},
}

// hearingAfterAdoption: somebody who was heard on a text that had been adopted.
var hearingAfterAdoption = Rule{
	Name:     "hearing-after-adoption",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		workshop, ok := document.(*council.Workshop)
		if !ok {
			return
		}
		for i := range workshop.Hearings {
			hearing := &workshop.Hearings[i]
			opinion := c.Opinions.Find(hearing.Opinion)
			if opinion != nil && !opinion.AdoptedOn.IsZero() && opinion.AdoptedOn.Before(hearing.On.Date) {
				report(at(document, fmt.Sprintf("hearings.%d.on", i)), "hearing-after-adoption", diagnostic.Args{
					"who": string(hearing.Who()), "on": hearing.On.String(), "opinion": opinion.Title, "adopted": opinion.AdoptedOn.String(),
				})
			}
		}
	},
}

// deliveredBeforeAdoption: a text handed over, or answered, before it was
// adopted.
var deliveredBeforeAdoption = Rule{
	Name:     "delivered-before-adoption",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		opinion, ok := document.(*council.Opinion)
		if !ok || opinion.AdoptedOn.IsZero() {
			return
		}
		check := func(on council.Date, list string, i int) {
			if !on.IsZero() && on.Before(opinion.AdoptedOn) {
				report(at(document, fmt.Sprintf("%s.%d.on", list, i)), "delivered-before-adoption", diagnostic.Args{"on": on.String(), "adopted": opinion.AdoptedOn.String()})
			}
		}
		for i := range opinion.Deliveries {
			check(opinion.Deliveries[i].On, "deliveries", i)
		}
		for i := range opinion.Responses {
			check(opinion.Responses[i].On, "responses", i)
		}
	},
}

// beforeCreation: the launch of a council, or its call for candidates, before
// the act that creates it.
var beforeCreation = Rule{
	Name:     "before-creation",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		check := func(on council.Date, key string) {
			if created := founded(c); !created.IsZero() && on.Before(created) {
				report(at(document, key), "before-creation", diagnostic.Args{"on": on.String(), "created": created.String()})
			}
		}
		switch d := document.(type) {
		case *council.Session:
			if d.Kind == "launch" {
				check(d.Start.Date, "start")
			}
		case *council.News:
			if d.Kind == "call" {
				check(d.Date.Date, "date")
			}
		}
	},
}

// founded is the earliest date that the settings give for the council's birth.
func founded(c *council.Council) council.Date {
	first := c.Settings.Created
	for i := range c.Settings.FoundingActs {
		if on := c.Settings.FoundingActs[i].Date; !on.IsZero() && (first.IsZero() || on.First() < first.First()) {
			first = on
		}
	}
	return first
}

// callDates: a call that closes before it is issued, or whose draw takes place
// while candidates may still come forward. The closing day is open until its
// end.
var callDates = Rule{
	Name:     "call-dates",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		news, ok := document.(*council.News)
		if !ok || news.Call == nil || news.Call.ClosesOn.IsZero() {
			return
		}
		closes := news.Call.ClosesOn
		if closes.Before(news.Date.Date) {
			report(at(document, "call.closes_on"), "call-closes", diagnostic.Args{"closes": closes.String(), "date": news.Date.Date.String()})
		}
		if draw := c.Sessions.Find(news.Call.Draw); draw != nil && draw.Start.Last() <= closes.First() {
			report(at(document, "call.draw"), "call-draw", diagnostic.Args{"closes": closes.String(), "date": draw.Start.Date.String()})
		}
	},
}

// namedBeforeNotification: somebody who was drawn, shown to the public before
// being told. Time only ever mends it.
var namedBeforeNotification = Rule{
	Name:     "named-before-notification",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok || member.Draft || member.Confidential {
			return
		}
		shown := c.AsOf.Date
		if !member.PublishOn.IsZero() {
			shown = member.PublishOn.Date
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.Appointment == "drawn" && !m.NotifiedOn.IsZero() && shown.Before(m.NotifiedOn) && first(member, i) {
				report(at(document, fmt.Sprintf("mandates.%d.notified_on", i)), "named-before-notification", diagnostic.Args{"on": m.NotifiedOn.String(), "shown": shown.String()})
			}
		}
	},
}

// first tells whether a mandate makes the member known: nobody who sits already
// is revealed by another draw.
func first(member *council.Member, mandate int) bool {
	for i := range member.Mandates {
		if i != mandate && member.Mandates[i].Start.First() < member.Mandates[mandate].Start.First() {
			return false
		}
	}
	return true
}

// unknownNotification: somebody who was drawn, and nobody wrote when they were
// told.
var unknownNotification = Rule{
	Name:     "unknown-notification",
	Severity: diagnostic.Information,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			if m := &member.Mandates[i]; m.Appointment == "drawn" && m.NotifiedOn.IsZero() {
				report(at(document, fmt.Sprintf("mandates.%d.appointment", i)), "unknown-notification", diagnostic.Args{"name": member.Name})
			}
		}
	},
}

// seriesEdition: two editions of a series with one number, a number that is
// missing between two others, or numbers that do not follow the dates.
var seriesEdition = Rule{
	Name:     "series-edition",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		editions := make(map[council.Ref[council.Series]][]*council.Session)
		for session := range c.Sessions.All() {
			if session.Series != "" && session.Edition > 0 && session.Status != council.Cancelled && session.Status != council.Postponed {
				editions[session.Series] = append(editions[session.Series], session)
			}
		}
		for series := range c.Series.All() {
			held := editions[council.Ref[council.Series](series.ID)]
			slices.SortStableFunc(held, func(a, b *council.Session) int {
				return cmp.Or(cmp.Compare(a.Edition, b.Edition), a.Start.Compare(b.Start))
			})
			for i := 1; i < len(held); i++ {
				before, session := held[i-1], held[i]
				args := diagnostic.Args{
					"series": series.Name, "edition": fmt.Sprint(session.Edition), "before": fmt.Sprint(before.Edition),
					"other": before.Title, "missing": fmt.Sprint(before.Edition + 1),
				}
				switch {
				case session.Edition == before.Edition:
					report(at(session, "edition"), "edition-twice", args)
				case session.Start.Before(before.Start.Date):
					report(at(session, "edition"), "edition-order", args)
				case session.Edition > before.Edition+1:
					report(at(session, "edition"), "edition-missing", args)
				}
			}
		}
	},
}
