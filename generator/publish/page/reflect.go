package page

import (
	"fmt"
	"reflect"

	"greffe/generator/council"
)

// isNil tells whether an entity is missing: a typed nil pointer is one.
func isNil(entity council.Entity) bool {
	return entity == nil || reflect.ValueOf(entity).IsNil()
}

func toString(word any) string {
	switch word := word.(type) {
	case nil:
		return ""
	case string:
		return word
	case fmt.Stringer, error:
		return fmt.Sprint(word)
	}
	if text := reflect.ValueOf(word); text.Kind() == reflect.String {
		return text.String()
	}
	return fmt.Sprint(word)
}
