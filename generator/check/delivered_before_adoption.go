package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
