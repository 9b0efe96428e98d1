package picture

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
)

func drawn(inside string) []byte {
	return []byte(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 5">` + inside + `</svg>`)
}

// bomb is a PNG that says it is so large, in less than a hundred bytes.
func bomb(width, height uint32, bits byte) []byte {
	head := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	return append([]byte("\x89PNG\r\n\x1a\n"), append(chunk("IHDR", string(head)+string([]byte{bits, 6, 0, 0, 0})), chunk("IEND", "")...)...)
}

func TestHostilePictures(t *testing.T) {
	photo, flat := asJPEG(t, noise(64, 64)), asPNG(t, halves(64, 64))
	broken := bytes.Clone(flat)
	broken[len(broken)-20] ^= 1
	lying := bytes.Clone(photo)
	binary.BigEndian.PutUint16(lying[4:], 0xffff)
	for name, test := range map[string]struct {
		file string
		text []byte
		want Flaw
	}{
		"a bomb of pixels":              {"a.png", bomb(60_000, 60_000, 8), TooLarge},
		"a long thin one":               {"a.png", bomb(1, 2_000_000, 8), TooLarge},
		"one of deep colours":           {"a.png", bomb(7_000, 7_000, 16), TooLarge},
		"no size":                       {"a.png", bomb(0, 10, 8), Unreadable},
		"no pixels":                     {"a.png", bomb(10, 10, 8)[:20], Unreadable},
		"a bomb of bytes":               {"a.png", make([]byte, MaxBytes+1), TooLarge},
		"a photograph cut short":        {"a.jpg", photo[:len(photo)/2], Unreadable},
		"a screenshot cut short":        {"a.png", flat[:len(flat)-15], Unreadable},
		"a bit turned":                  {"a.png", broken, Unreadable},
		"a length beyond the end":       {"a.jpg", lying, Unreadable},
		"a GIF cut short":               {"a.gif", asGIF(t, 1)[:30], Unreadable},
		"a WebP cut short":              {"a.webp", asWebP(true)[:40], Unreadable},
		"an empty file":                 {"a.png", nil, Unreadable},
		"a text":                        {"a.jpg", []byte("not a picture"), Unreadable},
		"a page under a picture's name": {"a.png", []byte("<!doctype html><script>alert(1)</script>"), Unreadable},
		"a PDF under a picture's name":  {"a.jpg", []byte("%PDF-1.7 x"), Unsupported},
		"a PNG named JPEG":              {"a.jpg", flat, Misnamed},
		"an SVG named PNG":              {"a.png", drawn(""), Misnamed},
		"a PNG named SVG":               {"a.svg", flat, Misnamed},
		"HEIC":                          {"a.heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00"), Unsupported},
		"HEIC named JPEG":               {"a.jpg", []byte("\x00\x00\x00\x18ftypheic\x00\x00"), Unsupported},
		"AVIF":                          {"a.avif", []byte("\x00\x00\x00\x18ftypavif\x00\x00"), Unsupported},
		"TIFF":                          {"a.tiff", []byte("II*\x00\x00\x00"), Unsupported},

		"a drawing":                      {"a.svg", drawn(`<g id="a" fill="#fff"><path d="M0 0h9"/></g><use href="#a"/><use xlink:href="#a"/><style>.b{fill:url(#g)}</style>`), ""},
		"a drawing that names Open data": {"a.svg", drawn(`<g aria-label="Open data: transition"><title>javascript: what it is</title></g>`), ""},
		"a doctype":                      {"a.svg", append([]byte(`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">`), drawn("")...), ""},
		"script":                         {"a.svg", drawn(`<script>alert(1)</script>`), Active},
		"script in another namespace":    {"a.svg", drawn(`<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>`), Active},
		"script in what is left out":     {"a.svg", drawn(`<metadata><script/></metadata>`), Active},
		"script in capitals":             {"a.svg", drawn(`<SCRIPT/>`), Active},
		"an event":                       {"a.svg", drawn(`<g onload="x()"/>`), Active},
		"an event in capitals":           {"a.svg", drawn(`<g ONLOAD="x()"/>`), Active},
		"an event of the root":           {"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>`), Active},
		"another document within":        {"a.svg", drawn(`<foreignObject><div/></foreignObject>`), Active},
		"an animation":                   {"a.svg", drawn(`<animate attributeName="x"/>`), Active},
		"a setting":                      {"a.svg", drawn(`<set attributeName="href" to="javascript:x"/>`), Active},
		"an animation by style":          {"a.svg", drawn(`<style>@keyframes a{}</style>`), Active},
		"an import":                      {"a.svg", drawn(`<style>@im/**/port "x";</style>`), Active},
		"an escaped import":              {"a.svg", drawn(`<style>@\69mport "x";</style>`), Active},
		"an import in CDATA":             {"a.svg", drawn(`<style><![CDATA[@import "x";]]></style>`), Active},
		"an import in pieces":            {"a.svg", drawn(`<style>@imp<![CDATA[ort "x";]]></style>`), Active},
		"an import around a comment":     {"a.svg", drawn(`<style>@imp<!-- -->ort "x";</style>`), Active},
		"an import around an element":    {"a.svg", drawn(`<style>@imp<title/>ort "x";</style>`), Active},
		"an import around a style":       {"a.svg", drawn(`<style>@imp<style>x</style>ort "x";</style>`), Active},
		"an import between no comments":  {"a.svg", drawn(`<style>a{content:"/*"} @import "x"; b{content:"*/"}</style>`), Active},
		"a picture of elsewhere":         {"a.svg", drawn(`<image href="https://a.example/x.png"/>`), Active},
		"a use of elsewhere":             {"a.svg", drawn(`<use xlink:href="https://a.example/x.svg#a"/>`), Active},
		"a use of data":                  {"a.svg", drawn(`<use href="data:image/svg+xml,x"/>`), Active},
		"a fill of elsewhere":            {"a.svg", drawn(`<g fill="url( 'https://a.example/x.svg#a' )"/>`), Active},
		"a style of elsewhere":           {"a.svg", drawn(`<g style="fill:url(//a.example/x)"/>`), Active},
		"a link that runs":               {"a.svg", drawn(`<a href="javascript:alert(1)"><path/></a>`), Active},
		"an entity":                      {"a.svg", append([]byte(`<!DOCTYPE svg [<!ENTITY a "b">]>`), drawn("&a;")...), Active},
		"an entity of elsewhere":         {"a.svg", append([]byte(`<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>`), drawn("&a;")...), Active},
		"an unknown entity":              {"a.svg", drawn("&a;"), Unreadable},
		"a style sheet of elsewhere":     {"a.svg", append([]byte(`<?xml-stylesheet href="x"?>`), drawn("")...), Active},
		"never closed":                   {"a.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><g>`), Unreadable},
		"closed otherwise":               {"a.svg", drawn(`<g></path>`), Unreadable},
		"two roots":                      {"a.svg", append(drawn(""), drawn("")...), Unreadable},
		"deep":                           {"a.svg", drawn(strings.Repeat("<g>", 100) + strings.Repeat("</g>", 100)), Unreadable},
		"long":                           {"a.svg", drawn(strings.Repeat(" ", MaxSVG)), TooLarge},
		"UTF-16":                         {"a.svg", []byte("<?xml version=\"1.0\" encoding=\"utf-16\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), Unreadable},
	} {
		t.Run(name, func(t *testing.T) {
			facts := Look(test.file, test.text)
			if facts.Flaw != test.want {
				t.Errorf("%q (%s), wanted %q", facts.Flaw, facts.What, test.want)
			}
			if facts.Flaw == "" {
				if _, err := Clean(test.text, facts); err != nil {
					t.Error(err)
				}
			}
		})
	}
}

// What is left of a drawing is a drawing: cleaning it twice changes nothing.
func TestDrawingsAreWrittenAnew(t *testing.T) {
	const want = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5"><g id="a" xml:lang="fr"><title>L&#39;été &lt;3</title><use href="#a"></use></g></svg>`
	text := []byte(`<?xml version="1.0"?><s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="x" viewBox="0 0 10 5"><s:g id="a" xml:lang="fr" xlink:type="simple"><s:title>L'été &lt;3</s:title><s:use xlink:href="#a"/></s:g></s:svg>`)
	for range 2 {
		clean, size, err := cleanSVG(text)
		if err != nil || string(clean) != want || size != (svgSize{960, 480}) {
			t.Fatalf("%v %v\n%s\nwanted\n%s", err, size, clean, want)
		}
		text = clean
	}
}

// Whatever the bytes, looking does not fail, what is called fit can be cleaned,
// and what is cleaned is fit.
func FuzzLook(f *testing.F) {
	for _, text := range [][]byte{
		telephone(asJPEG(f, halves(16, 16)), 6), withChunks(asPNG(f, halves(16, 16)), chunk("tEXt", secret)),
		asGIF(f, 2), asWebP(true), drawn(`<g fill="url(#a)"/>`), bomb(60_000, 60_000, 8),
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		for end := range formats {
			facts := Look("a"+end, text)
			if facts.Flaw != "" || facts.Width*facts.Height > 1<<20 {
				continue
			}
			clean, err := Clean(text, facts)
			if err != nil {
				if facts.turned == 1 {
					t.Fatalf("what was called fit cannot be cleaned: %v", err)
				}
				continue // its pixels cannot be read
			}
			if again := Look("a"+end, clean); again.Flaw != "" {
				t.Fatalf("what was cleaned is %s (%s)", again.Flaw, again.What)
			}
			if bytes.Contains(clean, []byte("<script")) && facts.Format == SVG {
				t.Fatal("a script was let through")
			}
			_, _ = Resize(text, facts, []int{1})
		}
	})
}
