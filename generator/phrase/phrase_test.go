package phrase_test

import (
	"os"
	"testing"

	"greffe/generator/council"
	"greffe/generator/phrase"
	"greffe/generator/words"
)

func TestValuesAreSaidAsPagesSayThem(t *testing.T) {
	date := func(text string) (d council.Date) {
		if err := d.Set(text); err != nil {
			t.Fatal(err)
		}
		return d
	}
	moment, _ := council.ParseMoment("2026-03-01 18h30")
	c := council.Assemble(council.Source{
		Documents: []council.Documented{&council.Member{Entry: council.Entry{ID: "ada"}, Name: "Ada Lovelace"}},
	}, council.Moment{})
	three := 3
	for _, test := range []struct {
		language string
		value    any
		want     string
	}{
		{"fr", date("2026-03-12"), "12 mars 2026"},
		{"fr", date("2026-03-01"), "1er mars 2026"},
		{"en", date("2026-03-12"), "12 March 2026"},
		{"fr", date("2026-03"), "mars 2026"},
		{"fr", date("2026"), "2026"},
		{"fr", council.Date{}, ""},
		{"fr", moment, "dimanche 1er mars 2026 à 18 h 30"},
		{"fr", council.Held, "tenue"},
		{"en", council.Held, "held"},
		{"fr", true, "oui"},
		{"fr", council.Ref[council.Member]("ada"), "Ada Lovelace"},
		{"fr", council.Someone("ada"), "Ada Lovelace"},
		{"fr", council.Someone("Grace Hopper"), "Grace Hopper"},
		{"fr", council.Actor("nobody"), "nobody"},
		{"fr", []council.Ref[council.Member]{"ada", "bob"}, "Ada Lovelace, bob"},
		{"fr", &three, "3"},
		{"fr", (*int)(nil), ""},
		{"fr", council.Renewals{}, ""},
		{"fr", council.Renewals{Stated: true, Unlimited: true}, "Il est renouvelable sans limite."},
	} {
		catalogue, err := words.Load(test.language, nil, os.DirFS("../../layouts"))
		if err != nil {
			t.Fatal(err)
		}
		if got := (phrase.Speaker{Catalogue: catalogue}).Value(c, test.value); got != test.want {
			t.Errorf("%s, %#v: %q, want %q", test.language, test.value, got, test.want)
		}
	}
}

func TestAPrivateValueIsNeverSaid(t *testing.T) {
	catalogue, err := words.Load("fr", nil, os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	email := council.Conceal(council.Email("ada@example.org"))
	for _, value := range []any{email, &email} {
		if said := (phrase.Speaker{Catalogue: catalogue}).Value(nil, value); said != "" && said != "•••" {
			t.Errorf("%q was said", said)
		}
	}
}
