//go:build full

package main

import (
	"maps"
	"slices"
	"testing"
)

// Lighthouse has nothing to say against the pages that people come for. Its
// performance is simulated (lighthouse.mjs), so that a busy machine weighs
// little.
func TestLighthouseGivesFullMarks(t *testing.T) {
	paths := []string{"/", "/avis/2024-01/", "/seances/2025-03-20/", "/recommandations/", "/recherche/"}
	var seen struct {
		Failure string
		Pages   []struct {
			Path, Error string
			Scores      map[string]int
			Lowers      []string
			Paint       float64
		}
	}
	runChecker(t, &seen, nil, "lighthouse.mjs", append([]string{build(t, "../../content")}, paths...)...)
	if seen.Failure != "" {
		t.Fatal(seen.Failure)
	}
	if len(seen.Pages) != len(paths) {
		t.Fatalf("%d pages were measured, of %d", len(seen.Pages), len(paths))
	}
	for _, p := range seen.Pages {
		marks := slices.Sorted(maps.Values(p.Scores))
		if p.Error != "" || len(marks) != 4 || marks[0] != 100 {
			t.Errorf("%s: %v, lowered by %q %s", p.Path, p.Scores, p.Lowers, p.Error)
		}
		if p.Paint >= 1000 {
			t.Errorf("%s shows nothing for %.0f ms", p.Path, p.Paint)
		}
	}
}
