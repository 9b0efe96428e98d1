package read

import (
	"fmt"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// uniqueLists finds ids that stand twice in one list of council.yaml.
func uniqueLists(s *council.Settings, found *diagnostic.List) {
	unique(s, found, "axes", s.Axes, func(a council.Axis) council.ID { return a.ID })
	unique(s, found, "themes", s.Themes, func(t council.Theme) council.ID { return t.ID })
	unique(s, found, "bodies", s.Bodies, func(b council.Body) council.ID { return b.ID })
	unique(s, found, "roles", s.Roles, func(r council.Role) council.ID { return r.ID })
	unique(s, found, "colleges", s.Colleges, func(c council.College) council.ID { return c.ID })
	unique(s, found, "categories", s.Categories, func(c council.Category) council.ID { return c.ID })
	unique(s, found, "districts", s.Districts, func(d council.District) council.ID { return d.ID })
	unique(s, found, "profiles", s.Profiles, func(p council.Profile) council.ID { return p.ID })
	unique(s, found, "series", s.Series, func(s council.Series) council.ID { return s.ID })
}

func unique[T any](s *council.Settings, found *diagnostic.List, key string, list []T, id func(T) council.ID) {
	seen := make(map[council.ID]bool, len(list))
	for i, item := range list {
		if id(item) != "" && seen[id(item)] {
			line, column := s.At(fmt.Sprintf("%s.%d.id", key, i))
			found.Add(duplicateID(settingsFile, line, column, id(item)))
		}
		seen[id(item)] = true
	}
}

func uniqueOrganisations(content *Content) {
	seen := map[council.ID]bool{council.ID(council.Self): true}
	for i := range content.Organisations {
		o := &content.Organisations[i]
		if o.ID != "" && seen[o.ID] {
			line, column := o.At("id")
			content.Found.Add(duplicateID(organisationsFile, line, column, o.ID))
		}
		seen[o.ID] = true
	}
}

func duplicateID(file string, line, column int, id council.ID) diagnostic.Diagnostic {
	return diagnostic.Diagnostic{
		Position: diagnostic.Position{File: file, Line: line, Column: column},
		Severity: diagnostic.Error, Rule: "duplicate-id", Args: diagnostic.Args{"id": string(id)},
	}
}
