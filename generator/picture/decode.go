package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"sync"

	"github.com/bep/imagemeta"
	"golang.org/x/image/webp"
)

// What may be decoded. A telephone's best camera makes 50 million pixels and 20
// MB; sixty thousand by sixty thousand pixels fit in ninety bytes.
const (
	MaxBytes  = 32 << 20
	MaxPixels = 52_000_000
	maxSide   = 16_384
	maxMemory = 256 << 20 // of the pixels, in bytes
)

type codec struct {
	config func([]byte) (image.Config, error)
	decode func([]byte) (image.Image, error)
}

var codecs = map[Format]codec{
	JPEG: {
		func(b []byte) (image.Config, error) { return jpeg.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return jpeg.Decode(bytes.NewReader(b)) },
	},
	PNG: {
		func(b []byte) (image.Config, error) { return png.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return png.Decode(bytes.NewReader(b)) },
	},
	GIF: {
		func(b []byte) (image.Config, error) { return gif.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return gif.Decode(bytes.NewReader(b)) }, // the first image
	},
	WebP: {
		func(b []byte) (image.Config, error) { return webp.DecodeConfig(bytes.NewReader(b)) },
		func(b []byte) (image.Image, error) { return webp.Decode(bytes.NewReader(b)) },
	},
}

func lookAtBitmap(format Format, text []byte) Facts {
	config, err := codecs[format].config(text)
	facts := Facts{Format: format, Width: config.Width, Height: config.Height, turned: 1}
	switch {
	case err != nil || config.Width <= 0 || config.Height <= 0:
		return Facts{Flaw: Unreadable}
	case isTooLarge(config):
		return Facts{Flaw: TooLarge, Width: config.Width, Height: config.Height}
	}
	stripped, err := strip(format, text)
	if err != nil {
		return Facts{Flaw: Unreadable}
	}
	facts.Animated, facts.profile = stripped.animated, stripped.profile
	facts.photo = isPhoto(format, config, stripped)
	facts.Sum = sumOf(text)
	if facts.turned = orientation(format, text); facts.turned >= 5 { // a quarter turn
		facts.Width, facts.Height = facts.Height, facts.Width
	}
	if format == WebP && facts.turned != 1 { // nothing here writes one upright
		return Facts{Flaw: Unsupported, What: "WebP (Exif)"}
	}
	return facts
}

func isTooLarge(config image.Config) bool {
	if config.Width > maxSide || config.Height > maxSide {
		return true
	}
	pixels := config.Width * config.Height
	return pixels > MaxPixels || pixels*depth(config.ColorModel) > maxMemory
}

// depth is how many bytes a pixel takes in memory, at most.
func depth(model color.Model) int {
	switch model {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	}
	return 4
}

// isPhoto tells whether a picture loses less as a JPEG than it weighs as a PNG.
// One without transparency that its own format could not bring under a byte a
// pixel has no flat colours or sharp lines to lose.
func isPhoto(format Format, config image.Config, s stripped) bool {
	switch format {
	case JPEG:
		return true
	case WebP:
		return s.lossy && !s.transparent
	case PNG:
		return !s.transparent && len(s.text) > config.Width*config.Height
	}
	return false
}

var exifOf = map[Format]imagemeta.ImageFormat{JPEG: imagemeta.JPEG, PNG: imagemeta.PNG, WebP: imagemeta.WebP}

// orientation is how the camera was held, from 1 to 8 as Exif counts (tag
// 0x0112); 1 if it does not say.
func orientation(format Format, text []byte) int {
	kind, ok := exifOf[format]
	if !ok {
		return 1
	}
	found := 1
	const tag = "Orientation"
	// What cannot be read as Exif says nothing: the error is of no use.
	_, _ = imagemeta.Decode(imagemeta.Options{
		R: bytes.NewReader(text), ImageFormat: kind, Sources: imagemeta.EXIF,
		ShouldHandleTag: func(t imagemeta.TagInfo) bool { return t.Tag == tag && t.Namespace == "IFD0" },
		HandleTag: func(t imagemeta.TagInfo) error {
			if n, ok := t.Value.(uint16); ok && n >= 1 && n <= 8 {
				found = int(n)
			}
			return imagemeta.ErrStopWalking
		},
		Warnf: func(string, ...any) {},
	})
	return found
}

// heavy lets one large picture be decoded at a time: two of them, progressive
// JPEGs, would take a gigabyte.
var heavy sync.Mutex

const heavyPixels = 12_000_000

// decode returns the pixels as they lie in the file.
func decode(text []byte, facts Facts) (decoded image.Image, err error) {
	if facts.Flaw != "" || facts.Format == SVG {
		return nil, errors.New("this picture is not to be decoded")
	}
	if facts.Width*facts.Height > heavyPixels {
		heavy.Lock()
		defer heavy.Unlock()
	}
	defer func() { // a decoder that stumbles over one picture must not bring the build down
		if r := recover(); r != nil {
			err = fmt.Errorf("decoding the picture: %v", r)
		}
	}()
	decoded, err = codecs[facts.Format].decode(text)
	if err != nil {
		return nil, fmt.Errorf("decoding the picture: %w", err)
	}
	return decoded, nil
}
