package main

import (
	"bytes"
	"html"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
)

// Whatever a title holds, a forge shows it as text: no mark, no link, no list,
// and nobody who is called.
func TestAReviewCommentHoldsTextOnly(t *testing.T) {
	forge := goldmark.New(goldmark.WithExtensions(extension.GFM))
	parts := []string{
		"*", "_", "**", "`", "``", "~~", "[", "]", "(", ")", "<", ">", "!", "#", "# ", "|", "\\", "&amp;", "&", "- ", "+ ", "1. ", "1) ", "=", "===", "---", "> ",
		"<b>", "<img src=x onerror=a>", "<!--", "https://evil.example/a", "www.evil.example", "WWW.evil.example", "http://a.b", "ftp://a.b.example", "mailto:a@b.example",
		"a@b.example", "@octocat", "#12", "$x$", "^", "{", "}", "mot", " ", "é", "\n", "\t", "\x1b[31m", "\u202e", ":", ".", ",", "'", "\"",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		text := ""
		for range 1 + random.IntN(6) {
			text += parts[random.IntN(len(parts))]
		}
		if strings.TrimSpace(text) == "" {
			continue
		}
		var out bytes.Buffer
		if err := forge.Convert([]byte("- "+asMarkdown(text)+"\n"), &out); err != nil {
			t.Fatal(err)
		}
		shown := strings.TrimSuffix(strings.TrimPrefix(out.String(), "<ul>\n<li>"), "</li>\n</ul>\n")
		if strings.Contains(shown, "<") {
			t.Fatalf("%q is shown as %s", text, shown)
		}
		if got := strings.ReplaceAll(html.UnescapeString(shown), "\u2060", ""); got != onOneLine(text) {
			t.Fatalf("%q is shown as %q, want %q", text, got, onOneLine(text))
		}
	}
}

func TestALineOfTheContentForgesNoOther(t *testing.T) {
	if got, want := onOneLine(" a\nb\x1b[2Jc\u202ed\u00a0e "), "a b\ufffd[2Jc\ufffdd\u00a0e"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
