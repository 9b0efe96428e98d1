package markdown

import (
	"runtime/metrics"
	"strings"
	"testing"
	"time"
)

func TestLimits(t *testing.T) {
	deep := strings.Repeat
	for _, c := range []struct{ name, source, problems string }{
		{"long text", "a" + deep("\nb", maxText/2), "1:1 text-too-long"},
		{"many lines", deep("\n", maxLines+1), "20001:1 text-too-long"},
		{"long line", "a\n" + deep("b", maxLine+1), "2:1 line-too-long"},
		{"control characters", "é\x00\nb\x1b\u0085", "1:2 control-character, 2:2 control-character, 2:3 control-character"},
		{"Latin-1", "caf\xe9 cr\xe8me", "1:4 invalid-encoding, 1:8 invalid-encoding"},
		{"another order", "a\u202eb\u2066c", "1:2 control-character, 1:4 control-character"},
		{"a mark of pages", "a\uf8f0b", "1:2 control-character"},
		{"not XML", "a\uffff", "1:2 control-character"},
		{"quotes", deep(">", 33), "1:33 nesting-too-deep"},
		{"lists", deep("- ", 33) + "a", "1:65 nesting-too-deep"},
		{"notes in notes", deep("[^a]:", 33), "1:165 nesting-too-deep"},
		{"brackets", "a\n" + deep("[", 33), "2:33 nesting-too-deep"},
		{"parentheses", deep("[a](", 33), "1:132 nesting-too-deep"},
		{"backticks", deep("`", 65) + "a", "1:1 nesting-too-deep"},
		{"emphasis", deep("*a ", 40) + deep("b* ", 40), "1:97 nesting-too-deep"},
		{"marks", deep("*a_ ", 6000), "1:20001 too-many-marks"},
		{"marks in many paragraphs", deep(deep("*a_ ", 50)+"\n\n", 501), "1001:1 text-too-long"},
		{"references", deep("[a]: b\n", 1001), "1001:3 too-many-references"},
		{"note calls", deep("[^a] ", 4001), "1:20001 too-many-references"},
		{"wide table", deep("|a", 65) + "\n" + deep("|-", 65), "2:1 table-too-large"},
		{"wide table in a quote", "> - " + deep("|a", 65) + "\n>   " + deep("|-", 65), "2:1 table-too-large"},
		{"large table", deep("|a", 64) + "\n" + deep("|-", 64) + deep("\n|", 320), "313:1 table-too-large"},

		// What honest texts hold.
		{"signature", "Nom : " + deep("_", 80) + "\n\n" + deep("*", 80) + "\n\n" + deep("- ", 40), ""},
		{"many lists", deep("- a\n  - b\n    - c\n\nd\n\n", 500), ""},
		{"smileys", deep("a :( b [ ]\n\n", 100), ""},
		{"long table", "Table : T\n\n|a|b|\n|-|-|\n" + deep("|**a**|[b](c)|\n", 2000), ""},
	} {
		text := parseFrench(c.source)
		if got := problems(text); got != c.problems {
			t.Errorf("%s: got %q, want %q", c.name, got, c.problems)
		}
	}
}

// A reference that is defined once and called everywhere must not multiply.
func TestOneReferenceCannotFillTheMemory(t *testing.T) {
	text := parseFrench("[a]: " + strings.Repeat("b", 60_000) + "\n\n" + strings.Repeat(strings.Repeat("[a] ", 1000)+"\n\n", 10))
	if len(text.HTML(asWrittenTarget)) > maxAddresses+maxText {
		t.Error("too long")
	}
	if !strings.HasSuffix(problems(text), "too-many-references") {
		t.Error(problems(text))
	}
}

// Each of these keeps some Markdown parser busy for long, or fills its memory.
// Whether refused or parsed, it ends soon.
func TestHostileTextsEndSoon(t *testing.T) {
	if testing.Short() {
		t.Skip("-short: it parses a megabyte some four hundred times")
	}
	units := []string{
		">", "> ", "- ", "1. ", "* a\n", "[", "![", "[a](", "[a](<b", "[a](b (", "[a](b \"", "[a](b '", "[`]`", "]", "](a)", "[a][", "[a]{",
		"[a]{lang=en} ", "]{lang=en}", "*", "**a ", "*a_ ", "a**b", "*a **a ", "a*b_c~~", "~~a~~ ", "_a", "_a@", "_http://", "a@a.", "(www.",
		"`", "`a ``b ", "<a b='", "<a ", "<!--", "<?", "<![CDATA[", "<", "&", "&#1;", "&amp", "\\", "\\[", "|", "|-", "| a |\n|-|\n", "a\n-\n", "a\n: b\n",
		"[^a]", "[^a]: b\n", "[a]: b\n", "# a {", "{a=", "\n", "\t", "a\n", "- a\n\n", "```\n", "    a\n", "\"a ", "a\" ", "« ", "1 ", "123 ", "... ", "'a", "1er ", "é",
	}
	for _, unit := range units {
		for _, width := range []int{maxLine - 200, 2000, 100} {
			hostile(t, unit, lines(unit, width, "\n", maxText-1))
			hostile(t, unit+" (paragraphs)", lines(unit, width, "\n\n", maxText/4))
		}
	}
	for name, source := range map[string]string{
		"closers":       strings.Repeat("[`]` ", 9_000) + strings.Repeat("]", 60_000),
		"backtick runs": runs(),
		"lists":         ladder(32) + strings.Repeat("\n", 19_000) + "a",
		"wide rows":     strings.Repeat(strings.Repeat("|a", 60)+"\n"+strings.Repeat("|-", 60)+"\n"+strings.Repeat("|\n", 100)+"\n", 3),
	} {
		hostile(t, name, source)
	}
}

func hostile(t *testing.T, name, source string) {
	t.Helper()
	start, allocated := time.Now(), heapAllocated()
	text := parseFrench(source)
	html := text.HTML(asWrittenTarget)
	text.Plain()
	if took := time.Since(start); took > slack*2*time.Second {
		t.Errorf("%.40q: %v", name, took)
	}
	// All that was ever allocated, so more than was held at any time.
	if used := (heapAllocated() - allocated) >> 20; used > slack*256 {
		t.Errorf("%.40q: %d MB allocated, %d bytes of HTML", name, used, len(html))
	}
}

func heapAllocated() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// lines fills a text of at most size bytes with the unit.
func lines(unit string, width int, end string, size int) string {
	line := strings.Repeat(unit, max(width/len(unit), 1)) + end
	return strings.Repeat(line, min(size/len(line), maxLines/len(end)-2))
}

// runs has a run of backticks of each length, none of which closes another.
func runs() string {
	var b strings.Builder
	for n := 1; n <= maxBackticks; n++ {
		b.WriteString(strings.Repeat("`", n) + " ")
	}
	return b.String() + strings.Repeat("a b c d e\n", 19_000)
}

// ladder is a list of the given depth.
func ladder(depth int) string {
	var b strings.Builder
	for n := range depth {
		b.WriteString(strings.Repeat("  ", n) + "- a\n")
	}
	return b.String()
}
