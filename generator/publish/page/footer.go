package page

import (
	"html/template"
	"slices"
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

// FooterSections are the sections about the site itself, to which the foot of
// every page leads.
func (v *View) FooterSections() []string {
	return []string{"search", "sitemap", "legal", "privacy", "ecodesign"}
}

// OutsideMenu are the sections about the council that its menu leaves to the
// foot of the page.
func (v *View) OutsideMenu() []string {
	inMenu := make(map[string]bool)
	for _, entry := range v.Menu() {
		inMenu[entry.Section] = true
	}
	all := []string{"members", "sessions", "workshops", "opinions", "recommendations", "news", "documents",
		"composition", "figures", "conformity", "timeline", "organisations", "glossary", "data"}
	return slices.DeleteFunc(all, func(section string) bool { return inMenu[section] })
}

// Telephone is a number as a link that calls it; it stays on one line.
func (v *View) Telephone(number string) template.HTML {
	return v.linkTo("tel:"+v.Dial(number), strings.ReplaceAll(number, " ", "\u00a0"))
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
