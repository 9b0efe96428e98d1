package data

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed published.txt
var record string

// published are the columns of each table in the order in which they were first
// published.
var published = sync.OnceValue(func() map[string][]string {
	tables := make(map[string][]string)
	for line := range strings.Lines(record) {
		if name, columns, ok := strings.Cut(strings.TrimSpace(line), ": "); ok && !strings.HasPrefix(line, "#") {
			tables[name] = strings.Split(columns, ",")
		}
	}
	return tables
})

// inPublishedOrder puts the columns where they have always been, and those that
// are new after them.
func inPublishedOrder(table string, columns []*Column) []*Column {
	order := published()[table]
	place := func(c *Column) int {
		if i := slices.Index(order, c.Name); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(columns, func(a, b *Column) int { return place(a) - place(b) })
	return columns
}
