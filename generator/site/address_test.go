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
		addresses := site.NewAddresses(base, catalogue)
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
}
