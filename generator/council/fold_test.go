package council_test

import (
	"testing"

	"greffe/generator/council"
)

func TestFoldLeavesTheLetters(t *testing.T) {
	for text, want := range map[string]string{
		"amina":        "amina",
		"Amina BENALI": "amina benali",
		"Élu·es":       "elues",
		"E\u0301lu":    "elu", // the accent on its own
		"Œuvre, Ǽ":     "oeuvre, ae",
		"l’été":        "l'ete",
		"Việt Nam":     "viet nam", // two accents on a letter
		"Ά":            "α",
		"각":            "\u1100\u1161\u11a8", // other scripts are taken apart too
	} {
		if got := council.Fold(text); got != want {
			t.Errorf("Fold(%q) = %q, want %q", text, got, want)
		}
	}
}
