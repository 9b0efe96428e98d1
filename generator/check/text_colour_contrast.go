package check

import (
	"fmt"
	"math"

	"greffe/generator/colour"
	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

var white = colour.Colour{R: 1, G: 1, B: 1}

// paleColour: a colour of the council that nobody would see on the page: at
// under 3 to 1, what is drawn in it is lost (RGAA 3.3). It is the one colour that
// the site shows as it is, so that nothing can mend it but another choice.
var paleColour = Rule{
	Name:     "pale-colour",
	Severity: diagnostic.Error,
	Council: func(c *council.Council, report Reporter) {
		chosen := c.Settings.Appearance.Colour
		if of, ratio := onWhite(chosen); chosen != "" && ratio < colour.Graphic {
			args := contrast(chosen, ratio)
			args["better"] = colour.Deepened(of, colour.LeastText, white).String()
			report(inSettings(c, "appearance.colour"), "darker-colour", args)
		}
	},
}

// deepenedColour: a colour that bears no text as it is, or an accent that draws
// no line. The site derives from it one that does (RGAA 3.2, and 7 to 1 where it
// asks for 4.5), so that this is only worth knowing.
var deepenedColour = Rule{
	Name:     "deepened-colour",
	Severity: diagnostic.Information,
	Council: func(c *council.Council, report Reporter) {
		chosen, accent := c.Settings.Appearance.Colour, c.Settings.Appearance.Accent
		if _, ratio := onWhite(chosen); chosen != "" && ratio >= colour.Graphic && ratio < colour.Text {
			report(inSettings(c, "appearance.colour"), "deeper-colour", contrast(chosen, ratio))
		}
		if _, ratio := onWhite(accent); accent != "" && ratio < colour.Graphic {
			report(inSettings(c, "appearance.accent"), "deeper-colour", contrast(accent, ratio))
		}
	},
}

func onWhite(chosen council.Colour) (of colour.Colour, ratio float64) {
	of, err := colour.Parse(string(chosen))
	if err != nil {
		return of, 0
	}
	return of, colour.Contrast(of, white)
}

// contrast rounds down: 2.97 is not 3.
func contrast(chosen council.Colour, ratio float64) diagnostic.Args {
	return diagnostic.Args{"value": string(chosen), "ratio": fmt.Sprintf("%.1f", math.Floor(ratio*10)/10)}
}
