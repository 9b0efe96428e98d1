package check

import "greffe/generator/council"

// onOpinion makes a rule's function of what it looks for in an opinion.
func onOpinion(look func(*council.Council, *council.Opinion, Reporter)) func(*council.Council, council.Documented, Reporter) {
	return func(c *council.Council, document council.Documented, report Reporter) {
		if opinion, ok := document.(*council.Opinion); ok {
			look(c, opinion, report)
		}
	}
}

func motion(opinion *council.Opinion) bool {
	return opinion.Kind == "motion" && opinion.Status == "adopted" && !opinion.Draft
}

// lastSign is the date of the latest update, or of the beginning.
func lastSign(begun council.Date, updates []council.Update) council.Date {
	for i := range updates {
		if on := updates[i].On; begun.IsZero() || on.First() > begun.First() {
			begun = on
		}
	}
	return begun
}

// stale tells whether a year has gone by.
func stale(c *council.Council, last council.Date) bool {
	return !last.IsZero() && last.AddYears(1).Last() < c.AsOf.First()
}
