package site_test

import (
	"os"
	"testing"

	"greffe/generator/council"
	"greffe/generator/site"
	"greffe/generator/words"
)

func TestKeyReadsAnAddressBackwards(t *testing.T) {
	catalogue, err := words.Load("fr", nil, os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	for _, base := range []council.URL{"", "https://conseil.example", "https://ville.example/conseil/du/numérique"} {
		everywhere := site.NewAddresses(base, catalogue)
		for _, addresses := range []*site.Addresses{everywhere, everywhere.In("pt-BR", catalogue)} {
			keysComeBack(t, base, addresses)
		}
	}
}

func keysComeBack(t *testing.T, base council.URL, addresses *site.Addresses) {
	t.Helper()
	for _, collection := range append(council.Folders(), "themes", "bodies", "organisations", "axes", "series") {
		path := addresses.Path(addresses.Document(collection, "2024-03"))
		for _, other := range append(council.Folders(), "themes", "bodies", "organisations", "axes", "series") {
			id, ok := addresses.Key(other, path)
			if ok != (other == collection) || (ok && id != "2024-03") {
				t.Errorf("at %q, the page of %s/2024-03 is read as %s/%q (%v)", base, collection, other, id, ok)
			}
		}
	}
}

func TestAnEditionLiesInItsFolder(t *testing.T) {
	english, err := words.Load("en", nil, os.DirFS("../../layouts"))
	if err != nil {
		t.Fatal(err)
	}
	addresses := site.NewAddresses("https://ville.example/conseil", english).In("pt-BR", english)
	for got, want := range map[string]string{
		addresses.Home(): "/conseil/pt-br/", addresses.Document("opinions", "2024-03"): "/conseil/pt-br/opinions/2024-03/",
		addresses.Document("pages", "about"): "/conseil/pt-br/about/", addresses.Asset("logo.svg"): "/conseil/logo.svg",
		addresses.Absolute(addresses.Home()): "https://ville.example/conseil/pt-br/", addresses.Path(addresses.Home()): "pt-br/index.html",
	} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
