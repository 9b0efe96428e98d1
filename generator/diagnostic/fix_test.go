package diagnostic_test

import (
	"testing"

	"greffe/generator/diagnostic"
)

func TestOneSlipIsCertain(t *testing.T) {
	known := []string{"profession", "profile", "amina-benali", "2024-02", "adopted", "adapted", "r2"}
	for word, want := range map[string]string{
		"profesion":    "profession",   // a letter missing
		"professionn":  "profession",   // too many
		"porfession":   "profession",   // swapped
		"amina-benalo": "amina-benali", // wrong
		"profesoin":    "",             // two slips
		"2024-01":      "",             // another document
		"ad-pted":      "",             // two words as near
		"r1":           "",             // too short
		"profile":      "",             // no slip at all
	} {
		if got := diagnostic.OneSlip(word, known); got != want {
			t.Errorf("OneSlip(%q) = %q, want %q", word, got, want)
		}
	}
}
