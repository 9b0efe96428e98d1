package check

import (
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// personalEmail: an address that is published for the council and looks like
// somebody's own.
var personalEmail = Rule{
	Name:     "personal-email",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		check := func(contact *council.Contact, key string) {
			if contact == nil {
				return
			}
			_, domain, _ := strings.Cut(strings.ToLower(string(contact.Email)), "@")
			if slices.Contains(personalDomains, domain) {
				report(inSettings(c, key+".email"), "personal-email", diagnostic.Args{"domain": domain})
			}
		}
		check(c.Settings.Contact, "contact")
		check(c.Settings.PressContact, "press_contact")
	},
}

// personalDomains are where people in France have their own addresses.
var personalDomains = []string{
	"gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "hotmail.com", "hotmail.fr", "live.fr", "live.com", "msn.com",
	"yahoo.fr", "yahoo.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "neuf.fr", "laposte.net", "bbox.fr", "icloud.com",
	"me.com", "aol.com", "gmx.fr", "gmx.com", "protonmail.com", "proton.me",
}
