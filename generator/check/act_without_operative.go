package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// actWithoutOperative: an act that decides nothing.
var actWithoutOperative = Rule{
	Name:     "act-without-operative",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		if act, ok := document.(*council.Document); ok && act.IsAct() && !act.Draft && len(act.Operative) == 0 {
			report(at(document, "kind"), "act-without-operative", nil)
		}
	},
}
