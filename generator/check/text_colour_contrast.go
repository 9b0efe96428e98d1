package check

import (
	"fmt"
	"math"
	"strconv"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// paleColour: a colour of the council that is hardly seen on the page: its rules
// and borders would be under 3 to 1 (RGAA 3.3).
var paleColour = Rule{
	Name:     "pale-colour",
	Severity: diagnostic.Warning,
	Council: func(c *council.Council, report Reporter) {
		eachColour(c, func(at diagnostic.Position, args diagnostic.Args, ratio float64) {
			if ratio < 3 {
				report(at, "darker-colour", args)
			}
		})
	},
}

// deepenedColour: a colour that bears no text as it is. The stylesheet derives
// from it one that does, at 7 to 1, so that this is only worth knowing.
var deepenedColour = Rule{
	Name:     "deepened-colour",
	Severity: diagnostic.Information,
	Council: func(c *council.Council, report Reporter) {
		eachColour(c, func(at diagnostic.Position, args diagnostic.Args, ratio float64) {
			if ratio >= 3 && ratio < 7 {
				report(at, "deeper-colour", args)
			}
		})
	},
}

func eachColour(c *council.Council, visit func(at diagnostic.Position, args diagnostic.Args, ratio float64)) {
	for _, colour := range []struct {
		path  string
		value council.Colour
	}{{"appearance.colour", c.Settings.Appearance.Colour}, {"appearance.accent", c.Settings.Appearance.Accent}} {
		if colour.value == "" {
			continue
		}
		ratio := onWhite(colour.value)
		visit(inSettings(c, colour.path), diagnostic.Args{"value": string(colour.value), "ratio": fmt.Sprintf("%.1f", math.Floor(ratio*10)/10)}, ratio)
	}
}

// onWhite is the contrast of a colour with white, as WCAG 2 measures it: from 1
// to 21.
func onWhite(colour council.Colour) float64 {
	channel := func(from int) float64 {
		n, _ := strconv.ParseUint(string(colour)[from:from+2], 16, 8)
		v := float64(n) / 255
		if v <= 0.04045 {
			return v / 12.92
		}
		return math.Pow((v+0.055)/1.055, 2.4)
	}
	return 1.05 / (0.2126*channel(1) + 0.7152*channel(3) + 0.0722*channel(5) + 0.05)
}
