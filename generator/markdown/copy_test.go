package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"greffe/generator/diagnostic"
	"greffe/generator/markdown"
)

var kinds = []string{"paragraph", "title", "item", "quoted", "cell", "note", "value"}

// The proof-reader sees each block once, as it was typed, and can find every
// word of it in the file.
func TestCopyShowsWhatWasTyped(t *testing.T) {
	for source, want := range map[string]string{
		"Un *mot*  \nà  la ligne":               "1:1 paragraph Un mot/à  la ligne",
		"**Tout** en gras":                      "1:3 paragraph Tout en gras",
		"**Un titre**\n\nUn texte":              "1:3 paragraph bold leads Un titre; 3:1 paragraph Un texte",
		"## Un titre {lang=en}\n\n## Deux":      "3:4 title Deux",
		"- un\n\n- deux":                        "1:3 item un; 3:3 item deux",
		"> dit\n>\n> - elle":                    "1:3 quoted dit; 3:5 quoted elle",
		"Voir [l'avis](a.md) et `code`.":        "1:1 paragraph Voir l'avis et ￼.",
		"Un [open book]{lang=en} là":            "1:1 paragraph Un ￼ là",
		"Voir https://a.example ou ![x](a.png)": "1:1 paragraph Voir ￼ ou ￼",
		"Dit[^1]\n\n[^1]: Une note":             "1:1 paragraph Dit; 3:7 note Une note",
		"|a|\n|-|\n|b|":                         "1:2 cell a; 3:2 cell b",
		"Cela s&rsquo;écrit \\*":                "1:1 paragraph Cela s&rsquo;écrit \\*",
	} {
		var got []string
		text := markdown.Parse([]byte(source), markdown.Options{Language: "fr", File: "a.md", Proof: func(c *markdown.Copy) diagnostic.List {
			for i := range c.Blocks {
				b := &c.Blocks[i]
				if len(b.Text) == 0 {
					continue // a heading of another language
				}
				at := b.At(0)
				words := strings.ReplaceAll(string(b.Text), "\n", "/")
				if b.Bold {
					words = "bold " + words
				}
				if b.Bold && b.Leads {
					words = strings.Replace(words, "bold", "bold leads", 1)
				}
				got = append(got, fmt.Sprintf("%d:%d %s %s", at.Line, at.Column, kinds[b.Kind], words))
			}
			return diagnostic.List{{Rule: "proof"}}
		}})
		if found := strings.Join(got, "; "); found != want {
			t.Errorf("%q\nshows %q\nwant  %q", source, found, want)
		}
		if len(text.Problems) == 0 || text.Problems[0].Rule != "proof" {
			t.Errorf("%q: what the proof-reader found is lost", source)
		}
	}
}

func TestFixFitsTheSource(t *testing.T) {
	const source = "Le *ceour* et le cou&eacute;.\r\nDeux li\u00adgnes"
	markdown.Parse([]byte(source), markdown.Options{Proof: func(c *markdown.Copy) diagnostic.List {
		b := &c.Blocks[0]
		from := strings.Index(string(b.Text), "ceour")
		if fix := b.Fix(from, from+5, "cœur"); fix == nil || *fix != (diagnostic.Fix{Line: 1, Column: 5, Old: "ceour", New: "cœur"}) {
			t.Errorf("the fix is %+v", fix)
		}
		if fix := b.Fix(0, from+5, "Le cœur"); fix != nil {
			t.Errorf("a fix across marks: %+v", fix)
		}
		from = strings.Index(string(b.Text), "Deux")
		if fix := b.Fix(from, from+4, "2"); fix == nil || fix.Line != 2 || fix.Column != 1 {
			t.Errorf("the fix of the second line is %+v", fix)
		}
		return nil
	}})
}
