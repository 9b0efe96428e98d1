package check

import (
	"fmt"
	"slices"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// unknownScope: a rule of council.yaml that applies to no body or category, or
// names an origin of referrals that is no organisation.
var unknownScope = Rule{
	Name:     "unknown-scope",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		scopes := slices.Concat(c.IDs("bodies"), c.IDs("categories"))
		check := func(path, scope string, known []string) {
			if scope == "" || slices.Contains(known, scope) {
				return
			}
			args := diagnostic.Args{"value": scope}
			report(inSettings(c, path), suggest(args, scope, known), args)
		}
		rules := &c.Settings.Rules
		for i, rule := range rules.Size {
			check(fmt.Sprintf("rules.size.%d.scope", i), rule.Scope, scopes)
		}
		if rules.Term != nil {
			check("rules.term.scope", rules.Term.Scope, scopes)
		}
		if rules.Referrals != nil {
			origins := append([]string{"self"}, c.IDs("organisations")...)
			for i, origin := range rules.Referrals.Origins {
				check(fmt.Sprintf("rules.referrals.origins.%d", i), origin, origins)
			}
		}
	},
}

// unknownMenuEntry: an entry of the menu that is neither a section of the site
// nor a free page.
var unknownMenuEntry = Rule{
	Name:     "unknown-menu-entry",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		known := slices.Concat(council.Sections(), c.IDs("pages"))
		for i, entry := range c.Settings.Menu {
			if !slices.Contains(known, entry) {
				args := diagnostic.Args{"value": entry}
				report(inSettings(c, fmt.Sprintf("menu.%d", i)), suggest(args, entry, known), args)
			}
		}
	},
}
