package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// outsideParent: a session that takes place outside the one it is part of. A
// session that states no end is over at the end of its day.
var outsideParent = Rule{
	Name:     "outside-parent",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if !ok {
			return
		}
		parent := c.Sessions.Find(session.Parent)
		if parent == nil {
			return
		}
		end := parent.End
		if end.IsZero() {
			end = council.Moment{Date: parent.Start.Date}
		}
		args := diagnostic.Args{"parent": parent.Title, "start": parent.Start.String(), "end": end.String()}
		if wrongOrder(parent.Start, session.Start) || wrongOrder(session.Start, end) {
			report(at(document, "start"), "outside-parent", args)
		} else if !session.End.IsZero() && wrongOrder(session.End, end) {
			report(at(document, "end"), "outside-parent", args)
		}
	},
}
