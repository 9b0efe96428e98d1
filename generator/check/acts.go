package check

import (
	"fmt"
	"strings"

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

// bareVisa: a text that an act rests upon, named without a number or an address
// under which to find it.
var bareVisa = Rule{
	Name:     "bare-visa",
	Severity: diagnostic.Information,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		act, ok := document.(*council.Document)
		if !ok {
			return
		}
		for i := range act.Visas {
			if visa := &act.Visas[i]; visa.URL == "" && !strings.ContainsAny(visa.Text, "0123456789") {
				report(at(document, fmt.Sprintf("visas.%d.text", i)), "bare-visa", diagnostic.Args{"text": visa.Text})
			}
		}
	},
}
