package page

import (
	"slices"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// Glossary explains words, each with an address of its own.
type Glossary struct{ Terms []Explained }

// An Explained term, and the id at which links find it.
type Explained struct {
	ID string
	council.Term
}

func glossaryPages(p *Publisher) []site.File {
	return []site.File{p.page("glossary", p.Addresses.Section("glossary"), "", func(v *View) bool {
		v.Section, v.Title = "glossary", v.SectionTitle("glossary")
		v.Description = v.T("glossary.intro")
		v.Page = &Glossary{Terms: explained(v.Glossary)}
		return true
	})}
}

// explained sorts terms as a dictionary does. Two terms that would share an id
// are told apart by a number.
func explained(terms []council.Term) []Explained {
	sorted := slices.Clone(terms)
	slices.SortStableFunc(sorted, func(a, b council.Term) int { return strings.Compare(council.Fold(a.Term), council.Fold(b.Term)) })
	seen := make(map[string]int)
	list := make([]Explained, len(sorted))
	for i, term := range sorted {
		id := TermID(term.Term)
		if seen[id]++; seen[id] > 1 {
			id += "-" + strconv.Itoa(seen[id])
		}
		list[i] = Explained{id, term}
	}
	return list
}

// TermID is where a term is explained on the glossary's page.
func TermID(term string) string {
	return "T-" + strings.TrimPrefix(markdown.Anchor(term), "s-")
}
