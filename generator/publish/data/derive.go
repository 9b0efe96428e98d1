package data

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"greffe/generator/council"
)

// An option bends the derivation of a table's columns where it must.
type option func(*derivation)

// leave makes no columns of the keys: they are told by another table.
func leave(keys ...string) option {
	return func(d *derivation) { d.left = append(d.left, keys...) }
}

// rename publishes a key under another name, where every table already has a
// column of that name.
func rename(key, name string) option {
	return func(d *derivation) { d.renamed[key] = name }
}

// optional lets rows leave a key empty that the model asks for, where the table
// has rows of another kind too.
func optional(key string) option {
	return func(d *derivation) { d.optional = append(d.optional, key) }
}

// A reader takes one cell out of a struct of the model.
type reader struct {
	column *Column
	read   func(v *view, of reflect.Value) Cell
}

type derivation struct {
	left     []string
	optional []string
	renamed  map[string]string
	readers  []reader
}

// derive makes the columns of a struct: what can be decided from its schema is
// decided here, once, so that reading a row is only reading.
func derive(schema *council.Struct, options []option) []reader {
	d := &derivation{renamed: make(map[string]string)}
	for _, option := range options {
		option(d)
	}
	for _, f := range schema.Fields {
		if inherited(schema, f) || slices.Contains(d.left, f.Key) {
			continue
		}
		name := f.Key
		if other, ok := d.renamed[name]; ok {
			name = other
		}
		d.field(name, f, nil, schema, func(of reflect.Value) reflect.Value { return of })
	}
	return d.readers
}

// inherited tells whether a document's field is one that every document has.
func inherited(schema *council.Struct, f *council.Field) bool {
	return schema.Type != entryType && schema.Type.FieldByIndex(f.Index[:1]).Type == entryType
}

var entryType = reflect.TypeFor[council.Entry]()

// structAt is the struct behind a pointer that a row gives.
func structAt(pointer any) reflect.Value { return reflect.ValueOf(pointer).Elem() }

// field makes the columns of one field. Only what the model calls public goes
// further: everything else stays in.
func (d *derivation) field(name string, f *council.Field, within []*council.Field, schema *council.Struct, reach func(reflect.Value) reflect.Value) {
	if !f.Public || f.Private {
		return
	}
	at := step(reach, f.Index)
	add := func(suffix string, form form, holds Type, read func(*view, reflect.Value) Cell) *Column {
		column := &Column{Name: name + suffix, Type: holds, Words: f.Words, meaning: stated(within, f, form)}
		none := unknown
		if holds == List {
			none = list(nil) // in a mapping that was left out
		}
		column.Required = f.Required && len(within) == 0 && !refers(f) && !slices.Contains(d.optional, f.Key)
		d.readers = append(d.readers, reader{column, func(v *view, of reflect.Value) Cell {
			value := at(of)
			if !value.IsValid() {
				return none
			}
			return read(v, value)
		}})
		return column
	}
	switch {
	case f.Kind == council.KindMapping && f.List:
		// a table of its own
	case f.Kind == council.KindMapping:
		for _, inner := range f.Of.Fields {
			d.field(name+"_"+inner.Key, inner, append(within[:len(within):len(within)], f), f.Of, at)
		}
	case f.Kind == council.KindReference && f.List:
		shelf := shelves()[f.Refs]
		add("", severalIDs, List, func(v *view, value reflect.Value) Cell { return list(shelf.idsOf(v, value)) })
	case f.Kind == council.KindReference:
		shelf := shelves()[f.Refs]
		add("_id", asID, Text, func(v *view, value reflect.Value) Cell { return idOf(shelf.find(v.Council, value.String())) }).Refers = f.Refs
		add("_"+shelf.label, asLabel, Text, func(v *view, value reflect.Value) Cell { return labelOf(shelf.find(v.Council, value.String())) })
	case f.Kind == council.KindPerson:
		add("_id", asID, Text, func(v *view, value reflect.Value) Cell { return idOf(person(v, value.String())) }).Refers = "members"
		add("_name", asLabel, Text, func(v *view, value reflect.Value) Cell {
			if name := value.String(); !council.IsID(name) {
				return text(name) // somebody who is not a member, in full
			}
			return labelOf(person(v, value.String()))
		})
	case f.Kind == council.KindAgent:
		add("_id", asID, Text, func(v *view, value reflect.Value) Cell { return idOf(agent(v, value.String())) })
		add("_name", asLabel, Text, func(v *view, value reflect.Value) Cell { return labelOf(agent(v, value.String())) })
		add("_table", asTable, Text, func(v *view, value reflect.Value) Cell { return collectionOf(agent(v, value.String())) }).Words = []string{"members", "organisations"}
	case f.List:
		add("", several, List, func(_ *view, value reflect.Value) Cell { return list(textsOf(value)) })
	case f.Type == reflect.TypeFor[council.Moment]():
		add("_local", asLocal, Local, func(_ *view, value reflect.Value) Cell { return text(momentIn(value).String()) })
		add("", asInstant, Instant, func(v *view, value reflect.Value) Cell { return instant(v, momentIn(value)) }).Required = false
	default:
		holds, read := scalar(f, schema)
		add("", plain, holds, read)
	}
}

// refers tells whether the field names somebody or something that may not be
// public, so that no row can be asked to fill it.
func refers(f *council.Field) bool {
	return f.Kind == council.KindReference || f.Kind == council.KindPerson || f.Kind == council.KindAgent
}

// step goes on to a field of the struct that reach finds; to nothing where a
// pointer on the way is nil.
func step(reach func(reflect.Value) reflect.Value, index []int) func(reflect.Value) reflect.Value {
	return func(of reflect.Value) reflect.Value {
		value := reach(of)
		if !value.IsValid() {
			return value
		}
		value = value.FieldByIndex(index)
		if value.Kind() == reflect.Pointer {
			return value.Elem() // not valid if the pointer is nil
		}
		return value
	}
}

// scalar reads one value that has a column for itself.
func scalar(f *council.Field, schema *council.Struct) (Type, func(*view, reflect.Value) Cell) {
	// A number that the model holds behind a pointer may be 0; another 0 is what
	// was left out.
	zeroIsUnknown := schema.Type.FieldByIndex(f.Index).Type.Kind() != reflect.Pointer && !f.Required
	switch {
	case f.Type == reflect.TypeFor[council.Date]():
		return Date, func(_ *view, value reflect.Value) Cell {
			return text(value.Addr().Interface().(*council.Date).String())
		}
	case f.Type == reflect.TypeFor[council.URL]():
		return URL, func(_ *view, value reflect.Value) Cell { return text(value.String()) }
	case f.Kind == council.KindInteger:
		return Integer, func(_ *view, value reflect.Value) Cell {
			if zeroIsUnknown && value.Int() == 0 {
				return unknown
			}
			return integer(int(value.Int()))
		}
	case f.Kind == council.KindNumber:
		return Number, func(_ *view, value reflect.Value) Cell {
			if zeroIsUnknown && value.Float() == 0 {
				return unknown
			}
			return number(value.Float())
		}
	case f.Kind == council.KindBoolean:
		return Boolean, func(_ *view, value reflect.Value) Cell { return boolean(value.Bool()) }
	case f.Type.Kind() == reflect.String:
		return Text, func(_ *view, value reflect.Value) Cell { return text(value.String()) }
	}
	panic(fmt.Sprintf("data: no column is known for %s, a %s", f.Owner, f.Type))
}

func textsOf(value reflect.Value) []string {
	texts := make([]string, value.Len())
	for i := range texts {
		texts[i] = value.Index(i).String()
	}
	return texts
}

func momentIn(value reflect.Value) council.Moment {
	return *value.Addr().Interface().(*council.Moment)
}

// instant is a moment in UTC; unknown when its time is.
func instant(v *view, m council.Moment) Cell {
	if !m.Timed {
		return unknown
	}
	return text(m.In(v.zone).UTC().Format(time.RFC3339))
}

// count is a number that is known only together with what it counts.
func count(n int, known bool) Cell {
	if !known {
		return unknown
	}
	return integer(n)
}
