package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// sameName: two members whose names differ by nothing that people see: one
// person with two files, most often.
var sameName = Rule{
	Name:     "same-name",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		first := make(map[string]*council.Member)
		for member := range c.Members.All() {
			name := council.Fold(member.Name)
			if other := first[name]; other != nil {
				report(at(member, "name"), "one-file", diagnostic.Args{"text": member.Name, "other": other.File})
				continue
			}
			first[name] = member
		}
	},
}
