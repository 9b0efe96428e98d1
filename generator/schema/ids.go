package schema

import (
	"regexp"
	"slices"
	"strconv"

	"greffe/generator/council"
)

// ids is one of the ids that a collection has.
func (d *describer) ids(collection string) object {
	name := "id-of-" + collection
	if d.definitions[name] == nil {
		d.definitions[name] = d.listed(d.entries(collection))
	}
	return object{"$ref": "#/definitions/" + name}
}

// offered is what some collections have, for completion, or anything else of a
// form.
func (d *describer) offered(collections []string, otherwise object) object {
	var some []object
	for _, collection := range collections {
		if len(d.entries(collection)) > 0 {
			some = append(some, d.ids(collection))
		}
	}
	return object{"anyOf": append(some, otherwise)}
}

// An entry is a value that may stand somewhere, and what it means.
type entry struct{ value, meaning string }

// entries are those of a collection. Confidential documents are left out:
// schemas go where their editors' settings go.
func (d *describer) entries(collection string) []entry {
	var entries []entry
	for _, id := range d.council.IDs(collection) {
		entity := d.council.Lookup(collection, id)
		if document, ok := entity.(council.Documented); ok && document.Common().Confidential {
			continue
		}
		entries = append(entries, entry{id, entity.Label()})
	}
	return entries
}

// listed is one of the entries. YAML may call an id a number: 2024 is one, and
// 12e3; both readings are let in.
func (d *describer) listed(entries []entry) object {
	values, meanings := make([]any, 0, len(entries)), make([]string, 0, len(entries))
	for _, e := range entries {
		values, meanings = append(values, e.value), append(meanings, e.meaning)
	}
	for _, e := range entries {
		if read := asYAML(e.value); read != nil {
			values, meanings = append(values, read), append(meanings, e.meaning)
		}
	}
	if len(values) == 0 {
		return object{"not": object{}} // an undeclared list has nothing to name
	}
	return object{"enum": values, "enumDescriptions": meanings}
}

var (
	yamlInteger = regexp.MustCompile(`^[0-9]+$`)
	yamlHex     = regexp.MustCompile(`^0x[0-9a-f]+$`)
	yamlOctal   = regexp.MustCompile(`^0o[0-7]+$`)
	yamlFloat   = regexp.MustCompile(`^[0-9]+e-?[0-9]+$`)
)

// asYAML is what YAML 1.2 takes an id for, if not for a text.
func asYAML(id string) any {
	switch {
	case id == "true", id == "false":
		return id == "true"
	case yamlInteger.MatchString(id):
		if n, err := strconv.ParseInt(id, 10, 54); err == nil {
			return n
		}
	case yamlHex.MatchString(id), yamlOctal.MatchString(id):
		if n, err := strconv.ParseInt(id, 0, 54); err == nil {
			return n
		}
	case yamlFloat.MatchString(id):
		if n, err := strconv.ParseFloat(id, 64); err == nil {
			return n
		}
	}
	return nil
}

// choices are the values that a text may have where the model leaves it a text
// because it names several kinds of things, or nil.
func (d *describer) choices(owner string) object {
	var entries []entry
	switch owner {
	case "size-rule.scope", "term-rule.scope":
		entries = append(d.entries("bodies"), d.entries("categories")...)
	case "referrals-rule.origins":
		entries = append([]entry{{"self", d.words.Say("choices.referral-origin.self")}}, d.entries("organisations")...)
	case "settings.menu":
		for _, section := range council.Sections() {
			entries = append(entries, entry{section, section})
		}
		entries = append(entries, d.entries("pages")...)
	}
	if entries == nil {
		return nil
	}
	return d.listed(entries)
}

// isFolder tells whether the collection has a file for each of its entities.
func isFolder(collection string) bool { return slices.Contains(council.Folders(), collection) }
