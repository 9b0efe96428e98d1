// Package picture is the one door through which images come into a site.
//
// What an editor puts into a content folder comes from telephones, scanners and
// strangers: it bears the place where it was taken, lies on its side, weighs ten
// times what a page may, or is made to bring a decoder down. Nothing of that is
// published. A picture is looked at ([Look]) before anything is decoded; what is
// wrong with it is a [Flaw] that a rule tells its editor. What is fit is
// published in widths ([Resize]) or, where somebody asks for the file itself,
// without what it says of its maker ([Clean]).
//
// The same bytes give the same bytes, whatever the machine.
package picture

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Format is how a picture is written.
type Format string

const (
	JPEG Format = "JPEG"
	PNG  Format = "PNG"
	GIF  Format = "GIF"
	WebP Format = "WebP"
	SVG  Format = "SVG"
)

// A Flaw is why a picture cannot be published; none is empty.
type Flaw string

const (
	TooLarge    Flaw = "too-large"   // in bytes or in pixels
	Unreadable  Flaw = "unreadable"  // cut short, or no picture at all
	Unsupported Flaw = "unsupported" // a format that not all browsers show
	Misnamed    Flaw = "misnamed"    // its name says another format
	Active      Flaw = "active"      // an SVG that runs, moves or asks for something
)

// Facts are what is known of a picture without decoding it.
type Facts struct {
	Format        Format
	Width, Height int // in pixels, upright; of an SVG, those in which it is drawn; 0 if it was not read so far
	Animated      bool
	Sum           string // of its bytes and of how it is resized: part of the names of what is made of it
	Flaw          Flaw
	What          string // of the flaw: the format that it is, what in it acts

	photo   bool // best resized as a JPEG
	turned  int  // the orientation of Exif: 1 is upright
	profile []byte
}

// recipe is changed with whatever changes the bytes that are made of a picture:
// their names change with it.
const recipe = "1"

// Is tells whether a file's name is that of a picture, published or not.
func Is(name string) bool {
	_, known := formats[extension(name)]
	return known
}

// formats are what the ends of names promise; "" is a format that is refused.
var formats = map[string]Format{
	".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".gif": GIF, ".webp": WebP, ".svg": SVG,
	".apng": "", ".avif": "", ".heic": "", ".heif": "", ".jxl": "", ".jp2": "", ".bmp": "", ".tif": "", ".tiff": "",
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// signatures are how files of each format begin.
var signatures = []struct {
	at     int
	start  string
	format Format
	name   string // of one that is refused
}{
	{0, "\xff\xd8\xff", JPEG, ""},
	{0, "\x89PNG\r\n\x1a\n", PNG, ""},
	{0, "GIF87a", GIF, ""},
	{0, "GIF89a", GIF, ""},
	{8, "WEBP", WebP, ""},
	{4, "ftypavif", "", "AVIF"},
	{4, "ftypavis", "", "AVIF"},
	{4, "ftypheic", "", "HEIC"},
	{4, "ftypheix", "", "HEIC"},
	{4, "ftypmif1", "", "HEIC"},
	{4, "ftypmsf1", "", "HEIC"},
	{0, "\xff\x0a", "", "JPEG XL"},
	{0, "\x00\x00\x00\x0cJXL ", "", "JPEG XL"},
	{0, "\x00\x00\x00\x0cjP  ", "", "JPEG 2000"},
	{0, "BM", "", "BMP"},
	{0, "II*\x00", "", "TIFF"},
	{0, "MM\x00*", "", "TIFF"},
	{0, "%PDF-", "", "PDF"},
}

// TooHeavy are the facts of a file that is not even read, for its length.
func TooHeavy(size int64) (Facts, bool) {
	if size <= MaxBytes {
		return Facts{}, false
	}
	return Facts{Flaw: TooLarge}, true
}

// Look says what a file is, by its name and its bytes, without decoding it.
func Look(name string, text []byte) Facts {
	if facts, tooHeavy := TooHeavy(int64(len(text))); tooHeavy {
		return facts
	}
	format, other := formatOf(text)
	switch promised := formats[extension(name)]; {
	case other != "":
		return Facts{Flaw: Unsupported, What: other}
	case promised == "":
		return Facts{Flaw: Unsupported, What: strings.ToUpper(strings.TrimPrefix(extension(name), "."))}
	case format == "":
		return Facts{Flaw: Unreadable}
	case format != promised:
		return Facts{Flaw: Misnamed, What: string(format)}
	case format == SVG:
		return lookAtDrawing(text)
	}
	return lookAtBitmap(format, text)
}

func formatOf(text []byte) (format Format, refused string) {
	for _, s := range signatures {
		if len(text) > s.at && bytes.HasPrefix(text[s.at:], []byte(s.start)) {
			return s.format, s.name
		}
	}
	if looksLikeDrawing(text) {
		return SVG, ""
	}
	return "", ""
}

func sumOf(text []byte) string {
	digest := sha256.New()
	digest.Write([]byte(recipe))
	digest.Write(text)
	return hex.EncodeToString(digest.Sum(nil))[:10]
}

// Clean writes a picture anew without what it says of its maker: same pixels,
// same format. Only one that lies on its side is made again, upright.
func Clean(text []byte, facts Facts) ([]byte, error) {
	switch {
	case facts.Flaw != "":
		return nil, fmt.Errorf("a picture that is %s is not published", facts.Flaw)
	case facts.Format == SVG:
		clean, _, err := cleanSVG(text)
		return clean, err
	case facts.turned != 1:
		pixels, err := decode(text, facts)
		if err != nil {
			return nil, err
		}
		return encode(turn(pixels, facts.turned), facts.Format, facts.profile)
	}
	clean, err := strip(facts.Format, text)
	return clean.text, err
}

// Widths are those in which a picture is published, in pixels, the narrowest
// first: the wanted ones that are narrower than it is and, unless it is wider
// than all of them, its own. A picture is never enlarged.
func Widths(facts Facts, wanted []int) []int {
	if facts.Format == SVG {
		return []int{facts.Width}
	}
	widths := slices.DeleteFunc(slices.Clone(wanted), func(w int) bool { return w >= facts.Width })
	if len(widths) < len(wanted) {
		widths = append(widths, facts.Width)
	}
	return widths
}

// Extension is the end of the name of a picture in a width, with its dot.
func Extension(facts Facts, width int) string {
	switch {
	case facts.Format == SVG:
		return ".svg"
	case facts.keeps(width) && facts.Format == GIF:
		return ".gif"
	case facts.keeps(width) && facts.Format == WebP:
		return ".webp"
	case facts.photo:
		return ".jpg"
	}
	return ".png"
}

// keeps tells whether the picture in this width is the editor's own file,
// cleaned, rather than one that is made. A photograph is always made again:
// cameras save ten times what a page needs.
func (f Facts) keeps(width int) bool {
	if width != f.Width || f.turned != 1 {
		return false
	}
	return f.Format == WebP || !f.photo
}
