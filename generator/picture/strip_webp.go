package picture

import "encoding/binary"

// The flags of a WebP's extended header (WebP container specification).
const (
	webpAnimated    = 0x02
	webpTransparent = 0x10
)

func stripWebP(text []byte) (stripped, error) {
	const header = 12
	if len(text) < header || string(text[:4]) != "RIFF" {
		return stripped{}, errShort
	}
	size := int64(binary.LittleEndian.Uint32(text[4:])) + 8
	if size > int64(len(text)) || size < header {
		return stripped{}, errShort
	}
	text = text[:size]
	s := stripped{text: append(make([]byte, 0, len(text)), text[:header]...)}
	pixels := false
	for at := header; at+8 <= len(text); {
		length := int64(binary.LittleEndian.Uint32(text[at+4:]))
		length += length & 1
		if length > int64(len(text)-at-8) {
			return s, errShort
		}
		chunk := text[at : at+8+int(length)]
		at += len(chunk)
		switch string(chunk[:4]) {
		case "VP8X":
			if length < 10 {
				return s, errShort
			}
			s.animated = chunk[8]&webpAnimated != 0
			s.transparent = s.transparent || chunk[8]&webpTransparent != 0
			s.text = append(s.text, chunk...)
			s.text[len(s.text)-len(chunk)+8] &= webpAnimated | webpTransparent // no profile, Exif or XMP follows
		case "VP8 ":
			s.lossy, pixels = true, true
			s.text = append(s.text, chunk...)
		case "VP8L":
			s.transparent, pixels = true, true
			s.text = append(s.text, chunk...)
		case "ANMF":
			pixels = true
			s.text = append(s.text, chunk...)
		case "ALPH", "ANIM":
			s.text = append(s.text, chunk...)
		}
	}
	if !pixels {
		return s, errShort
	}
	binary.LittleEndian.PutUint32(s.text[4:], uint32(len(s.text)-8))
	return s, nil
}
