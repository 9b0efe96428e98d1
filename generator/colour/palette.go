package colour

// A Scheme is the grounds of a page, in light or in dark: its paper, and the
// tint behind what stands out.
type Scheme struct{ Paper, Tint Colour }

// A Palette is what a scheme derives from a council's colours. Text is written
// in Link, in Visited, and in OnBand over Band; Rule draws lines.
type Palette struct{ Link, Visited, Band, OnBand, Rule Colour }

// pale is the lightness from which a colour keeps its light and bears dark text.
const pale = .75

// Light derives the palette of the light scheme.
func Light(council, accent Colour, s Scheme) Palette {
	t := council.tone()
	p := Palette{
		Link:    tone{min(t.l, .45), min(t.c, .12), t.h}.against(Text, -.005, s.Paper, s.Tint),
		Visited: tone{min(t.l, .42), max(min(t.c, .1), .07), t.h - 70}.against(Text, -.005, s.Paper, s.Tint),
		Band:    council,
	}
	if t.l > pale {
		p.OnBand = tone{.3, .02, t.h}.against(Text, -.005, council)
	} else {
		p.OnBand = s.Paper
		p.Band = Deepened(council, Text, s.Paper)
	}
	a := accent.tone()
	p.Rule = tone{min(max(a.l+.2, .55), .72), min(a.c, .07), a.h}.against(Graphic, -.005, s.Paper, s.Tint)
	return p
}

// Dark derives the palette of the dark scheme.
func Dark(council, accent Colour, s Scheme) Palette {
	t, a := council.tone(), accent.tone()
	p := Palette{
		Link:    tone{max(t.l, .84), min(t.c, .085), t.h}.against(Text, .005, s.Paper, s.Tint),
		Visited: tone{.85, max(min(t.c, .07), .05), t.h - 70}.against(Text, .005, s.Paper, s.Tint),
		OnBand:  Colour{.984, .973, .949},
		Rule:    tone{min(max(a.l, .45), .6), min(a.c, .07), a.h}.against(Graphic, .005, s.Paper, s.Tint),
	}
	p.Band = tone{.3, min(t.c, .045), t.h}.against(Text, -.005, p.OnBand)
	return p
}
