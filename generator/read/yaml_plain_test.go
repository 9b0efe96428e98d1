package read

import (
	"fmt"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
)

// Headers as people write them, which must not be left to yaml.v3, and others,
// which must.
var (
	plainHeaders = []string{
		"title: Avis\n", "title: \"Avis n° 3 : le numérique\"\nnumber: '3'\n", "themes:\n  - a\n  - b\n", "themes:\n- a\n- b\nkind: c\n",
		"vote: { for: 12, against: 0 }\nworkshops: []\nempty: {}\n", "themes: [a, \"b, c\", 'd']\n", "start: 2024-05-16T18:30\nat: [2024-05-16T18:30, b]\n",
		"recommendations:\n  - id: r1\n    text: \"Un\"\n    steps:\n      - { on: 2024-01-02, by: \"é, è\", or: b }\n  - id: r2\n", "a:\n  b:\n    c: d\n  e: f\n\ng: h\n",
		"summary: Une « réponse », oui\n", "url: https://a.example/b?c=d#e\n", "place: {name: \"Œuvre, étage\", room: b}\n",
		"agenda:\n  - { title: \"é\", kind: [a, { b: c }] }\n", "a:   b\n", "- a\n- b: c\n  d: e\n", "a: b, c [d] {e} & f\n", "a: (b) c\n", "null: x\n",
	}
	otherHeaders = []string{
		"", "# a\n", "a: b # c\n", "a: |\n  b\n", "a:\n", "a: b\n c\n", "a: &b c\n", "a: *b\n", "a: !!str b\n", "a: \"\\n\"\n", "a: 'it''s'\n", "a: b: c\n", "a: b:\n",
		"a: [b\n", "a: [b,]\n", "a: [b, ]\n", "a: [, b]\n", "a: {b}\n", "a: {b: }\n", "a: \"b\" c\n", "\"a\": b\n", "? a\n", "<<: {a: b}\n", "a: b\n  c: d\n", "a:\n  b: c\n d: e\n",
		"- - a\n", "-\n", "- a\nb: c\n", "a: b\n- c\n", "a: \tb\n", "a: b \n", "---\na: b\n", "a: b\n...\n", "%a\n", "a: b\r\n", "\ufeffa: b\n", "a: \u0085\n", "a: @b\n", "a: [b: c]\n", "a: [b #c]\n", "a: [{b: c}: d]\n",
		"a: [b?, c]\n", " a: b\nc: d\n", "a: - b\n", "  \na: b\n", "a: b\u2028c\n", "a: \x80\n", "just words\n", "a: ~\n", "é: b\n", "a: \"b\" # c\n", "a: b : c\n",
	}
)

// outline is all of a node that is asked for.
func outline(b *strings.Builder, node *yaml.Node) {
	fmt.Fprintf(b, "%d %q %s style %d at %d:%d anchor %q (", node.Kind, node.Value, node.ShortTag(), node.Style, node.Line, node.Column, node.Anchor)
	for _, child := range node.Content {
		outline(b, child)
	}
	b.WriteString(")\n")
}

// comparePlain holds the nodes of a plain text to those of yaml.v3.
func comparePlain(t *testing.T, p *plainYAML, text []byte) (plain bool) {
	t.Helper()
	got := p.parse(text)
	if got == nil {
		return false
	}
	var document yaml.Node
	if err := yaml.Unmarshal(text, &document); err != nil {
		t.Fatalf("%q: yaml.v3 says %v", text, err)
	}
	var ours, theirs strings.Builder
	outline(&ours, got)
	outline(&theirs, document.Content[0])
	if ours.String() != theirs.String() {
		t.Errorf("%q:\n got %s\nwant %s", text, &ours, &theirs)
	}
	return true
}

func TestPlainYAMLIsThatOfTheLibrary(t *testing.T) {
	var p plainYAML
	for _, text := range plainHeaders {
		if !comparePlain(t, &p, []byte(text)) {
			t.Errorf("%q was left to yaml.v3", text)
		}
	}
	for _, text := range otherHeaders {
		if comparePlain(t, &p, []byte(text)) {
			t.Errorf("%q was not left to yaml.v3", text)
		}
	}
}

func TestALongTextIsLeftToTheLibrary(t *testing.T) {
	var p plainYAML
	for _, nest := range []string{"[", "{a: "} {
		text := "a: " + strings.Repeat(nest, maxHeader) + "b" + strings.Repeat(map[string]string{"[": "]", "{a: ": "}"}[nest], maxHeader) + "\n"
		if p.parse([]byte(text)) != nil {
			t.Errorf("%d bytes of %q are plain", len(text), nest)
		}
	}
}

// Most headers of the demonstration council are plain: what is left to yaml.v3
// is the exception.
func TestHeadersAreMostlyPlain(t *testing.T) {
	var p plainYAML
	plain, all := 0, 0
	for _, text := range written(t, "*/*.md") {
		matter, _, _, wrong := header(text)
		if wrong != nil {
			continue
		}
		all++
		if comparePlain(t, &p, matter) {
			plain++
		}
	}
	if all == 0 || plain*2 < all {
		t.Errorf("%d of %d headers are plain", plain, all)
	}
}

func FuzzPlainYAML(f *testing.F) {
	for _, text := range append(plainHeaders, otherHeaders...) {
		f.Add([]byte(text))
	}
	for _, text := range written(f, "*/*.md") {
		if matter, _, _, wrong := header(text); wrong == nil {
			f.Add(matter)
		}
	}
	var p plainYAML
	f.Fuzz(func(t *testing.T, text []byte) { comparePlain(t, &p, text) })
}
