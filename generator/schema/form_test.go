package schema

import (
	"reflect"
	"regexp"
	"testing"

	"greffe/generator/council"
)

// A form accepts whatever the model accepts, and each value of the model has one.
func TestFormsAcceptWhatTheModelAccepts(t *testing.T) {
	texts := []string{
		"2024", "2024-05", "2024-05-16", "2024-5-16", "2024-13", "2024-02-30", "24", "16/05/2024", "0000", "2024-00",
		"2024-05-16T18:30", "2024-05-16 18:30:00", "2024-05-16 18h", "2024-05-16 18h30", "2024-05-16 18 h 30", "2024-05 18h", "2024-05-16 25h",
		"2024-05-16 9h05", "2024-05-16  9h05", "2024-05-16 18h60", "2024-05-16 18\u202fh\u202f30", "2024-05-16T",
		"https://a.example/b?c#d", "http://a", "ftp://a", "https://a b", "https://", "a.example", "HTTPS://a.example",
		"a@b.fr", "a@b", "a b@c.fr", "é@b.fr", "prenom.nom+x@a-b.example.fr",
		"a.pdf", "dossier/a.pdf", "../a.pdf", "/a.pdf", ".a", "a:b", `a\b`,
		"fr", "pt-BR", "fr_FR", "français", "zh-Hant-TW",
		"#1b4f72", "1b4f72", "#fff", "#1B4F72",
		"0", "3", "unlimited", "-1", "trois",
		"Europe/Paris", "UTC", "Local", "Paris", "America/Argentina/Buenos_Aires", "Etc/GMT+3",
		"ada", "ada-lovelace", "Ada", "ada--x", "-ada", "ada_x", "2024-03",
	}
	for of, form := range forms {
		pattern := regexp.MustCompile(form.pattern)
		for _, text := range texts {
			accepted := reflect.New(of).Interface().(council.Setter).Set(text) == nil
			matches := pattern.MatchString(text)
			if accepted && !matches {
				t.Errorf("%s: the model accepts %q, the schema does not", of.Name(), text)
			}
		}
	}
	seen := make(map[reflect.Type]bool)
	var visit func(*council.Struct)
	visit = func(s *council.Struct) {
		if seen[s.Type] {
			return
		}
		seen[s.Type] = true
		for _, field := range s.Fields {
			if field.Kind == council.KindScalar && forms[field.Type].pattern == "" {
				t.Errorf("%s has no form: %s", field.Owner, field.Type)
			}
			if field.Of != nil {
				visit(field.Of)
			}
		}
	}
	for _, kind := range kinds() {
		visit(kind.of)
	}
}

// A form refuses the mistakes that people make.
func TestFormsRefuse(t *testing.T) {
	for _, mistake := range []struct {
		of    reflect.Type
		texts []string
	}{
		{reflect.TypeFor[council.Date](), []string{"16/05/2024", "2024-5-16", "2024-13", "24", "mai 2024"}},
		{reflect.TypeFor[council.Moment](), []string{"2024-05 18h", "2024-05-16 25h", "2024-05-16 18h60", "demain"}},
		{reflect.TypeFor[council.URL](), []string{"a.example", "ftp://a", "https://a b"}},
		{reflect.TypeFor[council.Email](), []string{"a@b", "a b@c.fr"}},
		{reflect.TypeFor[council.ID](), []string{"Ada", "ada--x", "-ada", "ada_x"}},
		{reflect.TypeFor[council.Colour](), []string{"1b4f72", "#fff"}},
		{reflect.TypeFor[council.Renewals](), []string{"-1", "trois"}},
		{reflect.TypeFor[council.FileName](), []string{"/a.pdf", `a\b`, "c:a"}},
		{reflect.TypeFor[council.Language](), []string{"fr_FR", ""}},
	} {
		pattern := regexp.MustCompile(forms[mistake.of].pattern)
		for _, text := range mistake.texts {
			if pattern.MatchString(text) {
				t.Errorf("%s: the schema accepts %q", mistake.of.Name(), text)
			}
		}
	}
}
