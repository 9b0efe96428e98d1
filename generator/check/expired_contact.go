package check

import (
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

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
