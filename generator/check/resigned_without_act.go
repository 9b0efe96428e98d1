package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// resignedWithoutAct: somebody deemed to have resigned, without the act that
// says so or its day. Absences end no mandate by themselves.
var resignedWithoutAct = Rule{
	Name:     "resigned-without-act",
	Severity: diagnostic.Error,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		member, ok := document.(*council.Member)
		if !ok {
			return
		}
		for i := range member.Mandates {
			m := &member.Mandates[i]
			if m.EndReason == "resigned-ex-officio" && (m.End.IsZero() || m.Act == "") {
				report(at(document, fmt.Sprintf("mandates.%d.end_reason", i)), "resigned-without-act", diagnostic.Args{"name": member.Name})
			}
		}
	},
}
