package check

import (
	"cmp"
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// seriesEdition: two editions of a series with one number, a number that is
// missing between two others, or numbers that do not follow the dates.
var seriesEdition = Rule{
	Name:     "series-edition",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		editions := make(map[council.Ref[council.Series]][]*council.Session)
		for session := range c.Sessions.All() {
			if session.Series != "" && session.Edition > 0 && session.Status != council.Cancelled && session.Status != council.Postponed {
				editions[session.Series] = append(editions[session.Series], session)
			}
		}
		for series := range c.Series.All() {
			held := editions[council.Ref[council.Series](series.ID)]
			slices.SortStableFunc(held, func(a, b *council.Session) int {
				return cmp.Or(cmp.Compare(a.Edition, b.Edition), a.Start.Compare(b.Start))
			})
			for i := 1; i < len(held); i++ {
				before, session := held[i-1], held[i]
				args := diagnostic.Args{
					"series": series.Name, "edition": fmt.Sprint(session.Edition), "before": fmt.Sprint(before.Edition),
					"other": before.Title, "missing": fmt.Sprint(before.Edition + 1),
				}
				switch {
				case session.Edition == before.Edition:
					report(at(session, "edition"), "edition-twice", args)
				case session.Start.Before(before.Start.Date):
					report(at(session, "edition"), "edition-order", args)
				case session.Edition > before.Edition+1:
					report(at(session, "edition"), "edition-missing", args)
				}
			}
		}
	},
}
