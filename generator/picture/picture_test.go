package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// secret stands in every kind of metadata that a picture is given here; no
// byte that is published may hold it.
const secret = "SECRET-48.8977"

// halves is a picture whose upper left quarter is red, on blue.
func halves(width, height int) *image.RGBA {
	i := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.RGBA{0, 0, 255, 255}
			if x < width/2 && y < height/2 {
				c = color.RGBA{255, 0, 0, 255}
			}
			i.SetRGBA(x, y, c)
		}
	}
	return i
}

// noise is a picture that no format makes small.
func noise(width, height int) *image.RGBA {
	i := image.NewRGBA(image.Rect(0, 0, width, height))
	state := uint32(1)
	for at := range i.Pix {
		state = state*1664525 + 1013904223
		i.Pix[at] = byte(state >> 24)
		if at%4 == 3 {
			i.Pix[at] = 255
		}
	}
	return i
}

func asJPEG(t testing.TB, i image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, i, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, i image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, i); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is what a telephone writes: how it was held, who it is, and where.
func exif(orientation uint16) []byte {
	order := binary.BigEndian
	b := []byte("MM\x00*\x00\x00\x00\x08")
	entry := func(tag, kind uint16, count uint32, value []byte) {
		b = order.AppendUint16(order.AppendUint16(b, tag), kind)
		b = append(order.AppendUint32(b, count), value...)
	}
	b = order.AppendUint16(b, 3)
	entry(0x010f, 2, uint32(len(secret)), []byte{0, 0, 0, 50}) // maker, after this directory
	entry(0x0112, 3, 1, []byte{byte(orientation >> 8), byte(orientation), 0, 0})
	entry(0x8825, 4, 1, []byte{0, 0, 0, byte(50 + len(secret))}) // the place
	b = append(b, 0, 0, 0, 0)
	b = append(b, secret...)
	b = order.AppendUint16(b, 1)
	entry(0x0001, 2, 2, []byte("N\x00\x00\x00"))
	return append(b, 0, 0, 0, 0)
}

func segment(marker byte, data string) []byte {
	s := binary.BigEndian.AppendUint16([]byte{0xff, marker}, uint16(len(data)+2))
	return append(s, data...)
}

// telephone puts into a JPEG all that a telephone does.
func telephone(text []byte, orientation uint16) []byte {
	with := slices.Clone(text[:2])
	with = append(with, segment(0xe0, "JFXX\x00\x10"+secret)...)
	with = append(with, segment(0xe1, "Exif\x00\x00"+string(exif(orientation)))...)
	with = append(with, segment(0xe1, "http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta>"+secret)...)
	with = append(with, segment(0xe2, "MPF\x00"+secret)...)
	with = append(with, segment(0xe2, "ICC_PROFILE\x00\x01\x01"+strings.Repeat("x", 2000)+secret)...)
	with = append(with, segment(0xed, "Photoshop 3.0\x00"+secret)...)
	with = append(with, segment(0xfe, secret)...)
	with = append(with, text[2:]...)
	return append(with, "PK\x03\x04"+secret...) // what follows the picture
}

func chunk(kind, data string) []byte {
	c := append(binary.BigEndian.AppendUint32(nil, uint32(len(data))), kind+data...)
	return binary.BigEndian.AppendUint32(c, crc32.ChecksumIEEE([]byte(kind+data)))
}

func withChunks(text []byte, more ...[]byte) []byte {
	const head = 8 + 25 // the signature and IHDR
	return slices.Concat(text[:head], slices.Concat(more...), text[head:])
}

// asGIF is a GIF with a comment, of so many images.
func asGIF(t testing.TB, images int) []byte {
	t.Helper()
	g := &gif.GIF{}
	for range images {
		g.Image = append(g.Image, image.NewPaletted(image.Rect(0, 0, 600, 20), color.Palette{color.White, color.Black}))
		g.Delay = append(g.Delay, 1)
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, g); err != nil {
		t.Fatal(err)
	}
	text := b.Bytes()
	at := 13 + palette(text[10])
	return slices.Concat(text[:at], []byte("!\xfe\x0e"+secret+"\x00"), text[at:])
}

// asWebP is one lossy pixel, with Exif and XMP.
func asWebP(extended bool) []byte {
	frame := "\x30\x01\x00\x9d\x01\x2a\x01\x00\x01\x00\x02\x00\x34\x25\xa4\x00\x03\x70\x00\xfe\xfb\xfd\x50\x00"
	part := func(kind, data string) string {
		p := kind + string(binary.LittleEndian.AppendUint32(nil, uint32(len(data)))) + data
		return p + strings.Repeat("\x00", len(data)&1)
	}
	body := part("VP8 ", frame)
	if extended {
		body = part("VP8X", "\x0c\x00\x00\x00\x00\x00\x00\x00\x00\x00") + body + part("EXIF", secret) + part("XMP ", secret)
	}
	return []byte("RIFF" + string(binary.LittleEndian.AppendUint32(nil, uint32(len(body)+4))) + "WEBP" + body)
}

// Whatever a file says of its maker, nothing that is published says it, and it
// is still the picture.
func TestNothingButPixelsIsPublished(t *testing.T) {
	screen := asPNG(t, halves(700, 300))
	for name, text := range map[string][]byte{
		"a.jpg":  telephone(asJPEG(t, noise(700, 300)), 1),
		"b.JPG":  telephone(asJPEG(t, halves(700, 300)), 6),
		"c.png":  withChunks(screen, chunk("tEXt", "Author\x00"+secret), chunk("eXIf", string(exif(1))), chunk("iTXt", secret), chunk("zTXt", secret), chunk("tIME", "1234567"), chunk("iCCP", secret), chunk("prVt", secret)),
		"d.png":  append(slices.Clone(screen), "PK\x03\x04"+secret...),
		"e.gif":  append(asGIF(t, 1), secret...),
		"f.webp": append(asWebP(true), secret...),
		"g.svg":  []byte(`<?xml version="1.0"?><!-- ` + secret + ` --><svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:i" i:docname="` + secret + `" data-x="` + secret + `" width="700" height="300"><metadata>` + secret + `</metadata><i:view>` + secret + `</i:view>` + secret + `<path d="M0 0"/></svg>`),
	} {
		facts := Look(name, text)
		if facts.Flaw != "" {
			t.Errorf("%s is %s (%s)", name, facts.Flaw, facts.What)
			continue
		}
		clean, err := Clean(text, facts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		widths := Widths(facts, []int{480, 960})
		made, err := Resize(text, facts, widths)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for i, out := range append(made, clean) {
			if bytes.Contains(out, []byte("SECRET")) || bytes.Contains(out, []byte("Exif")) {
				t.Errorf("%s: what is published (%d) still tells who made it", name, i)
			}
			end, width := "x"+strings.ToLower(name[1:]), facts.Width
			if i < len(made) {
				width = widths[i]
				end = "x" + Extension(facts, width)
			}
			again := Look(end, out)
			if again.Flaw != "" || again.Width != width || again.Height != facts.HeightAt(width) {
				t.Errorf("%s (%d) was made %+v, wanted %d wide", name, i, again, width)
			}
			if again.Format != SVG {
				if _, err := decode(out, again); err != nil {
					t.Errorf("%s (%d): %v", name, i, err)
				}
			}
		}
	}
}

// However the camera was held, the red quarter is where the photographer saw
// it: turning is undone before Exif is dropped.
func TestPicturesStandUpright(t *testing.T) {
	// For each orientation, where the upper left quarter of the file belongs.
	for orientation, want := range map[uint16]image.Point{
		1: {0, 0}, 2: {1, 0}, 3: {1, 1}, 4: {0, 1}, 5: {0, 0}, 6: {1, 0}, 7: {1, 1}, 8: {0, 1},
	} {
		text := telephone(asJPEG(t, halves(640, 320)), orientation)
		facts := Look("a.jpg", text)
		wide := image.Pt(640, 320)
		if orientation >= 5 {
			wide = image.Pt(320, 640)
		}
		if got := image.Pt(facts.Width, facts.Height); got != wide {
			t.Errorf("orientation %d: the picture is %v, not %v", orientation, got, wide)
			continue
		}
		made, err := Resize(text, facts, []int{160})
		if err != nil {
			t.Fatal(err)
		}
		clean, err := Clean(text, facts)
		if err != nil {
			t.Fatal(err)
		}
		for _, out := range append(made, clean) {
			pixels, err := jpeg.Decode(bytes.NewReader(out))
			if err != nil {
				t.Fatal(err)
			}
			size := pixels.Bounds().Size()
			for y := range 2 {
				for x := range 2 {
					r, _, b, _ := pixels.At(size.X/4+x*size.X/2, size.Y/4+y*size.Y/2).RGBA()
					if isRed := r > b; isRed != (image.Pt(x, y) == want) {
						t.Errorf("orientation %d, %d wide: the quarter %d,%d is red: %v", orientation, size.X, x, y, isRed)
					}
				}
			}
		}
	}
}

func TestWidths(t *testing.T) {
	wanted := []int{480, 960, 1600}
	for own, want := range map[int]string{100: "[100]", 480: "[480]", 481: "[480 481]", 1000: "[480 960 1000]", 1600: "[480 960 1600]", 4000: "[480 960 1600]"} {
		if got := fmt.Sprint(Widths(Facts{Format: JPEG, Width: own}, wanted)); got != want {
			t.Errorf("a picture %d wide is published in %s, not %s", own, got, want)
		}
	}
	text := asJPEG(t, halves(100, 50))
	if _, err := Resize(text, Look("a.jpg", text), []int{200}); err == nil {
		t.Error("a picture was enlarged")
	}
}

// What cannot hide a sharp line stays a PNG; a photograph does not.
func TestFormats(t *testing.T) {
	transparent := noise(200, 200)
	transparent.Pix[3] = 0
	for _, test := range []struct {
		name  string
		text  []byte
		width int
		want  string
	}{
		{"a.jpg", asJPEG(t, halves(200, 200)), 200, ".jpg"},
		{"a.png", asPNG(t, halves(200, 200)), 100, ".png"},
		{"a.png", asPNG(t, noise(200, 200)), 200, ".jpg"},
		{"a.png", asPNG(t, transparent), 100, ".png"},
		{"a.gif", asGIF(t, 1), 100, ".png"},
		{"a.gif", asGIF(t, 1), 600, ".gif"},
		{"a.webp", asWebP(false), 1, ".webp"},
	} {
		facts := Look(test.name, test.text)
		made, err := Resize(test.text, facts, []int{test.width})
		if err != nil {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		if got := Extension(facts, test.width); got != test.want {
			t.Errorf("%s is published as %s, not %s", test.name, got, test.want)
		}
		if format, _ := formatOf(made[0]); format != formats[test.want] {
			t.Errorf("%s is published as %s, in a file %s", test.name, format, test.want)
		}
	}
}

func TestAnimations(t *testing.T) {
	still := asPNG(t, halves(20, 20))
	for name, test := range map[string]struct {
		text []byte
		want bool
	}{
		"a.gif": {asGIF(t, 2), true}, "b.gif": {asGIF(t, 1), false},
		"a.png": {withChunks(still, chunk("acTL", "\x00\x00\x00\x02\x00\x00\x00\x00")), true}, "b.png": {still, false},
	} {
		if facts := Look(name, test.text); facts.Animated != test.want || facts.Flaw != "" {
			t.Errorf("%s: %+v", name, facts)
		}
	}
}

// The names of what is made change with the recipe: whoever changes these bytes,
// a new compiler too, changes it, or browsers and sites keep the old ones.
func TestRecipe(t *testing.T) {
	if runtime.GOARCH != "amd64" {
		t.Skip("other processors multiply and add in one step, and may round a pixel otherwise")
	}
	text := asJPEG(t, halves(200, 120))
	made, err := Resize(text, Look("a.jpg", text), []int{80, 160})
	if err != nil {
		t.Fatal(err)
	}
	flat := asPNG(t, halves(200, 120))
	more, err := Resize(flat, Look("a.png", flat), []int{80})
	if err != nil {
		t.Fatal(err)
	}
	if got := recipe + " " + sumOf(slices.Concat(made[0], made[1], more[0])); got != "1 12a6068763" {
		t.Errorf("what is made of pictures has changed: %s", got)
	}
}

// BenchmarkTelephone makes what a page needs of a picture of 12 million pixels.
func BenchmarkTelephone(b *testing.B) {
	text := telephone(asJPEG(b, halves(4032, 3024)), 6)
	b.Run("look", func(b *testing.B) {
		for b.Loop() {
			Look("a.jpg", text)
		}
	})
	facts := Look("a.jpg", text)
	b.Run("resize", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Resize(text, facts, []int{480, 960, 1600}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
