package data

import (
	"cmp"
	"iter"
	"maps"
	"slices"
	"strings"

	"greffe/generator/former"
)

// A revision is a row that came, changed or went since a former publication.
type revision struct {
	table, id, change string
	url, modified     Cell
}

// changes are those since a former publication; without one to compare with
// there are none, and the table is a header. A row has changed when a column
// says something else that was there before: one that is new changes no row,
// nor does another address of the site or a date of its own.
//
// They are found a table at a time: memory holds the digests of the largest.
func changes(tables []*Table) *Table {
	t := newTable("changes", func(v *view) iter.Seq[revision] {
		return func(yield func(revision) bool) {
			if v.brief.Previous == nil {
				return
			}
			for _, table := range tables {
				if !table.compare(v, yield) {
					return
				}
			}
		}
	})
	t.id(func(r revision) string { return r.table + "/" + r.id })
	t.column("table", Text, func(_ *view, r revision) Cell { return text(r.table) }).Required = true
	t.column("row_id", Text, func(_ *view, r revision) Cell { return text(r.id) }).Required = true
	how := t.column("change", Text, func(_ *view, r revision) Cell { return text(r.change) })
	how.Words, how.Required = []string{"added", "changed", "removed"}, true
	t.column("url", URL, func(_ *view, r revision) Cell { return r.url })
	t.column("modified", Date, func(_ *view, r revision) Cell { return r.modified })
	return t.done()
}

// compare yields what became of the table's rows: those that came or changed in
// the table's order, then those that went.
func (t *Table) compare(v *view, yield func(revision) bool) bool {
	names := make([]string, 0, len(t.Columns))
	for _, column := range t.Columns {
		if column.Name != "url" && column.Name != "modified" {
			names = append(names, column.Name)
		}
	}
	// It was read whole when it was given: what cannot be read any more is as
	// if it had not been there.
	common, rows, _ := v.brief.Previous.Table(t.Name, names)
	id, url, modified := t.column("id").slot, t.column("url").slot, t.column("modified").slot
	said := make([]string, len(common))
	more := true
	t.each(v, func(cells []Cell) bool {
		r := revision{t.Name, cells[id].text, "added", cells[url], cells[modified]}
		if row, there := rows[r.id]; there {
			delete(rows, r.id)
			for i, name := range common {
				said[i] = cells[t.column(name).slot].plain()
			}
			if former.DigestOf(said) == row.Digest {
				return true
			}
			r.change = "changed"
		}
		more = yield(r)
		return more
	})
	if !more {
		return false
	}
	erased := erasedIn(v)
	for _, id := range slices.SortedFunc(maps.Keys(rows), cmp.Compare) {
		if !erased(id, rows[id].URL) && !yield(revision{t.Name, id, "removed", text(rows[id].URL), text(rows[id].Modified)}) {
			return false
		}
	}
	return true
}

// erasedIn tells of a row that went whether it stood on an erased document,
// which leaves nothing, not even a row that says so.
func erasedIn(v *view) func(id, url string) bool {
	ids, pages := make(map[string]bool), []string{}
	for i := range v.Withdrawals {
		if w := &v.Withdrawals[i]; w.Erase {
			ids[string(w.ID)] = true
			if page := v.addresses.Document(string(w.Of), string(w.ID)); page != "" {
				pages = append(pages, v.addresses.Absolute(page))
			}
		}
	}
	return func(id, url string) bool {
		return slices.ContainsFunc(strings.Split(id, "/"), func(part string) bool { return ids[part] }) ||
			slices.ContainsFunc(pages, func(page string) bool { return strings.HasPrefix(url, page) })
	}
}

// plain is the cell's text as a reader of CSV gets it.
func (c *Cell) plain() string {
	switch c.holds {
	case aText:
		return c.text
	case aNumber:
		return string(c.appendNumber(nil))
	case aBoolean:
		return string(c.appendBoolean(nil))
	case aList:
		return strings.Join(c.list, ";")
	}
	return ""
}
