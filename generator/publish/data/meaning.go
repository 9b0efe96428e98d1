package data

import (
	"strings"

	"greffe/generator/council"
	"greffe/generator/words"
)

// A meaning says in which sentences of the catalogue a column is described. A
// column of the model has the words of its field ("fields.opinion.session"),
// told in the form that the column gives it; any other has its own
// ("columns.votes_cast").
type meaning struct {
	field  *council.Field
	within []*council.Field // the mappings that the field is inside of
	form   form
	name   string // of a derived column
}

// A form is what a column makes of a field, by the name of its sentence.
type form string

const (
	plain      form = ""
	asID       form = "id"
	asLabel    form = "label"
	asTable    form = "table"
	asLocal    form = "local"
	asInstant  form = "instant"
	several    form = "list"
	severalIDs form = "ids"
)

func derived(name string) meaning { return meaning{name: name} }

func stated(within []*council.Field, f *council.Field, form form) meaning {
	return meaning{field: f, within: within, form: form}
}

// Title is what people call the table.
func (t *Table) Title(w *words.Catalogue) string { return w.Say("tables." + t.Name + ".title") }

// Description is what one row of the table is.
func (t *Table) Description(w *words.Catalogue) string {
	return w.Say("tables." + t.Name + ".description")
}

// Title is what people call the column.
func (c *Column) Title(w *words.Catalogue) string {
	m := c.meaning
	if m.field == nil {
		return w.Say("columns." + m.name + ".title")
	}
	title := w.Say("fields." + m.field.Owner + ".title")
	if m.form != plain {
		title = w.Say(m.formKey()+".title", "field", title)
	}
	for i := len(m.within) - 1; i >= 0; i-- {
		outer := w.Say("fields." + m.within[i].Owner + ".title")
		title = w.Say("columns.forms.inside.title", "outer", outer, "field", title)
	}
	return title
}

// Description is what the column's cells say.
func (c *Column) Description(w *words.Catalogue) string {
	m := c.meaning
	if m.field == nil {
		return w.Say("columns." + m.name + ".description")
	}
	description := sentence(w.Say("fields." + m.field.Owner + ".description"))
	if m.form != plain {
		description += " " + w.Say(m.formKey()+".description")
	}
	return description
}

func (m meaning) formKey() string { return "columns.forms." + string(m.form) }

// sentence ends a text that has no end.
func sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?]") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}

// Keys are the sentences that a table needs, its columns' too: for the test
// that every language has them.
func (t *Table) Keys() []string {
	need := func(keys []string, of string) []string { return append(keys, of+".title", of+".description") }
	keys := need(nil, "tables."+t.Name)
	for _, c := range t.Columns {
		m := c.meaning
		if m.field == nil {
			keys = need(keys, "columns."+m.name)
			continue
		}
		keys = need(keys, "fields."+m.field.Owner)
		if m.form != plain {
			keys = need(keys, m.formKey())
		}
		for _, outer := range m.within {
			keys = append(keys, "fields."+outer.Owner+".title", "columns.forms.inside.title")
		}
	}
	return keys
}
