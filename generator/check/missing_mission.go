package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// missingMission: a council that does not say what it is for.
var missingMission = Rule{
	Name:     "missing-mission",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		if c.Settings.Mission == "" {
			report(inSettings(c, "name"), "missing-mission", nil)
		}
	},
}
