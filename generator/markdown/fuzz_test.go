package markdown

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever the source, the HTML has no script, no style, no handler, unique
// ids, and tags that close in the order in which they were opened.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		body, "[*a]{lang=en}*", "*[a*]{lang=en} [b]{lang=fr", "![a](b \"c\"){decorative} [^1]\n\n[^1]: d[^1]", "> | a |\n> |---|\n> Tableau : x\n\n# {#a}",
		"<a href='x' onclick=y>", "[a](javascript:x)", "1[^a]er 2*e* \"a *b\" c*", "a\n: b\n\n    c\n: d", "[![a](b)[^1]](c)\n\n[^1]: # h", "# a\n## b {#h2}\n### c\n#### d\n##### e\n###### f", "- \t[^1]:\n\t- ```",
		"## a {lang=en #b}\n## b\n## B {#b}", "0\n-:\n-\n-:", "|a|\n|-|\n|`\\|`|", "a  \n{b} \\\n![](c){d", "[a\tb\\\n[c]{lang=en} d]{lang=fr}",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, source string) {
		text := parseFrench(source)
		html := text.HTML(func(l Link) Target {
			if len(l.Destination)%3 == 0 {
				return Target{}
			}
			return Target{Href: l.Destination, Suffix: " (\"PDF\")"}
		})
		wellFormed(t, source, html)
		for _, p := range text.Problems {
			if p.Line < 1 || p.Column < 1 || p.Rule == "unreadable-markdown" {
				t.Errorf("%q: %+v", source, p)
			}
		}
		if again := text.HTML(asWrittenTarget); again != parseFrench(source).HTML(asWrittenTarget) {
			t.Errorf("%q: two results", source)
		}
		lowered := headings.ReplaceAllStringFunc(text.HTML(asWrittenTarget), func(tag string) string {
			return strings.NewReplacer("5", "6", "4", "5", "3", "4", "2", "3").Replace(tag)
		})
		if got := text.LowerHTML(asWrittenTarget); got != lowered {
			t.Errorf("%q: one level down: %s", source, got)
		}
		if plain := text.Plain(); utf8.ValidString(source) && !utf8.ValidString(plain) {
			t.Errorf("%q: plain text %q", source, plain)
		}
	})
}

var (
	tags     = regexp.MustCompile(`<(/?)([a-z0-9]+)((?: [a-z]+(?:-[a-z]+)?="[^"<>]*")*)>`)
	headings = regexp.MustCompile(`</?h[2-5][ >]`)
	tagIDs   = regexp.MustCompile(` id="([^"]*)"`)
)

func wellFormed(t *testing.T, source, html string) {
	t.Helper()
	if strings.Count(html, "<") != len(tags.FindAllString(html, -1)) {
		t.Errorf("%q: not all are tags: %s", source, html)
	}
	var open []string
	seen := map[string]bool{}
	for _, tag := range tags.FindAllStringSubmatch(html, -1) {
		name, attributes := tag[2], tag[3]
		if name == "script" || name == "style" || strings.Contains(attributes, " on") || strings.Contains(attributes, " style=") {
			t.Errorf("%q: %s", source, tag[0])
		}
		if id := tagIDs.FindStringSubmatch(attributes); id != nil {
			if seen[id[1]] {
				t.Errorf("%q: id %s twice", source, id[1])
			}
			seen[id[1]] = true
		}
		switch {
		case name == "br" || name == "hr" || name == "img":
		case len(tag[1]) == 0:
			if name == "a" && strings.Contains(strings.Join(open, " ")+" ", " a ") {
				t.Errorf("%q: a link within a link: %s", source, html)
			}
			open = append(open, name)
		case len(open) == 0 || open[len(open)-1] != name:
			t.Errorf("%q: </%s> closes %v in %s", source, name, open, html)
			return
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%q: %v not closed in %s", source, open, html)
	}
}
