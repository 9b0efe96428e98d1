package colour

import (
	"math"
	"os"
	"strings"
	"testing"
)

func parse(t testing.TB, text string) Colour {
	t.Helper()
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The figures are those of the contrast checkers that people use.
func TestContrastIsThatOfWCAG(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#777777", "#ffffff", 4.48},
		{"#949494", "#ffffff", 3.03},
		{"#1d4e63", "#ffffff", 9.04},
		{"#ff0000", "#ffff00", 3.72},
	} {
		got := Contrast(parse(t, test.a), parse(t, test.b))
		if math.Abs(got-test.want) > .02 || got != Contrast(parse(t, test.b), parse(t, test.a)) {
			t.Errorf("%s on %s: %.3f, want %.2f", test.a, test.b, got, test.want)
		}
	}
}

func TestTonesAreThereAndBack(t *testing.T) {
	eachColour(func(c Colour) {
		if back := c.tone().unbounded(); back.String() != c.String() {
			t.Errorf("%s came back as %s", c, back)
		}
	})
}

// Whatever colour a council chooses, everything that is written in it reads at
// 7 to 1, and every line that is drawn in it is seen at 3 to 1.
func TestEveryCouncilCanBeRead(t *testing.T) {
	tokens := published(t)
	for name, scheme := range map[string]struct {
		tokens map[string]Colour
		derive func(council, accent Colour, s Scheme) Palette
	}{"light": {tokens.Light, Light}, "dark": {tokens.Dark, Dark}} {
		s := Scheme{scheme.tokens["--paper"], scheme.tokens["--tint"]}
		eachColour(func(c Colour) {
			p := scheme.derive(c, c, s)
			for _, pair := range []struct {
				what   string
				on, of Colour
				least  float64
			}{
				{"a link on paper", s.Paper, p.Link, Text}, {"a link on tint", s.Tint, p.Link, Text},
				{"a visited link on paper", s.Paper, p.Visited, Text}, {"a visited link on tint", s.Tint, p.Visited, Text},
				{"text on the band", p.Band, p.OnBand, Text},
				{"a rule on paper", s.Paper, p.Rule, Graphic}, {"a rule on tint", s.Tint, p.Rule, Graphic},
			} {
				if got := Contrast(pair.on, pair.of); got < pair.least {
					t.Errorf("%s, council %s: %s is %.2f to 1", name, c, pair.what, got)
				}
			}
		})
	}
}

// Every pair of tokens that stand one on the other.
func TestTheTokensOfTheStyleSheetCanBeRead(t *testing.T) {
	tokens := published(t)
	for name, of := range map[string]map[string]Colour{"light": tokens.Light, "dark": tokens.Dark} {
		for _, pair := range []struct {
			on    string
			least float64
			of    []string
		}{
			{"--paper", Text, []string{"--ink", "--muted", "--link", "--visited", "--late"}},
			{"--tint", Text, []string{"--ink", "--muted", "--link", "--visited", "--late"}},
			{"--band", Text, []string{"--on-band"}},
			{"--paper", Graphic, []string{"--edge", "--rule"}},
			{"--tint", Graphic, []string{"--edge", "--rule"}},
		} {
			for _, token := range pair.of {
				on, ok := of[pair.on]
				c, known := of[token]
				if !ok || !known {
					t.Errorf("%s: %s or %s is not declared in hexadecimal digits", name, pair.on, token)
				} else if got := Contrast(on, c); got < pair.least {
					t.Errorf("%s: %s on %s is %.2f to 1, %g wanted", name, token, pair.on, got, pair.least)
				}
			}
		}
	}
}

func TestAColourThatIsDarkEnoughStays(t *testing.T) {
	white := Colour{1, 1, 1}
	if got := Deepened(parse(t, "#1d4e63"), Text, white); got.String() != "#1d4e63" {
		t.Errorf("it became %s", got)
	}
	yellow := Deepened(parse(t, "#ffee88"), LeastText, white)
	if ratio := Contrast(yellow, white); ratio < LeastText || ratio > LeastText+.3 {
		t.Errorf("yellow became %s, %.2f to 1", yellow, ratio)
	}
}

// eachColour visits 729 colours that stand even in the cube of those of a screen.
func eachColour(visit func(Colour)) {
	for r := 0; r <= 8; r++ {
		for g := 0; g <= 8; g++ {
			for b := 0; b <= 8; b++ {
				c, _ := Parse(Colour{float64(r) / 8, float64(g) / 8, float64(b) / 8}.String())
				visit(c)
			}
		}
	}
}

// published are the tokens of the style sheet that the command embeds.
func published(t *testing.T) Tokens {
	t.Helper()
	sheet, err := os.ReadFile("../../static/css/style.css")
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := ParseTokens(string(sheet))
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func TestASheetHasTheCouncilsColours(t *testing.T) {
	const sheet = `:root {
  --paper: #fffdfa;
  --tint: #f6f2ea;
  --council: #24505e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715;
    --tint: #25231f;
  }
}
`
	if added := Sheet(sheet, "", ""); added != "" {
		t.Errorf("no colour was chosen, %q was added", added)
	}
	added := Sheet(sheet, "#ffcc00", "")
	for _, want := range []string{":root{--council:#ffcc00;}", "@media screen{:root{--link:#", "--band:#ffcc00", "(prefers-color-scheme:dark)"} {
		if !strings.Contains(added, want) {
			t.Errorf("no %q in %s", want, added)
		}
	}
	named := strings.NewReplacer("#fffdfa", "white", "#181715", "black").Replace(sheet)
	for _, without := range []string{"body{}", named} {
		if added := Sheet(without, "#ffcc00", "#112233"); added != "\n:root{--council:#ffcc00;--council-accent:#112233;}" {
			t.Errorf("a sheet without grounds was given %q", added)
		}
	}
}
