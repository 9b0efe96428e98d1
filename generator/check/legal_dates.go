package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
