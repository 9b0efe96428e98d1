package council

import (
	"reflect"
	"strconv"
	"strings"
)

// EachText calls visit for every text for people that a document's front matter
// holds, whatever its key. The path of the value is made when it is asked for.
func EachText(document Documented, visit func(text string, path func() string)) {
	w := textWalk{visit: visit}
	w.fields(SchemaOf(document), reflect.ValueOf(document).Elem())
}

type textWalk struct {
	path  []string
	visit func(string, func() string)
}

func (w *textWalk) fields(schema *Struct, value reflect.Value) {
	for _, field := range schema.Fields {
		if field.Private || (field.Kind != KindText && field.Kind != KindMapping) {
			continue
		}
		w.path = append(w.path, field.Key)
		w.value(field, value.FieldByIndex(field.Index))
		w.path = w.path[:len(w.path)-1]
	}
}

func (w *textWalk) value(field *Field, value reflect.Value) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			w.value(field, value.Elem())
		}
	case reflect.Slice:
		for i := range value.Len() {
			w.path = append(w.path, strconv.Itoa(i))
			w.value(field, value.Index(i))
			w.path = w.path[:len(w.path)-1]
		}
	case reflect.Struct:
		w.fields(field.Of, value)
	case reflect.String:
		if text := value.String(); text != "" {
			w.visit(text, func() string { return strings.Join(w.path, ".") })
		}
	}
}
