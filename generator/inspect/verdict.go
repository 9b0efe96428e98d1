package inspect

import (
	"cmp"
	"slices"

	"greffe/generator/diagnostic"
)

// A breach is something that a site may not hold.
type breach struct {
	rule   string
	detail string // the address, the id or the mark that it is about
}

// most is how many breaches of one file are told: what is wrong in a layout is
// wrong everywhere.
const most = 3

// Verdict tells all that is wrong with the site, by the pages' paths. Anchors
// are looked up here, where every page is known.
func (i *Inspection) Verdict() diagnostic.List {
	var found diagnostic.List
	for n := range i.places {
		p := &i.places[n]
		breaches := p.found
		if p.sheet != nil {
			breaches = append(slices.Clip(breaches), i.lost(p.sheet)...)
		}
		for _, b := range breaches[:min(len(breaches), most)] {
			found.Add(diagnostic.Diagnostic{
				Position: diagnostic.Position{File: p.file.From}, Severity: diagnostic.Error, Rule: b.rule, Hint: "inspect",
				Args: diagnostic.Args{"page": p.file.Path, "detail": b.detail},
			})
		}
	}
	slices.SortStableFunc(found, func(a, b diagnostic.Diagnostic) int { return cmp.Compare(a.Args["page"], b.Args["page"]) })
	return found
}

// lost are the links of a page that lead to no file, or to no id of another
// page.
func (i *Inspection) lost(s *sheet) []breach {
	var found []breach
	for _, n := range s.leads {
		if !i.places[n].there && !i.partial {
			found = append(found, breach{"page-dead-link", i.places[n].file.Path})
		}
	}
	for _, w := range s.wants {
		to := &i.places[w.place]
		if to.sheet != nil && !to.sheet.has(w.id) {
			found = append(found, breach{"page-dead-anchor", to.file.Path + "#" + s.text[w.from:w.to]})
		}
	}
	return found
}
