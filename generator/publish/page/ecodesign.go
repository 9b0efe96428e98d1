package page

import (
	"html/template"
)

// Ecodesign is what the site declares of itself (RGESN, criteria 1.4 and 6.1):
// the limits that it keeps, and what its pages weigh.
type Ecodesign struct {
	Budgets  *Table
	Measured *Table // nil where the rest of the site is not made
}

func (v *View) ecodesign() *Ecodesign { return &Ecodesign{v.budgets(), v.measured()} }

// budgets are the limits that each page keeps, in the units of the sentence.
func (v *View) budgets() *Table {
	t := v.table("Budgets", v.T("ecodesign.budgets.caption"), "ecodesign.budgets.what", "ecodesign.budgets.limit")
	for _, budget := range []string{"html", "css", "script", "fonts", "images", "rest", "requests", "third-parties"} {
		v.row(t, v.T("ecodesign.budgets."+budget+".what"), v.T("ecodesign.budgets."+budget+".limit"))
	}
	return t
}

// weighedSections are those whose pages no document has: one of each kind of
// page, the list of opinions for all lists. This page is not among them: it
// cannot say what it weighs. Nor is the composition, which bears the day's date:
// this page would be another one every day.
var weighedSections = []string{"opinions", "recommendations", "figures", "conformity", "timeline", "glossary", "data", "search", "sitemap", "accessibility"}

// measured weighs the home page, those sections, and the first document of each
// collection.
func (v *View) measured() *Table {
	if v.publisher.Sums == nil {
		return nil
	}
	t := v.table("Measured", v.T("ecodesign.measured.caption"), "ecodesign.measured.page", "ecodesign.measured.html", "ecodesign.measured.all")
	style := v.weight(v.publisher.asset("css/style.css"))
	script := v.weight(v.publisher.asset("js/search.js"))
	add := func(name template.HTML, address string) {
		page := v.weight(address)
		if page == 0 {
			return // --only left it out
		}
		all := page + style
		if address == v.Href("search") {
			all += script
		}
		v.row(t, name, page, all)
	}
	add(v.linkTo(v.Home(), v.T("frame.home")), v.Home())
	for _, section := range weighedSections {
		add(v.SectionLink(section), v.Href(section))
	}
	taken := make(map[string]bool)
	for document := range v.Everything() {
		if collection := document.Collection(); !taken[collection] {
			taken[collection] = true
			add(v.Say("pages.labelled", "label", v.Upper(v.T("search.what."+collection)), "value", v.Link(document)), v.Href(document))
		}
	}
	if len(t.Rows) == 0 {
		return nil
	}
	return t
}

// weight is what a host sends for a file of the site, 0 if it has no such file.
// One that cannot be made fails the build where it is written.
func (v *View) weight(address string) int {
	n, err := v.publisher.Sums.Weigh(v.Council, v.publisher.Addresses.Path(address))
	if err != nil {
		return 0
	}
	return n
}
