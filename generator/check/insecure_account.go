package check

import (
	"fmt"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// insecureAccount: an account on a network, given by an address without
// encryption.
var insecureAccount = Rule{
	Name:     "insecure-account",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		for i := range c.Settings.Social {
			if strings.HasPrefix(string(c.Settings.Social[i].URL), "http:") {
				report(inSettings(c, fmt.Sprintf("social.%d.url", i)), "insecure-account", diagnostic.Args{"name": c.Settings.Social[i].Name})
			}
		}
	},
}
