package check

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// officeWithoutOrganisation: an office held nowhere.
var officeWithoutOrganisation = Rule{
	Name:     "office-without-organisation",
	Severity: diagnostic.Warning,
	Document: func(_ *council.Council, document council.Documented, report Reporter) {
		check := func(offices []council.Office, list string) {
			for i := range offices {
				if offices[i].Organisation == "" {
					report(at(document, fmt.Sprintf("%s.%d.title", list, i)), "office-without-organisation", diagnostic.Args{"title": offices[i].Title})
				}
			}
		}
		switch d := document.(type) {
		case *council.Member:
			check(d.Offices, "offices")
		case *council.News:
			if d.Speaker != nil {
				check(d.Speaker.Offices, "speaker.offices")
			}
		}
	},
}
