package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"slices"

	"golang.org/x/image/draw"
)

// quality of JPEGs, of 100: a photograph 960 pixels wide weighs some 80 kB, and
// nobody sees what is lost.
const quality = 76

// Resize makes a picture in each of the widths, upright and without anything
// but its pixels. It is decoded once, and each width is made of the one before,
// from the widest.
func Resize(text []byte, facts Facts, widths []int) ([][]byte, error) {
	made := make([][]byte, len(widths))
	order := make([]int, len(widths))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return widths[b] - widths[a] })
	var pixels image.Image
	for _, i := range order {
		width := widths[i]
		if width > facts.Width {
			return nil, fmt.Errorf("a picture %d pixels wide is not enlarged to %d", facts.Width, width)
		}
		if facts.Format == SVG || facts.keeps(width) {
			clean, err := Clean(text, facts)
			if err != nil {
				return nil, err
			}
			made[i] = clean
			continue
		}
		if pixels == nil {
			decoded, err := decode(text, facts)
			if err != nil {
				return nil, err
			}
			pixels = turn(scale(decoded, along(facts, width)), facts.turned)
		} else {
			pixels = scale(pixels, image.Pt(width, facts.HeightAt(width)))
		}
		format := PNG
		if facts.photo {
			format = JPEG
		}
		encoded, err := encode(pixels, format, facts.profile)
		if err != nil {
			return nil, err
		}
		made[i] = encoded
	}
	return made, nil
}

// HeightAt is the height of a picture in a width, to the nearest pixel.
func (f Facts) HeightAt(width int) int {
	return max(1, (f.Height*width*2+f.Width)/(2*f.Width))
}

// along is the size in a width of the picture as it lies in the file.
func along(facts Facts, width int) image.Point {
	if facts.turned >= 5 {
		return image.Pt(facts.HeightAt(width), width)
	}
	return image.Pt(width, facts.HeightAt(width))
}

func scale(from image.Image, size image.Point) image.Image {
	if from.Bounds().Size() == size {
		return from
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	draw.CatmullRom.Scale(to, to.Bounds(), from, from.Bounds(), draw.Src, nil)
	return to
}

// turn sets a picture upright that was taken with the camera held otherwise, as
// Exif counts the eight ways.
func turn(from image.Image, orientation int) image.Image {
	if orientation <= 1 {
		return from
	}
	lying, ok := from.(*image.RGBA)
	if b := from.Bounds(); !ok || b.Min != (image.Point{}) {
		lying = image.NewRGBA(image.Rectangle{Max: b.Size()})
		draw.Copy(lying, image.Point{}, from, b, draw.Src, nil)
	}
	w, h := lying.Rect.Dx(), lying.Rect.Dy()
	size := image.Pt(w, h)
	if orientation >= 5 {
		size = image.Pt(h, w)
	}
	to := image.NewRGBA(image.Rectangle{Max: size})
	for y := range h {
		for x := range w {
			var p image.Point
			switch orientation {
			case 2:
				p = image.Pt(w-1-x, y)
			case 3:
				p = image.Pt(w-1-x, h-1-y)
			case 4:
				p = image.Pt(x, h-1-y)
			case 5:
				p = image.Pt(y, x)
			case 6:
				p = image.Pt(h-1-y, x)
			case 7:
				p = image.Pt(h-1-y, w-1-x)
			case 8:
				p = image.Pt(y, w-1-x)
			}
			to.SetRGBA(p.X, p.Y, lying.RGBAAt(x, y))
		}
	}
	return to
}

// encode writes pixels as a JPEG, or else as a PNG.
func encode(pixels image.Image, format Format, profile []byte) ([]byte, error) {
	var b bytes.Buffer
	if format != JPEG {
		err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, pixels)
		return b.Bytes(), err
	}
	if err := jpeg.Encode(&b, pixels, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	return withProfile(b.Bytes(), profile), nil
}
