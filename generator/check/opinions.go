package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// onOpinion makes a rule's function of what it looks for in an opinion.
func onOpinion(look func(*council.Council, *council.Opinion, Reporter)) func(*council.Council, council.Documented, Reporter) {
	return func(c *council.Council, document council.Documented, report Reporter) {
		if opinion, ok := document.(*council.Opinion); ok {
			look(c, opinion, report)
		}
	}
}

// unaddressedRecommendation: a recommendation that is asked of nobody. Nobody
// will answer it, and it cannot be followed. A council's own programme or
// account, a text that was not adopted and a draft may leave it out.
var unaddressedRecommendation = Rule{
	Name:     "unaddressed-recommendation",
	Severity: diagnostic.Error,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		if opinion.Draft || !opinion.Followed() || opinion.Kind == "programme" || opinion.Kind == "activity-report" {
			return
		}
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Addressee == "" {
				report(at(opinion, fmt.Sprintf("recommendations.%d.id", i)), "unaddressed-recommendation", diagnostic.Args{"id": string(r.ID)})
			}
		}
	}),
}

// unnamedDataset: a recommendation to open data that does not say which.
var unnamedDataset = Rule{
	Name:     "unnamed-dataset",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Kind == "open-data" && r.Dataset == "" {
				report(at(opinion, fmt.Sprintf("recommendations.%d.kind", i)), "unnamed-dataset", diagnostic.Args{"id": string(r.ID)})
			}
		}
	}),
}

// undeliveredMotion: a motion that was handed to nobody.
var undeliveredMotion = Rule{
	Name:     "undelivered-motion",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(_ *council.Council, opinion *council.Opinion, report Reporter) {
		if motion(opinion) && len(opinion.Deliveries) == 0 {
			report(at(opinion, "kind"), "undelivered-motion", nil)
		}
	}),
}

// unansweredMotion: a motion to which no answer is recorded, two months after
// it was handed over: the silence that the French administration may keep
// (code des relations entre le public et l'administration, article L. 231-4).
var unansweredMotion = Rule{
	Name:     "unanswered-motion",
	Severity: diagnostic.Warning,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if !motion(opinion) || len(opinion.Deliveries) == 0 || len(opinion.Responses) > 0 {
			return
		}
		last := opinion.AdoptedOn
		for i := range opinion.Deliveries {
			if on := opinion.Deliveries[i].On; !on.IsZero() && (last.IsZero() || on.First() > last.First()) {
				last = on
			}
		}
		if !last.IsZero() && last.AddMonths(2).Last() < c.AsOf.First() {
			report(at(opinion, "deliveries"), "unanswered-motion", diagnostic.Args{"on": last.String()})
		}
	}),
}

func motion(opinion *council.Opinion) bool {
	return opinion.Kind == "motion" && opinion.Status == "adopted" && !opinion.Draft
}

// unansweredReferral: advice that an authority asked for and did not get in
// time.
var unansweredReferral = Rule{
	Name:     "unanswered-referral",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		referral := opinion.Referral
		if referral == nil || referral.Origin != "authority" || referral.Due.IsZero() || referral.Due.Last() >= c.AsOf.First() {
			return
		}
		if opinion.AdoptedOn.IsZero() || opinion.AdoptedOn.First() > c.AsOf.First() {
			report(at(opinion, "referral.due"), "unanswered-referral", diagnostic.Args{"due": referral.Due.String()})
		}
	}),
}

// lateRecommendation: a recommendation that was due and is not closed. It is the
// addressee's lateness, for the register to show.
var lateRecommendation = Rule{
	Name:     "late-recommendation",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if !opinion.Followed() {
			return
		}
		for i := range opinion.Recommendations {
			if r := &opinion.Recommendations[i]; r.Late(c.AsOf) {
				report(at(opinion, fmt.Sprintf("recommendations.%d.due", i)), "late-recommendation", diagnostic.Args{"id": string(r.ID), "due": r.Due.String()})
			}
		}
	}),
}

// staleRecommendation: an open recommendation of which nobody has written for a
// year.
var staleRecommendation = Rule{
	Name:     "stale-recommendation",
	Severity: diagnostic.Information,
	Document: onOpinion(func(c *council.Council, opinion *council.Opinion, report Reporter) {
		if opinion.Status != "adopted" {
			return
		}
		for i := range opinion.Recommendations {
			r := &opinion.Recommendations[i]
			if last := lastSign(opinion.AdoptedOn, r.Updates); !r.State().Closed() && stale(c, last) {
				report(at(opinion, fmt.Sprintf("recommendations.%d.id", i)), "stale-follow-up", diagnostic.Args{"id": string(r.ID), "on": last.String()})
			}
		}
	}),
}

// lastSign is the date of the latest update, or of the beginning.
func lastSign(begun council.Date, updates []council.Update) council.Date {
	for i := range updates {
		if on := updates[i].On; begun.IsZero() || on.First() > begun.First() {
			begun = on
		}
	}
	return begun
}

// stale tells whether a year has gone by.
func stale(c *council.Council, last council.Date) bool {
	return !last.IsZero() && last.AddYears(1).Last() < c.AsOf.First()
}
