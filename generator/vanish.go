package generator

import (
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/former"
	"greffe/generator/site"
)

// vanished finds what was published and no longer answers: neither itself, nor
// by a former id, nor by saying that it was withdrawn. What was erased is meant
// to leave nothing. The passing of time makes nothing vanish: what expires is
// said to have expired.
func (g *Generator) vanished(s *site.Site, a *site.Addresses) diagnostic.List {
	if g.AllowVanishing || len(g.Only) > 0 {
		return nil
	}
	var found diagnostic.List
	seen := make(map[former.Entry]bool)
	for _, publication := range []*former.Publication{g.Previous, g.Replaced} {
		for _, entry := range publication.Entries() {
			if seen[entry] {
				continue
			}
			seen[entry] = true
			if entry.Table == "recommendations" {
				if d, gone := recommendationGone(s.Council(), entry); gone {
					found.Add(d)
				}
			} else if d, gone := entityGone(s, a, entry); gone {
				found.Add(d)
			}
		}
	}
	return found
}

func entityGone(s *site.Site, a *site.Addresses, entry former.Entry) (diagnostic.Diagnostic, bool) {
	c := s.Council()
	known := c.Lookup(entry.Table, entry.ID) != nil
	address := a.Asset(strings.TrimPrefix(entry.Page, "/"))
	if entry.Now != "" { // where its page lay is not in the table
		if c.IsWithdrawn(entry.Table, entry.Now) {
			return diagnostic.Diagnostic{}, false // it is told under its last id
		}
		address = a.Document(entry.Table, entry.ID)
	}
	switch {
	case known && (entry.Page == "" || address == a.Document(entry.Table, entry.ID)):
		return diagnostic.Diagnostic{}, false
	case !known && (c.IsWithdrawn(entry.Table, entry.ID) || c.FormerID(entry.Table, entry.ID) != ""):
		return diagnostic.Diagnostic{}, false
	case known:
		if _, there := s.Find(a.Path(address)); there {
			return diagnostic.Diagnostic{}, false
		}
	}
	d := diagnostic.Diagnostic{
		Position: diagnostic.Position{File: whereToSay(entry.Table)},
		Severity: diagnostic.Error, Rule: "vanished-address", Hint: "vanished-entry",
		Args: diagnostic.Args{"address": address, "collection": entry.Table, "table": entry.Table, "id": entry.ID},
	}
	if entry.Page == "" && entry.Now == "" {
		d.Rule = "vanished-id"
	}
	if isFolder(entry.Table) {
		d.Hint = "vanished-document"
	}
	if entry.Table == "sessions" && entry.Start != "" {
		d.Hint, d.Args["start"] = "vanished-session", entry.Start
	}
	return d, true
}

// recommendationGone looks for a recommendation under the id that its opinion
// bears now.
func recommendationGone(c *council.Council, entry former.Entry) (diagnostic.Diagnostic, bool) {
	id, part, _ := strings.Cut(entry.ID, "/")
	opinion, _ := c.Lookup("opinions", id).(council.Documented)
	if opinion == nil {
		opinion, _ = c.Lookup("opinions", c.FormerID("opinions", id)).(council.Documented)
	}
	if opinion == nil || council.HasPart(opinion, part) {
		return diagnostic.Diagnostic{}, false // an opinion that vanished is told once
	}
	return diagnostic.Diagnostic{
		Position: diagnostic.Position{File: opinion.Common().File},
		Severity: diagnostic.Error, Rule: "vanished-id", Hint: "vanished-entry",
		Args: diagnostic.Args{"table": entry.Table, "id": entry.ID},
	}, true
}

// whereToSay is the file in which it can be said what became of an entity.
func whereToSay(collection string) string {
	switch {
	case isFolder(collection):
		return "withdrawals.yaml"
	case collection == "organisations":
		return "organisations.yaml"
	}
	return "council.yaml"
}

func isFolder(collection string) bool { return slices.Contains(council.Folders(), collection) }
