package check

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unsignedCharter: a member in office who has not signed the charter, in a
// council that asks for one and records who signed.
var unsignedCharter = Rule{
	Name:     "unsigned-charter",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		asked := slices.ContainsFunc(c.Settings.Rules.Documents, func(rule council.DocumentRule) bool { return rule.Kind == "ethics-charter" })
		recorded := false
		if asked {
			for member := range c.Members.All() {
				recorded = recorded || !member.CharterSignedOn.IsZero()
			}
		}
		if !recorded {
			return
		}
		for member := range c.Members.All() {
			if !member.CharterSignedOn.IsZero() {
				continue
			}
			for i := range member.Mandates {
				m := &member.Mandates[i]
				if first, last, ok := m.Surely(); ok && c.SeatedIn(m.Body, "") && first <= c.AsOf.First() && c.AsOf.First() <= last {
					report(at(member, "name"), "unsigned-charter", diagnostic.Args{"name": member.Name})
					break
				}
			}
		}
	},
}
