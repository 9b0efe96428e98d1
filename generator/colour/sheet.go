package colour

import (
	"fmt"
	"regexp"
	"strings"
)

// Tokens are the colours that a style sheet declares by name: those of the
// light scheme, and those that take their place in the dark one.
type Tokens struct{ Light, Dark map[string]Colour }

var (
	token    = regexp.MustCompile(`(--[a-z-]+):\s*(#[0-9a-fA-F]{6})`)
	darkRoot = regexp.MustCompile(`@media \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}`)
	root     = regexp.MustCompile(`(?m)^:root \{([^}]*)\}`)
)

// ParseTokens reads the tokens that are written as six hexadecimal digits in
// the sheet's first ":root" and in that of its dark scheme.
func ParseTokens(sheet string) (Tokens, error) {
	read := func(block *regexp.Regexp) (map[string]Colour, error) {
		found := block.FindStringSubmatch(sheet)
		if found == nil {
			return nil, fmt.Errorf("the style sheet has no %s", block)
		}
		tokens := make(map[string]Colour)
		for _, declared := range token.FindAllStringSubmatch(found[1], -1) {
			c, err := Parse(declared[2])
			if err != nil {
				return nil, err
			}
			tokens[declared[1]] = c
		}
		return tokens, nil
	}
	light, err := read(root)
	if err != nil {
		return Tokens{}, err
	}
	dark, err := read(darkRoot)
	return Tokens{light, dark}, err
}

// Sheet is what a council's colours, either of which may be "", add to the end
// of a style sheet: its own tokens, derived for the grounds that the sheet has.
// A sheet without these grounds is a council's own, which is left alone but for
// the two colours.
func Sheet(sheet, council, accent string) string {
	if council == "" && accent == "" {
		return ""
	}
	var b strings.Builder
	b.WriteString("\n:root{")
	if council != "" {
		fmt.Fprintf(&b, "--council:%s;", council)
	}
	if accent != "" {
		fmt.Fprintf(&b, "--council-accent:%s;", accent)
	}
	b.WriteString("}")
	tokens, err := ParseTokens(sheet)
	if err != nil || !hasGrounds(tokens.Light) || !hasGrounds(tokens.Dark) {
		return b.String()
	}
	main, err := Parse(council)
	if err != nil {
		main = tokens.Light["--council"]
	}
	second, err := Parse(accent)
	if err != nil {
		second = main
	}
	light := Light(main, second, Scheme{tokens.Light["--paper"], tokens.Light["--tint"]})
	dark := Dark(main, second, Scheme{tokens.Dark["--paper"], tokens.Dark["--tint"]})
	// Paper is black on white, whatever the colours.
	fmt.Fprintf(&b, "\n@media screen{:root{%s}}\n@media screen and (prefers-color-scheme:dark){:root{%s}}", light.declarations(), dark.declarations())
	return b.String()
}

func hasGrounds(tokens map[string]Colour) bool {
	_, paper := tokens["--paper"]
	_, tint := tokens["--tint"]
	return paper && tint
}

func (p Palette) declarations() string {
	return fmt.Sprintf("--link:%s;--visited:%s;--band:%s;--on-band:%s;--rule:%s", p.Link, p.Visited, p.Band, p.OnBand, p.Rule)
}
