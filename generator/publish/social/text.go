package social

import (
	"image"
	"image/color"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gomedium"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// The fonts are parsed once. They cover the Latin, Greek and Cyrillic scripts;
// the letters of others are left out.
var (
	regular = sync.OnceValue(func() *opentype.Font { return parsed(goregular.TTF) })
	medium  = sync.OnceValue(func() *opentype.Font { return parsed(gomedium.TTF) })
)

func parsed(ttf []byte) *opentype.Font {
	parsed, err := opentype.Parse(ttf)
	if err != nil {
		panic(err) // it is part of the program
	}
	return parsed
}

// A text is set in lines of a size that fits.
type text struct {
	face  font.Face
	lines []string
}

const textWidth = textRight - textLeft

// set breaks paragraphs into lines, in the first of the sizes in which they fit
// the room, a height in pixels. What does not fit in the last is cut.
func set(of func() *opentype.Font, sizes []float64, room int, paragraphs ...string) *text {
	for i, size := range sizes {
		face, err := opentype.NewFace(of(), &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingNone})
		if err != nil {
			panic(err) // the sizes are ours
		}
		t := &text{face: face}
		fits := true
		for _, paragraph := range paragraphs {
			fits = t.add(covered(face, paragraph)) && fits
		}
		switch most := max(1, room/t.leading()); {
		case fits && len(t.lines) <= most:
			return t
		case i == len(sizes)-1:
			if len(t.lines) > most {
				t.lines = t.lines[:most]
				t.lines[most-1] = t.cut(t.lines[most-1] + "…")
			}
			return t
		}
		t.close()
	}
	return nil
}

// plain are signs that fonts lack, by those that stand for them.
var plain = strings.NewReplacer("\u202f", "\u00a0", "\u2011", "-", "\u00ad", "")

// covered leaves out the letters that the font does not have.
func covered(face font.Face, words string) string {
	return strings.Map(func(r rune) rune {
		if _, ok := face.GlyphAdvance(r); !ok {
			return -1
		}
		return r
	}, plain.Replace(words))
}

// add breaks a paragraph at its spaces; it answers false if a word is wider than
// a line, which is cut.
func (t *text) add(paragraph string) bool {
	fits := true
	line := ""
	for _, word := range strings.FieldsFunc(paragraph, func(r rune) bool { return r == ' ' || r == '\n' }) {
		longer := strings.TrimPrefix(line+" "+word, " ")
		if line != "" && t.width(longer) > textWidth {
			t.lines = append(t.lines, line)
			longer = word
		}
		if t.width(longer) > textWidth {
			fits = false
			longer = t.cut(longer + "…")
		}
		line = longer
	}
	if line != "" {
		t.lines = append(t.lines, line)
	}
	return fits
}

// cut shortens a line that ends in "…" until it fits: between two words, or
// within one that is a line by itself.
func (t *text) cut(line string) string {
	line = strings.TrimSuffix(line, "…")
	for t.width(line+"…") > textWidth {
		if space := strings.LastIndexByte(line, ' '); space > 0 {
			line = line[:space]
		} else {
			_, size := utf8.DecodeLastRuneInString(line)
			line = line[:len(line)-size]
		}
	}
	return strings.TrimRight(line, " \u00a0,;:") + "…"
}

func (t *text) width(words string) int { return font.MeasureString(t.face, words).Ceil() }

func (t *text) leading() int {
	metrics := t.face.Metrics()
	return (metrics.Ascent + metrics.Descent).Ceil()
}

func (t *text) height() int { return t.leading() * len(t.lines) }

func (t *text) close() { _ = t.face.Close() }

// write draws the lines from a height down, in the shades that begin at a place
// of the palette.
func (t *text) write(on *image.Paletted, top int, first uint8) {
	for i, words := range t.lines {
		baseline := top + i*t.leading() + t.face.Metrics().Ascent.Ceil()
		pen := &font.Drawer{Dst: &inked{on, first}, Src: image.Opaque, Face: t.face, Dot: fixed.P(textLeft, baseline)}
		pen.DrawString(words)
	}
}

// An inked picture takes the letters as they are drawn: how much of a pixel they
// cover is a shade.
type inked struct {
	on    *image.Paletted
	first uint8
}

func (i *inked) Bounds() image.Rectangle { return i.on.Rect }

func (i *inked) ColorModel() color.Model { return color.AlphaModel }

// At is nothing: letters are drawn on the bare ground, once.
func (i *inked) At(int, int) color.Color { return color.Alpha{} }

func (i *inked) Set(x, y int, c color.Color) {
	_, _, _, alpha := c.RGBA()
	shade := uint8((alpha*(shades-1) + 0x7fff) / 0xffff)
	if shade > 0 && i.on.ColorIndexAt(x, y) < i.first+shade { // letters may touch
		i.on.SetColorIndex(x, y, i.first+shade)
	}
}
