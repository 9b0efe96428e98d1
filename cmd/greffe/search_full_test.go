//go:build full

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A search is what somebody types, and what must come first.
type search struct {
	Query string `json:"query"`
	Kind  string `json:"kind,omitempty"`
	first string // "" for nothing
	mark  string // what is marked in the first result
	says  string
}

var searches = []search{
	{Query: "médiathèque", first: "/organisations/mediatheque-des-tanneries/", mark: "Médiathèque"},
	{Query: "rue du Bief", first: "/avis/2024-01/", mark: "Bief", says: "résultats pour « rue du Bief »."},
	{Query: "inclusion numérique", first: "/themes/inclusion/", mark: "Inclusion"},
	{Query: "compteurs d'eau", first: "/avis/2026-01/", mark: "eau"},
	{Query: "COMPTEUR EAU", first: "/avis/2026-01/", mark: "compteurs"},
	{Query: "Yasmine Ouadah", first: "/membres/yasmine-ouadah/", mark: "Ouadah"},
	{Query: "ouad", first: "/membres/yasmine-ouadah/", mark: "Ouadah"},
	{Query: "l’ecole", first: "/avis/2026-06/", mark: "écoles"},
	{Query: "guichet de la gare", first: "/actualites/communique-guichet-gare/", mark: "guichet"},
	{Query: "les oublies du formulaire", first: "/avis/2024-03/", mark: "oubliés"},
	{Query: "avis 2024-03", first: "/avis/2024-03/"},
	{Query: "accessibilité", Kind: "workshops", first: "/ateliers/accessibilite/", mark: "Accessibilité", says: "résultat"},
	{Query: "données personnelles", first: "/donnees-personnelles/", mark: "personnelles"},
	{Query: "elus", first: "/actualites/essai/", mark: "élu·es"},
	{Query: "élues", first: "/actualites/essai/", mark: "élu·es"},
	{Query: "élu·e·s", first: "/actualites/essai/", mark: "élu·es"},
	{Query: "conseillères", first: "/actualites/essai/", mark: "conseiller(ère)s"},
	{Query: "administratrice", first: "/actualites/essai/", mark: "administrateur·rices"},
	{Query: "coeur", first: "/actualites/essai/", mark: "cœur"},
	{Query: "essai xyxyx", first: "/actualites/essai/", mark: "essai", says: "Aucun document ne contient tous les mots"},
	{Query: "constructor"},
	{Query: "zzzz", says: "Aucun résultat"},
	{Query: "dans la", says: "est partout"},
	{Query: "CANARI"},
}

const trial = `---
title: "Un essai : les élu·es, les conseiller(ère)s et les administrateur·rices"
kind: article
date: 2026-11-01
---
Le cœur de la ville.
`

// What is typed in the search page of the demonstration council finds what it
// must, in a browser that holds the site to its security policy.
func TestSearchInABrowser(t *testing.T) {
	content := copyTree(t, "../../content", filepath.Join(t.TempDir(), "content"))
	if err := os.WriteFile(filepath.Join(content, "news", "essai.md"), []byte(trial), 0o600); err != nil {
		t.Fatal(err)
	}
	site := build(t, content)
	input, err := json.Marshal(searches)
	if err != nil {
		t.Fatal(err)
	}
	node := exec.Command("node", "search.mjs", site, "/recherche/")
	node.Dir, node.Stdin, node.Stderr = "testdata/checkers", bytes.NewReader(input), os.Stderr
	output, err := node.Output()
	if err != nil {
		t.Fatalf("running the browser: %v", err)
	}
	var seen struct {
		Failure, Policy                string
		Console, Elsewhere, Violations []string
		Answers                        []shown
		FormWithoutScript              bool
		Lists, ListsWithoutScript      []string
		FirstKey, FirstWord            []struct{ Raw, Gzip int }
		Cold, Warm                     []float64
		Shared, Back, BackAgain, Many  shown
		AfterForm, AfterMore           int
		OverflowNarrow                 int
	}
	if err := json.Unmarshal(output, &seen); err != nil {
		t.Fatalf("reading what the browser saw: %v\n%s", err, output)
	}
	if seen.Failure != "" {
		t.Fatal(seen.Failure)
	}
	if len(seen.Console)+len(seen.Elsewhere) > 0 || !strings.Contains(seen.Policy, "script-src 'self'") {
		t.Errorf("the console said %q, other hosts were asked %q, under the policy %q", seen.Console, seen.Elsewhere, seen.Policy)
	}
	for _, violation := range seen.Violations {
		t.Errorf("axe: %s", violation)
	}
	for i, s := range searches {
		s.check(t, seen.Answers[i])
	}
	if seen.FormWithoutScript || len(seen.Lists) < 6 || !slices.Equal(seen.Lists, seen.ListsWithoutScript) {
		t.Errorf("without script the form is visible (%v), or the lists differ:\n%q\n%q", seen.FormWithoutScript, seen.Lists, seen.ListsWithoutScript)
	}
	for name, got := range map[string]shown{"an address that was shared": seen.Shared, "the way back from a result": seen.Back, "and further back": seen.BackAgain} {
		query := searches[0].Query
		if name == "the way back from a result" {
			query = searches[1].Query
		}
		if got.Query != query || len(got.Results) == 0 {
			t.Errorf("%s shows %d results for %q, not those for %q", name, len(got.Results), got.Query, query)
		}
	}
	if len(seen.Many.Results) != 10 || seen.AfterForm != 0 || seen.AfterMore != 10 {
		t.Errorf("%d results; after the form the focus is on number %d, after more results on %d", len(seen.Many.Results), seen.AfterForm, seen.AfterMore)
	}
	if seen.OverflowNarrow > 0 {
		t.Errorf("at 320 pixels the page is %d pixels too wide", seen.OverflowNarrow)
	}
	t.Logf("the first key loaded %v bytes (raw, gzip), the first word then %v", seen.FirstKey, seen.FirstWord)
	for name, times := range map[string][]float64{"cold": seen.Cold, "warm": seen.Warm} {
		slices.Sort(times)
		t.Logf("%s, from Enter to the results: median %.0f ms, slowest %.0f ms", name, times[len(times)/2], times[len(times)-1])
		if median := times[len(times)/2]; median > 100 {
			t.Errorf("%s, half of the queries take more than %.0f ms", name, median)
		}
	}
}

// What the page shows of a query.
type shown struct {
	Said, Title, Query string
	Hidden             bool
	Results            []struct {
		Address, Title, What string
		Marked               []string
	}
}

func (s search) check(t *testing.T, got shown) {
	t.Helper()
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	if said := plain.Replace(got.Said); !strings.Contains(said, s.says) || !strings.Contains(said, s.Query) {
		t.Errorf("%q: it is announced that %q", s.Query, said)
	}
	if got.Query != s.Query || !strings.HasPrefix(got.Title, s.Query+" — ") {
		t.Errorf("%q: the address asks %q, the title is %q", s.Query, got.Query, got.Title)
	}
	if got.Hidden != (s.first == "") || (len(got.Results) == 0) != (s.first == "") {
		t.Errorf("%q: %d results, hidden: %v", s.Query, len(got.Results), got.Hidden)
		return
	}
	if s.first == "" {
		return
	}
	if first := got.Results[0]; first.Address != s.first || (s.mark != "" && !slices.Contains(first.Marked, s.mark)) {
		t.Errorf("%q: first %s, with %q marked; want %s and %q", s.Query, first.Address, first.Marked, s.first, s.mark)
	}
}
