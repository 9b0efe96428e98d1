package read

import (
	"regexp"
	"strings"
	"testing"
)

// Nothing is taken for a slip in what can be read: else it might be what is
// shown instead of the mistake, which comes later.
func TestNoSlipIsSeenInWhatIsWell(t *testing.T) {
	well := written(t, "*.yaml")
	for _, text := range written(t, "*/*.md") {
		if matter, _, _, wrong := header(text); wrong == nil {
			well = append(well, matter)
		}
	}
	for _, text := range append(plainHeaders, otherHeaders...) {
		well = append(well, []byte(text))
	}
	for _, text := range []string{
		"a: \"b\n  c: d\n  - e\"\nf: 'g''h\n\n  i'\n", "a: >-\n\n   b: c\n  \nd: e\n", "a: |2\n    b\n   c\nd: e\n", "a:\n  - |\n    b: \"\n  - c\n", "a: [\n  b, # c\n  { d: e,\n    f: \"g\n h\" }, un\n texte, \"i\": j\n]\nk: l\n",
		"a: b\n  c\n\n  - d\n\te\nf: g\n", "\"a\": b\n'c' : d\n", "a:\n- b\n- c:\n  - d\n\n\n# e\n  # f\ng:\n\nh: i\n", "- - a\n  - b\n-\n  c: d\n- e\n", "---\na: b\n", "a: https://b.example/?c=d#e\nf: 12:30\ng: -1\nh: -i\n", "a:\tb\t# c\n", "a: {}\nb: []\nc: \"\"\nd: ''\n", "a: \"\\\"b\\x41\\u00e9\\\n  c\"\n",
		"a:\n  b\n  c\nd: e\n", "a: \"b\"   # c\n", "a: [b: c, { d }, [e]]\n", "a: {b: c, d: , e}\n", "a: {\nb: c\n}\n", "a: [b,]\n",
	} {
		well = append(well, []byte(text))
	}
	for _, text := range well {
		if newDecoder().loadYAML(text) == nil || ours.Match(text) {
			continue
		}
		if found, line, column, ok := malformed(cutLines(text)); ok {
			t.Errorf("%d:%d: %s in %q", line, column, found.hint, text)
		}
	}
}

// ours are what YAML bears and greffe does not.
var ours = regexp.MustCompile(`(?m)(^|: )[&*!]|^just words|^%| \?`)

// One slip in what is well is shown in its line, whichever it is.
func TestSlipsAreSeenInTheirLine(t *testing.T) {
	slips := []struct {
		name    string
		line    *regexp.Regexp
		instead string
	}{
		{"a tab", regexp.MustCompile(`^ +(- )?`), "\t$1"},
		{"a dash without its space", regexp.MustCompile(`^( *)- `), "$1-"},
		{"a long dash", regexp.MustCompile(`^( *)- `), "$1– "},
		{"a colon without a space", regexp.MustCompile(`^( *(?:- )?[a-z_]+): `), "$1:"},
		{"a no-break space", regexp.MustCompile(`^( *(?:- )?[a-z_]+): `), "$1:\u00a0"},
		{"no colon", regexp.MustCompile(`^( *(?:- )?[a-z_]+): `), "$1 "},
		{"an open quote", regexp.MustCompile(`^( *(?:- )?[a-z_]+: )"?([^ "\[{|>][^"]+)"?$`), `$1"$2`},
		{"an open apostrophe", regexp.MustCompile(`^( *(?:- )?[a-z_]+: )"?([^ "'\[{|>][^"']+)"?$`), `$1'$2`},
		{"inner quotes", regexp.MustCompile(`^( *(?:- )?[a-z_]+: )"?(\w+) ([^"]+)"?$`), `$1"$2 "$3" et"`},
		{"a second colon", regexp.MustCompile(`^( *(?:- )?[a-z_]+: \w+) ([^":]+)$`), `$1 : $2`},
		{"an open bracket", regexp.MustCompile(`\]$`), ""},
		{"an open brace", regexp.MustCompile(` *\}$`), ""},
		{"one more space", regexp.MustCompile(`^( +)`), "$1 "},
		{"one less space", regexp.MustCompile(`^( *) `), "$1"},
	}
	shown, all := 0, 0
	well := written(t, "*.yaml")
	for _, text := range written(t, "*/*.md") {
		if matter, _, _, wrong := header(text); wrong == nil {
			well = append(well, matter)
		}
	}
	for _, text := range well {
		lines := strings.SplitAfter(string(text), "\n")
		for i, line := range lines {
			for _, slip := range slips {
				bare := strings.TrimSuffix(line, "\n")
				if !slip.line.MatchString(bare) {
					continue
				}
				spoilt := []byte(strings.Join(lines[:i], "") + slip.line.ReplaceAllString(bare, slip.instead) + "\n" + strings.Join(lines[i+1:], ""))
				if newDecoder().loadYAML(spoilt) != nil {
					continue // it is read as something else
				}
				all++
				if found, at, column, ok := malformed(cutLines(spoilt)); !ok || at != i+1 {
					t.Logf("%s in line %d: shown at %d:%d (%s); the lines are %q", slip.name, i+1, at, column, found.hint, lines[max(i-1, 0):min(max(i, at)+1, len(lines))])
					continue
				}
				shown++
			}
		}
	}
	t.Logf("%d of %d slips are shown in their line", shown, all)
	if all < 100 || shown < all {
		t.Errorf("%d of %d slips are shown in their line", shown, all)
	}
}
