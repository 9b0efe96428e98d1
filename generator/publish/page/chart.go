package page

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
)

// A Chart is numbers as bars, one below another, each under its own words. It
// is drawn as SVG without a view box: lengths across are parts of the width and
// heights are in em, so that its text stays as large as the page's on a
// telephone and grows with the reader's own size.
//
// Nothing in it is said by colour: parts of a bar differ by their pattern, and
// every number is written. Its alternative says all that it shows.
type Chart struct {
	ID     string // begins with a capital; its patterns' ids begin with it
	Title  string // what it shows
	Values string // every number, in words
	Height string // in em
	Keys   []Key  // what the patterns stand for; nil if there is one
	Bars   []Bar

	apart bool // the values stand on a line of their own
}

// A Key is what a pattern stands for.
type Key struct{ Fill, Name string }

// A Bar is one line of a chart: its name, its value in words, and its parts
// from left to right.
type Bar struct {
	Label, Value        string
	LabelY, ValueY, Top string // in em
	Parts               []Section
}

// A Section is a part of a bar. Across is in hundredths of the chart's width.
type Section struct{ Fill, X, Width string }

// A Pattern is how a part of a bar is drawn.
type Pattern string

const (
	Solid   Pattern = "solid"
	Hatched Pattern = "hatched"
	Dotted  Pattern = "dotted"
	Open    Pattern = "open" // an outline
)

// fill is the pattern as SVG writes it.
func (c *Chart) fill(p Pattern) string {
	switch p {
	case Solid:
		return "currentColor"
	case Open:
		return "none"
	}
	return "url(#" + c.ID + "-" + string(p) + ")"
}

// An amount is a part of a bar before it is drawn.
type amount struct {
	n int
	Pattern
}

// A measured is a line of a chart before it is drawn. No amounts: its value is
// not known, which is no bar and not an empty one.
type measured struct {
	label, value string
	amounts      []amount
}

// chart draws lines to one scale, or each to its own whole when they are
// shares: then every bar is as long as the chart.
func (v *View) chart(id, title string, shares bool, lines []measured) *Chart {
	c := &Chart{ID: "Chart-" + id, Title: title}
	longest := 0
	for _, line := range lines {
		longest = max(longest, line.sum())
		// As much as a line of the narrowest screen holds, its letters spaced out.
		c.apart = c.apart || utf8.RuneCountInString(line.label+line.value) > 24
	}
	top, values := 0.0, make([]string, len(lines))
	for i, line := range lines {
		bar := Bar{Label: line.label, Value: line.value, LabelY: em(top + 1)}
		if top += 1.4; c.apart {
			bar.ValueY = em(top + 1)
			top += 1.4
		}
		whole := longest
		if shares {
			whole = line.sum()
		}
		bar.Top = em(top)
		bar.Parts = c.sections(line.amounts, whole)
		if len(bar.Parts) > 0 {
			top += 1
		}
		top += .9
		c.Bars = append(c.Bars, bar)
		values[i] = v.T("pages.labelled", "label", line.label, "value", line.value)
	}
	c.Height, c.Values = em(top-.7), strings.Join(values, v.T("charts.between"))
	return c
}

func (m measured) sum() int {
	sum := 0
	for _, part := range m.amounts {
		sum += part.n
	}
	return sum
}

func (c *Chart) sections(amounts []amount, whole int) []Section {
	var sections []Section
	from := 0
	for _, part := range amounts {
		if part.n > 0 {
			sections = append(sections, Section{c.fill(part.Pattern), hundredths(from, whole), hundredths(part.n, whole)})
		}
		from += part.n
	}
	return sections
}

// keyed says what the patterns stand for, of those that the chart draws.
func (c *Chart) keyed(names map[Pattern]string) *Chart {
	for _, pattern := range []Pattern{Solid, Hatched, Dotted, Open} {
		if fill := c.fill(pattern); c.draws(fill) {
			c.Keys = append(c.Keys, Key{fill, names[pattern]})
		}
	}
	return c
}

func (c *Chart) draws(fill string) bool {
	for _, bar := range c.Bars {
		for _, part := range bar.Parts {
			if part.Fill == fill {
				return true
			}
		}
	}
	return false
}

// Patterned tells whether the chart draws more than plain and open bars.
func (c *Chart) Patterned() bool { return c.draws(c.fill(Hatched)) || c.draws(c.fill(Dotted)) }

func em(n float64) string { return strconv.FormatFloat(math.Round(n*10)/10, 'f', -1, 64) }

func hundredths(n, whole int) string {
	return strconv.FormatFloat(math.Round(float64(n)*10000/float64(whole))/100, 'f', -1, 64)
}

// VoteBar draws the voices of a vote; nil when they are not all known, or when
// nobody gave theirs.
func (v *View) VoteBar(vote *council.Vote) *Chart {
	cast, known := vote.Cast()
	if !known || cast == 0 {
		return nil
	}
	c := &Chart{ID: "Chart-Vote", Title: v.VoteText(vote), Height: "1.6"}
	c.Bars = []Bar{{Top: ".2", Parts: c.sections([]amount{{*vote.For, Solid}, {*vote.Against, Hatched}, {*vote.Abstentions, Dotted}}, cast)}}
	return c.keyed(map[Pattern]string{Solid: v.Field("vote.for"), Hatched: v.Field("vote.against"), Dotted: v.Field("vote.abstentions")})
}
