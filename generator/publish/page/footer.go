package page

import (
	"html/template"
	"strings"

	"greffe/generator/council"
)

// Compliance is what the law makes every page say of its accessibility: "full",
// "partial" or "none" (décret 2019-768). Without an audit of the last three
// years it is "none", however good the site.
func (v *View) Compliance() string {
	accessibility := v.Settings.Accessibility
	if accessibility == nil || accessibility.Audit == nil {
		return "none"
	}
	audit := accessibility.Audit
	switch {
	case audit.On.IsZero(), audit.On.AddYears(3).Before(v.AsOf.Date):
		return "none"
	case audit.Rate >= 100:
		return "full"
	case audit.Rate >= 50:
		return "partial"
	}
	return "none"
}

// Current is a contact, or nil once its date is past: people leave offices.
func (v *View) Current(contact *council.Contact) *council.Contact {
	if contact == nil || (!contact.Until.IsZero() && contact.Until.Before(v.AsOf.Date)) {
		return nil
	}
	return contact
}

// Logo is the address of the council's logo, "" if it has none.
func (v *View) Logo() string {
	if v.Settings.Appearance.Logo == "" {
		return ""
	}
	return v.publisher.asset(string(v.Settings.Appearance.Logo))
}

// FooterSections are the sections to which the foot of every page leads.
func (v *View) FooterSections() []string {
	return []string{"legal", "privacy", "ecodesign", "sitemap", "search", "data"}
}

// Telephone is a number as a link that calls it.
func (v *View) Telephone(number string) template.HTML {
	return v.linkTo("tel:"+v.Dial(number), number)
}

// Dial is a telephone number as a machine calls it: without its spaces.
func (v *View) Dial(number string) string {
	return strings.Map(func(r rune) rune {
		if (r >= '0' && r <= '9') || r == '+' {
			return r
		}
		return -1
	}, number)
}
