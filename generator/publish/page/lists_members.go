package page

import (
	"slices"

	"greffe/generator/council"
	"greffe/generator/words"
)

// members are listed by name: those who sit, those who will, those who sat, and
// people without a mandate.
var members = &listing[*council.Member]{
	section: "members",
	source:  collection(func(c *council.Council) *council.Collection[council.Member] { return &c.Members }),
	group: grouping[*council.Member]{
		of:    standing,
		title: func(v *View, group string) string { return v.T("list.members.groups." + group) },
		order: []string{"current", "coming", "former", "other"},
	},
	facets: []facet[*council.Member]{
		byEntry("body", bodies, func(c *council.Council, m *council.Member, add func(council.Ref[council.Body])) {
			for i := range m.Mandates {
				for body := m.Mandates[i].Body; body != ""; body = parentOf(c, body) {
					add(body)
				}
			}
		}),
		byEntry("college", func(c *council.Council) *council.Collection[council.College] { return &c.Colleges },
			func(_ *council.Council, m *council.Member, add func(council.Ref[council.College])) {
				for i := range m.Mandates {
					add(m.Mandates[i].College)
				}
			}),
		byEntry("category", func(c *council.Council) *council.Collection[council.Category] { return &c.Categories },
			func(_ *council.Council, m *council.Member, add func(council.Ref[council.Category])) {
				for i := range m.Mandates {
					add(m.Mandates[i].Category)
				}
			}),
		byEntry("district", func(c *council.Council) *council.Collection[council.District] { return &c.Districts },
			func(_ *council.Council, m *council.Member, add func(council.Ref[council.District])) { add(m.District) }),
		byLetter((*council.Member).SortName),
	},
}

// parentOf is the body that a body is part of. A body within itself is an error
// elsewhere, and no endless loop here.
func parentOf(c *council.Council, body council.Ref[council.Body]) council.Ref[council.Body] {
	declared := c.Bodies.Find(body)
	if declared == nil || c.Within(declared.Parent, body) {
		return ""
	}
	return declared.Parent
}

// standing tells whether a member sits today, in the body, the college or the
// category that the list is narrowed to.
func standing(c *council.Council, m *council.Member, on *shelf) string {
	today := c.AsOf.First()
	group := "other"
	for i := range m.Mandates {
		mandate := &m.Mandates[i]
		switch {
		case !concerns(c, mandate, on):
		case mandate.On(today):
			return "current"
		case !mandate.Start.IsZero() && mandate.Start.First() > today:
			group = "coming"
		case group != "coming":
			group = "former"
		}
	}
	return group
}

func concerns(c *council.Council, mandate *council.Mandate, on *shelf) bool {
	switch on.facet {
	case "body":
		return c.Within(mandate.Body, council.Ref[council.Body](on.value))
	case "college":
		return string(mandate.College) == on.value
	case "category":
		return string(mandate.Category) == on.value
	}
	return true
}

// lateOnes are the recommendations that were due and are not closed.
var lateOnes = facet[council.FollowedUp]{
	name: "late",
	values: func(c *council.Council, f council.FollowedUp, add func(string)) {
		if f.Late(c.AsOf) {
			add("late")
		}
	},
	order:   func(_ *council.Council, found []string) []string { return slices.Clone(found) },
	label:   func(v *View, _ string) string { return v.T("facets.late.value") },
	segment: func(catalogue *words.Catalogue, _ string) string { return catalogue.Say("facets.late.path") },
}
