package check

import (
	"fmt"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
