package page

import (
	"iter"
	"slices"
	"strings"

	"greffe/generator/council"
	"greffe/generator/site"
)

// A listing is a section that lists a collection: by pages of fifty, in groups,
// narrowed by one facet at a time.
//
// # How to list a new collection
//
// Declare a listing in lists.go, write its card in layouts/_cards.html, and its
// words under "list".
type listing[T any] struct {
	section string
	source[T]
	compare func(a, b T) int // nil: the collection's own order
	group   grouping[T]
	facets  []facet[T]
}

// A source is where a listing finds its items.
type source[T any] struct {
	all  func(*council.Council) iter.Seq[T]
	find func(c *council.Council, key string) (T, bool)
	key  func(T) string
}

// collection is the source of a listing of entities.
func collection[E any](of func(*council.Council) *council.Collection[E]) source[*E] {
	return source[*E]{
		all: func(c *council.Council) iter.Seq[*E] { return of(c).All() },
		find: func(c *council.Council, key string) (*E, bool) {
			item := of(c).Find(council.Ref[E](key))
			return item, item != nil
		},
		key: func(item *E) string { return any(item).(council.Entity).Key() },
	}
}

// A grouping sets items of a list under headings. Which group an item is in may
// depend on the shelf: who left a college may still sit in another.
type grouping[T any] struct {
	of    func(c *council.Council, item T, on *shelf) string // "": no heading
	title func(v *View, group string) string
	order []string // nil: the groups come as the items do
}

// A shelf is a list, whole or narrowed by one value of a facet. It holds keys,
// never items: a page looks up those that it shows.
type shelf struct {
	facet, value string // "" for the whole list
	address      string
	keys         []string
	latest       int // the rank of the item that was put here last
}

// shelves are all lists of a listing: what each of its pages tells of the others.
type shelves struct {
	whole  *shelf
	facets [][]*shelf // those of each facet, in order
}

// part are the pages of the listing, in the folder of its section.
func (l *listing[T]) part(p *Publisher) site.Part {
	folder := strings.TrimSuffix(p.Addresses.Path(p.Addresses.Section(l.section)), "index.html")
	return site.Within(folder, func() []site.File { return l.files(p) })
}

// files are the pages of the listing. The items are looked through once.
func (l *listing[T]) files(p *Publisher) []site.File {
	s := l.shelves(p)
	var files []site.File
	for _, on := range append([]*shelf{s.whole}, slices.Concat(s.facets...)...) {
		total := pagesOf(len(on.keys), perPage)
		for number := 1; number <= total; number++ {
			files = append(files, p.page("list", pageAddress(p.Words, on.address, number), "", func(v *View) bool {
				l.fill(v, s, on, number, total)
				return true
			}))
		}
	}
	return files
}

// shelves are the lists of the section, worked out once for the council of the
// brief: whoever changes it asks for the files anew.
func (l *listing[T]) shelves(p *Publisher) *shelves {
	if known, ok := p.shelved.Load(l.section); ok {
		return known.(*shelves)
	}
	s := l.shelve(p)
	p.shelved.Store(l.section, s)
	return s
}

func (l *listing[T]) shelve(p *Publisher) *shelves {
	c := p.Council
	address := p.Addresses.Section(l.section)
	s := &shelves{whole: &shelf{address: address}, facets: make([][]*shelf, len(l.facets))}
	byValue := make([]map[string]*shelf, len(l.facets))
	for i := range byValue {
		byValue[i] = make(map[string]*shelf)
	}
	items := l.all(c)
	if l.compare != nil {
		items = slices.Values(slices.SortedStableFunc(items, l.compare))
	}
	var key string
	var i, nth int
	put := func(value string) {
		on := byValue[i][value]
		if on == nil {
			on = &shelf{facet: l.facets[i].name, value: value}
			byValue[i][value] = on
		}
		if on.latest != nth { // an item may give a value twice
			on.latest = nth
			on.keys = append(on.keys, key)
		}
	}
	for item := range items {
		key = l.key(item)
		nth++
		s.whole.keys = append(s.whole.keys, key)
		for i = range l.facets {
			l.facets[i].values(c, item, put)
		}
	}
	l.regroup(c, s.whole)
	for i, f := range l.facets {
		var values []string
		for value := range byValue[i] {
			values = append(values, value)
		}
		for _, value := range f.order(c, values) {
			on := byValue[i][value]
			on.address = address + f.segment(p.Words, value) + "/"
			l.regroup(c, on)
			s.facets[i] = append(s.facets[i], on)
		}
	}
	return s
}

// regroup brings the items of a group together, where groups have an order of
// their own.
func (l *listing[T]) regroup(c *council.Council, on *shelf) {
	if l.group.order == nil {
		return
	}
	groups := make([][]string, len(l.group.order)+1) // the last for a group that is not in the order
	for _, key := range on.keys {
		item, _ := l.find(c, key)
		rank := slices.Index(l.group.order, l.group.of(c, item, on))
		if rank < 0 {
			rank = len(l.group.order)
		}
		groups[rank] = append(groups[rank], key)
	}
	on.keys = slices.Concat(groups...)
}
