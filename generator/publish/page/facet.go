package page

import (
	"slices"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A facet is one way to narrow a list down: by year, by kind, by theme. Each of
// its values that has an item is a list of its own, at an address of its own,
// so that filters are plain links.
type facet[T any] struct {
	name    string // of its words, under "facets"
	values  func(c *council.Council, item T, add func(value string))
	order   func(c *council.Council, values []string) []string
	label   func(v *View, value string) string
	segment func(catalogue *words.Catalogue, value string) string // of the address
}

// segmented is the usual part of an address: "theme-inclusion".
func segmented(name string) func(*words.Catalogue, string) string {
	return func(catalogue *words.Catalogue, value string) string {
		return catalogue.Say("facets."+name+".path") + "-" + value
	}
}

func byYear[T any](year func(T) int16) facet[T] {
	return facet[T]{
		name: "year",
		values: func(_ *council.Council, item T, add func(string)) {
			if y := year(item); y != 0 {
				add(digits(y))
			}
		},
		order:   func(_ *council.Council, years []string) []string { return descending(years) },
		label:   func(_ *View, value string) string { return value },
		segment: segmented("year"),
	}
}

// yearDigits are the years of living memory as text: a list of ten thousand
// documents asks for them often.
var yearDigits = func() (texts [300]string) {
	for i := range texts {
		texts[i] = strconv.Itoa(firstYear + i)
	}
	return texts
}()

const firstYear = 1900

func digits(year int16) string {
	if i := int(year) - firstYear; i >= 0 && i < len(yearDigits) {
		return yearDigits[i]
	}
	return strconv.Itoa(int(year))
}

func descending(values []string) []string {
	slices.Sort(values)
	slices.Reverse(values)
	return values
}

// byWord narrows by a word of a closed list of the model. The words of the
// addresses stand in the catalogue beside those that people read: what a page
// says may be put better one day, its address may not change.
func byWord[T any, W interface {
	~string
	council.Worded
}](name, list string, word func(T) W) facet[T] {
	var zero W
	return facet[T]{
		name: name,
		values: func(_ *council.Council, item T, add func(string)) {
			if value := string(word(item)); value != "" {
				add(value)
			}
		},
		order: func(_ *council.Council, found []string) []string { return among(zero.Words(), found) },
		label: func(v *View, value string) string { return v.Choice(list, value) },
		segment: func(catalogue *words.Catalogue, value string) string {
			return catalogue.Say("facets."+name+".path") + "-" + catalogue.Say("facets.paths."+list+"."+value)
		},
	}
}

// byEntry narrows by an entry of one of the council's lists: a theme, a body, an
// organisation.
func byEntry[T, E any](name string, of func(*council.Council) *council.Collection[E], refs func(c *council.Council, item T, add func(council.Ref[E]))) facet[T] {
	return facet[T]{
		name: name,
		values: func(c *council.Council, item T, add func(string)) {
			refs(c, item, func(ref council.Ref[E]) {
				if of(c).Find(ref) != nil {
					add(string(ref))
				}
			})
		},
		order: func(c *council.Council, found []string) []string {
			var all []string
			for entry := range of(c).All() {
				all = append(all, any(entry).(council.Entity).Key())
			}
			return among(all, found)
		},
		label: func(v *View, value string) string {
			return v.Name(any(of(v.Council).Find(council.Ref[E](value))).(council.Entity))
		},
		segment: segmented(name),
	}
}

// among keeps those of all that were found, in the order of all.
func among(all, found []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(value string) bool { return !slices.Contains(found, value) })
}

// byLetter narrows by the first letter of a name, without its accents.
func byLetter[T any](name func(T) string) facet[T] {
	return facet[T]{
		name: "letter",
		values: func(_ *council.Council, item T, add func(string)) {
			if letter := initial(name(item)); letter != "" {
				add(letter)
			}
		},
		order:   func(_ *council.Council, letters []string) []string { slices.Sort(letters); return letters },
		label:   func(v *View, value string) string { return string(value[0] - 'a' + 'A') },
		segment: segmented("letter"),
	}
}

// initial is the first letter of a name from a to z, "" if it has none.
func initial(name string) string {
	for _, r := range council.Fold(name) {
		if r >= 'a' && r <= 'z' {
			return string(r)
		}
	}
	return ""
}
