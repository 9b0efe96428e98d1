package picture

import "bytes"

// The blocks of a GIF (GIF89a specification, sections 20 to 27).
const (
	imageBlock   = ','
	introducer   = '!'
	trailer      = ';'
	graphicLabel = 0xf9
	appLabel     = 0xff
)

func stripGIF(text []byte) (stripped, error) {
	const header = 13 // with the screen's descriptor
	if len(text) < header {
		return stripped{}, errShort
	}
	s := stripped{transparent: true}
	at := header + palette(text[10])
	if at > len(text) {
		return s, errShort
	}
	s.text = append(make([]byte, 0, len(text)), text[:at]...)
	images := 0
	for at < len(text) {
		start := at
		switch text[at] {
		case trailer:
			return s.endGIF(images)
		case imageBlock:
			if at+10 > len(text) {
				return s, errShort
			}
			images++
			at = afterBlocks(text, at+11+palette(text[at+9]))
		case introducer:
			at = afterBlocks(text, at+2)
			// Comments and what programs wrote are left out, but for how often
			// an animation is to be played.
			if at <= len(text) && text[start+1] != graphicLabel && !isLoop(text[start:at]) {
				continue
			}
		default:
			return s, errShort
		}
		if at > len(text) {
			return s, errShort
		}
		s.text = append(s.text, text[start:at]...)
	}
	return s.endGIF(images) // many a GIF lacks its last byte
}

func (s stripped) endGIF(images int) (stripped, error) {
	if images == 0 {
		return s, errShort
	}
	s.text, s.animated = append(s.text, trailer), images > 1
	return s, nil
}

func isLoop(block []byte) bool {
	return len(block) == 19 && block[1] == appLabel && bytes.HasPrefix(block[3:], []byte("NETSCAPE2.0"))
}

// palette is how many bytes of colours follow.
func palette(flags byte) int {
	if flags&0x80 == 0 {
		return 0
	}
	return 3 << (flags&7 + 1)
}

// afterBlocks is the place past the sub-blocks at a place and the empty one that
// ends them; past the text's end if it is cut short.
func afterBlocks(text []byte, at int) int {
	for at < len(text) && text[at] != 0 {
		at += int(text[at]) + 1
	}
	return at + 1
}
