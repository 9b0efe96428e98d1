package picture

import (
	"encoding/binary"
	"hash/crc32"
)

// wantedChunks are those of a PNG that say what the pixels are (W3C PNG, third
// edition). A profile (iCCP) names the screen that the picture was taken from.
var wantedChunks = map[string]bool{
	"IHDR": true, "PLTE": true, "tRNS": true, "IDAT": true, "IEND": true,
	"gAMA": true, "cHRM": true, "sRGB": true, "cICP": true,
	"acTL": true, "fcTL": true, "fdAT": true,
}

func stripPNG(text []byte) (stripped, error) {
	const signature = 8
	s := stripped{text: append(make([]byte, 0, len(text)), text[:signature]...)}
	for at := signature; at+12 <= len(text); {
		length := int64(binary.BigEndian.Uint32(text[at:]))
		if length > int64(len(text)-at-12) {
			return s, errShort
		}
		chunk := text[at : at+12+int(length)]
		at += len(chunk)
		kind, data := string(chunk[4:8]), chunk[8:len(chunk)-4]
		switch kind {
		case "IHDR":
			if length != 13 {
				return s, errShort
			}
			s.transparent = s.transparent || data[9]&4 != 0 || data[9] == 3 // alpha, or a palette
		case "tRNS":
			s.transparent = true
		case "acTL":
			s.animated = true
		}
		if !wantedChunks[kind] {
			continue
		}
		if crc32.ChecksumIEEE(chunk[4:len(chunk)-4]) != binary.BigEndian.Uint32(chunk[len(chunk)-4:]) {
			return s, errShort
		}
		s.text = append(s.text, chunk...)
		if kind == "IEND" {
			return s, nil
		}
	}
	return s, errShort
}
