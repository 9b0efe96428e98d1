package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// vacantOffice: nobody, between two holders of an office of which there is one.
var vacantOffice = Rule{
	Name:     "vacant-office",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		eachOffice(c, func(office string, holders []holder, undated bool) {
			if undated {
				return // whoever held it, nobody knows when
			}
			last := council.Never
			for i := range holders {
				h := &holders[i]
				first, until := h.Perhaps()
				if i > 0 && last != council.Forever && first > last+1 {
					report(at(h.Member, h.path("start")), "vacant-office", diagnostic.Args{
						"office": office, "from": (last + 1).Date().String(), "to": (first - 1).Date().String(),
					})
				}
				last = max(last, until)
			}
		})
	},
}
