package search

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A folding is a text and the forms of its words. The script of the page is
// held to the same table.
type folding struct {
	Text  string     `json:"text"`
	Words [][]string `json:"words"`
}

func foldings(t testing.TB) []folding {
	t.Helper()
	text, err := os.ReadFile("testdata/words.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []folding
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	return table
}

func formsIn(text string) [][]string {
	found := [][]string{}
	eachWord(text, func(word string) {
		if _, forms := fold(word); forms != nil {
			found = append(found, forms)
		}
	})
	return found
}

func TestWordsAreFolded(t *testing.T) {
	for _, f := range foldings(t) {
		if got := formsIn(f.Text); !slices.EqualFunc(got, f.Words, slices.Equal) {
			t.Errorf("%q:\n got %q\nwant %q", f.Text, got, f.Words)
		}
	}
}

// Words follow one another and stand in the text; a form is found again under
// itself, so that what is typed after a result was read finds it.
func FuzzFold(f *testing.F) {
	for _, f2 := range foldings(f) {
		f.Add(f2.Text)
	}
	f.Add("a·\xff(e)-")
	f.Fuzz(func(t *testing.T, text string) {
		rest := text
		eachWord(text, func(word string) {
			_, after, found := strings.Cut(rest, word)
			if !found || word == "" {
				t.Fatalf("%q has no word %q after the others", text, word)
			}
			rest = after
			folded, forms := fold(word)
			if (folded == "") != (forms == nil) {
				t.Errorf("%q is folded to %q, with the forms %q", word, folded, forms)
			}
			for i, form := range forms {
				if form == "" || (utf8.ValidString(word) && !utf8.ValidString(form)) {
					t.Errorf("%q has the form %q", word, form)
				}
				if slices.Contains(forms[:i], form) {
					t.Errorf("%q has the form %q twice", word, form)
				}
			}
			if upper := strings.ToUpper(word); isASCII(word) {
				if _, same := fold(upper); !slices.Equal(same, forms) {
					t.Errorf("%q has the forms %q, in capitals %q", word, forms, same)
				}
			}
		})
	})
}

func isASCII(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= utf8.RuneSelf })
}
