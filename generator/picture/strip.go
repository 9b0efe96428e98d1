package picture

import (
	"errors"
)

// stripped is a picture's file without its metadata, and what was seen on the
// way.
type stripped struct {
	text        []byte
	profile     []byte // of a JPEG's colours
	animated    bool
	transparent bool // it may be
	lossy       bool // of a WebP
}

// errShort says that a file ends before the picture does, or is not made as its
// format asks.
var errShort = errors.New("the picture's file is cut short or damaged")

// strip copies what a decoder needs and nothing else: no place, no date, no
// name of a device or a person, no small copy of the picture before it was
// cropped, and nothing of what follows the picture's end.
func strip(format Format, text []byte) (stripped, error) {
	switch format {
	case JPEG:
		return stripJPEG(text)
	case PNG:
		return stripPNG(text)
	case GIF:
		return stripGIF(text)
	case WebP:
		return stripWebP(text)
	}
	return stripped{}, errors.New("this is no bitmap")
}
