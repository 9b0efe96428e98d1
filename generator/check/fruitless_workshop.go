package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// fruitlessWorkshop: a workshop that concluded without a text to show.
var fruitlessWorkshop = Rule{
	Name:     "fruitless-workshop",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		workshop, ok := document.(*council.Workshop)
		if ok && workshop.Status == "concluded" && len(council.Citing[council.Opinion](c, workshop)) == 0 {
			for i := range workshop.Hearings {
				if workshop.Hearings[i].Opinion != "" {
					return
				}
			}
			report(at(document, "status"), "fruitless-workshop", nil)
		}
	},
}
