// Package colour works out colours that people can read: the contrast of two of
// them as WCAG 2 measures it, and, from the one or two that a council chose, all
// those that a page bears text in.
//
// A council keeps its hue. What is changed is lightness, in OKLCH, where a step
// looks the same in any hue: the first step that reaches the contrast asked for
// is taken, so that a colour which is dark enough already stays as it is.
package colour

import (
	"fmt"
	"math"
	"strconv"
)

// Contrasts asked for: of text (WCAG 1.4.6, AAA), of text at the least (1.4.3,
// AA), and of what is no text: borders, focus, charts (1.4.11).
const (
	Text      = 7.0
	LeastText = 4.5
	Graphic   = 3.0
)

// A Colour is what a screen shows, its channels from 0 to 1 as sRGB encodes
// them.
type Colour struct{ R, G, B float64 }

// Parse reads six hexadecimal digits after a hash.
func Parse(text string) (Colour, error) {
	if len(text) != 7 || text[0] != '#' {
		return Colour{}, fmt.Errorf("%q is no colour", text)
	}
	n, err := strconv.ParseUint(text[1:], 16, 32)
	if err != nil {
		return Colour{}, fmt.Errorf("%q is no colour", text)
	}
	return Colour{float64(n>>16) / 255, float64(n>>8&0xff) / 255, float64(n&0xff) / 255}, nil
}

// String is the colour as style sheets write it: #1d4e63.
func (c Colour) String() string {
	return fmt.Sprintf("#%02x%02x%02x", channel(c.R), channel(c.G), channel(c.B))
}

func channel(v float64) int { return int(math.Round(255 * min(max(v, 0), 1))) }

// Contrast is the ratio of two colours, from 1 to 21.
func Contrast(a, b Colour) float64 {
	light, dark := a.luminance(), b.luminance()
	if light < dark {
		light, dark = dark, light
	}
	return (light + .05) / (dark + .05)
}

func (c Colour) luminance() float64 {
	return .2126*linear(c.R) + .7152*linear(c.G) + .0722*linear(c.B)
}

func linear(v float64) float64 {
	if v <= .04045 {
		return v / 12.92
	}
	return math.Pow((v+.055)/1.055, 2.4)
}

func encoded(v float64) float64 {
	if v <= .0031308 {
		return v * 12.92
	}
	return 1.055*math.Pow(v, 1/2.4) - .055
}

// A tone is a colour by its lightness, its chroma and its hue in degrees: OKLCH
// (Björn Ottosson, 2020), which style sheets know too.
type tone struct{ l, c, h float64 }

func (c Colour) tone() tone {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	l := math.Cbrt(.4122214708*r + .5363325363*g + .0514459929*b)
	m := math.Cbrt(.2119034982*r + .6806995451*g + .1073969566*b)
	s := math.Cbrt(.0883024619*r + .2817188376*g + .6299787005*b)
	A := 1.9779984951*l - 2.4285922050*m + .4505937099*s
	B := .0259040371*l + .7827717662*m - .8086757660*s
	return tone{.2104542553*l + .7936177850*m - .0040720468*s, math.Hypot(A, B), math.Atan2(B, A) * 180 / math.Pi}
}

// colour is the nearest colour that a screen shows: chroma gives way first.
func (t tone) colour() Colour {
	for ; t.c > 0; t.c -= .005 {
		if c := t.unbounded(); c.shown() {
			return c
		}
	}
	t.c = 0
	return t.unbounded()
}

func (c Colour) shown() bool {
	for _, v := range [...]float64{c.R, c.G, c.B} {
		if v < -.001 || v > 1.001 {
			return false
		}
	}
	return true
}

func (t tone) unbounded() Colour {
	A, B := t.c*math.Cos(t.h*math.Pi/180), t.c*math.Sin(t.h*math.Pi/180)
	l := math.Pow(t.l+.3963377774*A+.2158037573*B, 3)
	m := math.Pow(t.l-.1055613458*A-.0638541728*B, 3)
	s := math.Pow(t.l-.0894841775*A-1.2914855480*B, 3)
	return Colour{
		encoded(4.0767416621*l - 3.3077115913*m + .2309699292*s),
		encoded(-1.2684380046*l + 2.6097574011*m - .3413193965*s),
		encoded(-.0041960863*l - .7034186147*m + 1.7076147010*s),
	}
}

// against is the first tone, a step of lightness after another, whose contrast
// with every ground reaches a ratio. A step below 0 darkens.
func (t tone) against(ratio, step float64, grounds ...Colour) Colour {
	for ; t.l > 0 && t.l < 1; t.l += step {
		// Written and read again: what counts is the colour that is published.
		c, _ := Parse(t.colour().String())
		if reaches(c, ratio, grounds) {
			return c
		}
	}
	if step < 0 {
		return Colour{}
	}
	return Colour{1, 1, 1}
}

func reaches(c Colour, ratio float64, grounds []Colour) bool {
	for _, ground := range grounds {
		if Contrast(c, ground) < ratio {
			return false
		}
	}
	return true
}

// Deepened is the colour of the same hue, as near as may be, whose contrast with
// a ground reaches a ratio.
func Deepened(c Colour, ratio float64, ground Colour) Colour {
	if reaches(c, ratio, []Colour{ground}) {
		return c
	}
	return c.tone().against(ratio, -.005, ground)
}
