package social

import (
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"sync"

	"greffe/generator/colour"
	"greffe/generator/site"
)

// The poster is a page of the register, as the site's own pages are: a margin at
// the left, ruled off by two lines, and the text at its right. All lengths are in
// pixels.
const (
	marginWidth = 96
	textLeft    = 176
	textRight   = site.PosterWidth - 88
	textTop     = 92
	textBottom  = site.PosterHeight - 84
	gap         = 30  // between the title and the council's name, at least
	belowRoom   = 170 // of the council's name
)

// The colours that a council without any has, and the ground's, are those of the
// stylesheet.
const (
	ownColour = "#24505e"
	ownAccent = ownColour
	paper     = "#fffdfa"
	tint      = "#f6f2ea"
)

// shades is how many steps lead from the ground to the letters: enough for
// smooth edges, few enough for a light file.
const shades = 16

// What stands at each place of the palette.
const (
	ground = 0
	title  = shades       // the first shade of the title's letters
	name   = 2 * shades   // of the council's
	margin = 3 * shades   // a plain colour
	line   = 3*shades + 1 // the same
)

func draw(w io.Writer, p site.Poster) error {
	colours, err := palette(p)
	if err != nil {
		return err
	}
	picture := sheets.Get().(*image.Paletted)
	defer sheets.Put(picture)
	clear(picture.Pix)
	picture.Palette = colours
	fill(picture, image.Rect(0, 0, marginWidth, site.PosterHeight), margin)
	fill(picture, image.Rect(marginWidth+14, 0, marginWidth+18, site.PosterHeight), line)
	fill(picture, image.Rect(marginWidth+24, 0, marginWidth+26, site.PosterHeight), line)

	below := set(regular, []float64{38, 33, 28}, belowRoom, p.Council, p.Place)
	defer below.close()
	large := set(medium, []float64{104, 90, 76, 64, 54}, textBottom-textTop-below.height()-gap, p.Title)
	defer large.close()
	large.write(picture, textTop, title)
	below.write(picture, textBottom-below.height(), name)
	return (&png.Encoder{CompressionLevel: png.DefaultCompression, BufferPool: &encoders}).Encode(w, picture)
}

// sheets and encoders are kept for the next poster: each takes a megabyte.
var (
	sheets = sync.Pool{New: func() any {
		return image.NewPaletted(image.Rect(0, 0, site.PosterWidth, site.PosterHeight), nil)
	}}
	encoders encoderPool
)

type encoderPool struct{ kept sync.Pool }

// Get answers nil if there is none: the encoder makes its own then.
func (p *encoderPool) Get() *png.EncoderBuffer {
	buffer, _ := p.kept.Get().(*png.EncoderBuffer)
	return buffer
}

func (p *encoderPool) Put(buffer *png.EncoderBuffer) { p.kept.Put(buffer) }

// palette has the ground, the steps from it to each kind of letters, and the
// plain colours.
func palette(p site.Poster) (color.Palette, error) {
	var parsed [4]colour.Colour
	for i, text := range []string{cmp.Or(string(p.Colour), ownColour), cmp.Or(string(p.Accent), string(p.Colour), ownAccent), paper, tint} {
		var err error
		if parsed[i], err = colour.Parse(text); err != nil {
			return nil, fmt.Errorf("drawing the image of links: %w", err)
		}
	}
	chosen, sheet := parsed[0], parsed[2]
	derived := colour.Light(chosen, parsed[1], colour.Scheme{Paper: sheet, Tint: parsed[3]})
	var all color.Palette
	for _, ink := range []colour.Colour{sheet, derived.Link, {R: .11, G: .102, B: .09}} {
		for step := range shades {
			all = append(all, mixed(sheet, ink, float64(step)/(shades-1)))
		}
	}
	return append(all, opaque(chosen), opaque(derived.Rule)), nil
}

func mixed(a, b colour.Colour, part float64) color.RGBA {
	between := func(a, b float64) float64 { return a + float64((b-a)*part) }
	return opaque(colour.Colour{R: between(a.R, b.R), G: between(a.G, b.G), B: between(a.B, b.B)})
}

func opaque(c colour.Colour) color.RGBA {
	channel := func(v float64) uint8 { return uint8(min(max(v, 0), 1)*255 + .5) }
	return color.RGBA{channel(c.R), channel(c.G), channel(c.B), 255}
}

func fill(p *image.Paletted, r image.Rectangle, index uint8) {
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := p.Pix[p.PixOffset(r.Min.X, y):p.PixOffset(r.Max.X, y)]
		for x := range row {
			row[x] = index
		}
	}
}
