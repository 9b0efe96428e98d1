package picture

import (
	"bytes"
	"encoding/binary"
)

// The markers of a JPEG (ITU-T T.81, table B.1).
const (
	startOfImage = 0xd8
	endOfImage   = 0xd9
	startOfScan  = 0xda
	app0         = 0xe0
	app2         = 0xe2
	app14        = 0xee
	app15        = 0xef
	comment      = 0xfe
)

func stripJPEG(text []byte) (stripped, error) {
	s := stripped{text: make([]byte, 0, len(text)), lossy: true}
	s.text = append(s.text, 0xff, startOfImage)
	for at := 2; ; {
		for at < len(text) && text[at] == 0xff { // any number of them may stand before a marker
			at++
		}
		if at >= len(text) || at < 3 || text[at-1] != 0xff {
			return s, errShort
		}
		marker := text[at]
		at++
		if marker == endOfImage {
			s.text = append(s.text, 0xff, endOfImage)
			return s, nil
		}
		if at+2 > len(text) {
			return s, errShort
		}
		length := int(binary.BigEndian.Uint16(text[at:]))
		if length < 2 || at+length > len(text) {
			return s, errShort
		}
		segment := text[at : at+length]
		at += length
		if marker == app2 && s.profile == nil {
			s.profile = harmlessProfile(segment)
		}
		if !isWanted(marker, segment) {
			continue
		}
		s.text = append(append(s.text, 0xff, marker), segment...)
		if marker == startOfScan {
			end := endOfScan(text, at)
			s.text = append(s.text, text[at:end]...)
			at = end
		}
	}
}

// isWanted tells whether a decoder needs a segment: the tables and the frames,
// and of what applications wrote, what says how colours are to be read.
func isWanted(marker byte, segment []byte) bool {
	switch {
	case marker == app0: // JFIF, without the thumbnail that may follow
		return len(segment) == 16 && bytes.HasPrefix(segment[2:], []byte("JFIF\x00"))
	case marker == app2:
		return harmlessProfile(segment) != nil
	case marker == app14:
		return len(segment) == 14 && bytes.HasPrefix(segment[2:], []byte("Adobe"))
	}
	return (marker < app0 || marker > app15) && marker != comment
}

// endOfScan is where the marker stands that ends the coded pixels. Restarts are
// part of them, and 0xff bytes are followed by 0.
func endOfScan(text []byte, at int) int {
	for {
		next := bytes.IndexByte(text[at:], 0xff)
		if next < 0 || at+next+1 >= len(text) {
			return len(text)
		}
		at += next
		if following := text[at+1]; following != 0 && (following < 0xd0 || following > 0xd7) {
			return at
		}
		at += 2
	}
}

// maxProfile lets in the few small profiles that cameras and telephones bear
// (Display P3, Adobe RGB). A larger one was measured on somebody's screen.
const maxProfile = 1024

// harmlessProfile is the segment of a colour profile that is worth keeping;
// without one, browsers read sRGB.
func harmlessProfile(segment []byte) []byte {
	const head, header = 2 + len("ICC_PROFILE\x00") + 2, 128
	switch {
	case len(segment) < head+header || len(segment) > maxProfile:
	case !bytes.HasPrefix(segment[2:], []byte("ICC_PROFILE\x00\x01\x01")): // the first of one
	case string(segment[head+16:head+20]) != "RGB " || string(segment[head+36:head+40]) != "acsp":
	case bytes.Contains(segment, []byte("sRGB")):
	default:
		return segment
	}
	return nil
}

// withProfile puts the profile that the pixels were made with into a JPEG that
// was made of them.
func withProfile(text, profile []byte) []byte {
	if profile == nil {
		return text
	}
	with := append(make([]byte, 0, len(text)+len(profile)+2), text[:2]...)
	with = append(append(with, 0xff, app2), profile...)
	return append(with, text[2:]...)
}
