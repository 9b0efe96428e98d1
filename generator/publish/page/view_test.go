package page

import (
	"strings"
	"testing"
)

func TestOneLineHasNoWhiteSpaceButSpaces(t *testing.T) {
	for _, text := range []string{"", " ", "a", "a b", " a", "a ", "a  b", "a\nb", "a\u00a0b", "a\u202f: b", "\n", "é à", "a\tb  c\n"} {
		if got, want := oneLine(text), strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
