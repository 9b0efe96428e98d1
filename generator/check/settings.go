package check

import (
	"fmt"
	"slices"
	"strings"

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

// unusedAxis: a direction that the council set for itself, under which nothing
// stands.
var unusedAxis = Rule{
	Name:     "unused-axis",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		i := 0
		for axis := range c.Axes.All() {
			if len(c.Cited(axis)) == 0 {
				report(inSettings(c, fmt.Sprintf("axes.%d.id", i)), "unused-axis", diagnostic.Args{"axis": axis.Name})
			}
			i++
		}
	},
}

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

// expiredContact: somebody to write to, until a day that has gone by.
var expiredContact = Rule{
	Name:     "expired-contact",
	Severity: diagnostic.Information,
	Council: func(c *council.Council, report Reporter) {
		check := func(contact *council.Contact, key string) {
			if contact != nil && !contact.Until.IsZero() && contact.Until.Last() < c.AsOf.First() {
				report(inSettings(c, key+".until"), "expired-contact", diagnostic.Args{"until": contact.Until.String()})
			}
		}
		check(c.Settings.Contact, "contact")
		check(c.Settings.PressContact, "press_contact")
	},
}

func sizeAt(i int) string { return fmt.Sprintf("rules.size.%d", i) }
