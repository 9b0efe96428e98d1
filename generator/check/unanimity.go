package check

import (
	"fmt"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unanimity: an agenda that says "à l'unanimité" of a text against which
// somebody voted. Who abstains does not break unanimity.
var unanimity = Rule{
	Name:     "unanimity",
	Severity: diagnostic.Error,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		session, ok := document.(*council.Session)
		if !ok {
			return
		}
		for i := range session.Agenda {
			item := &session.Agenda[i]
			if item.Decision == "" || item.Opinion == "" || !unanimous(item.Decision) {
				continue
			}
			if opinion := c.Opinions.Find(item.Opinion); opinion != nil && opinion.Vote != nil && opinion.Vote.Against != nil && *opinion.Vote.Against > 0 {
				report(at(document, fmt.Sprintf("agenda.%d.decision", i)), "unanimity", diagnostic.Args{
					"opinion": opinion.Title, "n": strconv.Itoa(*opinion.Vote.Against),
				})
			}
		}
	},
}

func unanimous(decision string) bool {
	folded := " " + council.Fold(decision) + " "
	return (strings.Contains(folded, "unanimite") || strings.Contains(folded, "unanimous")) &&
		!strings.Contains(folded, " pas ") && !strings.Contains(folded, " non ") && !strings.Contains(folded, " sauf ") && !strings.Contains(folded, " not ")
}
