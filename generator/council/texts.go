package council

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// EachText calls visit for every public text, without a form of its own, that a
// document's front matter holds. The path of the value is made when it is asked
// for.
func EachText(document Documented, visit func(text string, path func() string)) {
	w := textWalk{visit: visit}
	w.fields(SchemaOf(document), reflect.ValueOf(document).Elem())
}

// A textWalk remembers the way from a document to one of its texts.
type textWalk struct {
	way   []step
	visit func(string, func() string)
}

type step struct {
	key  string
	item int // -1: not in a list
}

func (w *textWalk) fields(schema *Struct, value reflect.Value) {
	for _, field := range textFields(schema) {
		of := value
		for _, i := range field.Index {
			of = of.Field(i)
		}
		w.way = append(w.way, step{field.Key, -1})
		w.value(field, of)
		w.way = w.way[:len(w.way)-1]
	}
}

func (w *textWalk) value(field *Field, value reflect.Value) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			w.value(field, value.Elem())
		}
	case reflect.Slice:
		last := len(w.way) - 1
		for i := range value.Len() {
			w.way[last].item = i
			w.value(field, value.Index(i))
		}
	case reflect.Struct:
		w.fields(field.Of, value)
	case reflect.String:
		if text := value.String(); text != "" {
			w.visit(text, w.path)
		}
	}
}

func (w *textWalk) path() string {
	var keys []string
	for _, s := range w.way {
		keys = append(keys, s.key)
		if s.item >= 0 {
			keys = append(keys, strconv.Itoa(s.item))
		}
	}
	return strings.Join(keys, ".")
}

var textFieldsOf sync.Map // *Struct → []*Field

// textFields are the fields of a mapping that are texts, or hold some.
func textFields(s *Struct) []*Field {
	if known, ok := textFieldsOf.Load(s); ok {
		return known.([]*Field)
	}
	var fields []*Field
	for _, f := range s.Fields {
		if f.Public && (f.Kind == KindText || (f.Kind == KindMapping && len(textFields(f.Of)) > 0)) {
			fields = append(fields, f)
		}
	}
	textFieldsOf.Store(s, fields)
	return fields
}
