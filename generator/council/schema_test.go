package council_test

import (
	"os"
	"reflect"
	"testing"

	"greffe/generator/council"
	"greffe/generator/words"
)

// written are all the mappings that editors write.
func written() []*council.Struct {
	roots := []any{
		new(council.Settings), new(council.Organisation), new(council.Term), new(council.Withdrawal), new(council.Translation),
		new(council.Member), new(council.Session), new(council.Workshop), new(council.Opinion), new(council.News), new(council.Document), new(council.Page),
	}
	var all []*council.Struct
	seen := make(map[*council.Struct]bool)
	var visit func(*council.Struct)
	visit = func(s *council.Struct) {
		if seen[s] {
			return
		}
		seen[s] = true
		all = append(all, s)
		for _, field := range s.Fields {
			if field.Of != nil {
				visit(field.Of)
			}
		}
	}
	for _, root := range roots {
		visit(council.SchemaOf(root))
	}
	return all
}

func TestEveryFieldHasOneClass(t *testing.T) {
	for _, s := range written() {
		for _, field := range s.Fields {
			if field.Public == field.Private {
				t.Errorf("%s.%s must be public or private", s.Name, field.Key)
			}
		}
	}
}

func TestPrivateFieldsHaveATypeThatHides(t *testing.T) {
	for _, s := range written() {
		for _, field := range s.Fields {
			if _, hides := reflect.New(s.Type).Elem().FieldByIndex(field.Index).Addr().Interface().(council.Concealer); hides != field.Private {
				t.Errorf("%s.%s: declared private is %v, hidden by its type is %v", s.Name, field.Key, field.Private, hides)
			}
		}
	}
}

func TestEveryFieldAndWordIsNamedInFrenchAndEnglish(t *testing.T) {
	for _, language := range []string{"fr", "en"} {
		catalogue, err := words.Load(language, nil, os.DirFS("../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range written() {
			for _, field := range s.Fields {
				for _, part := range []string{".title", ".description"} {
					if !catalogue.Has("fields." + field.Owner + part) {
						t.Errorf("%s has no fields.%s%s", language, field.Owner, part)
					}
				}
				for _, word := range field.Words {
					if key := "choices." + field.Choices() + "." + word; !catalogue.Has(key) {
						t.Errorf("%s has no %s", language, key)
					}
				}
			}
		}
	}
}
