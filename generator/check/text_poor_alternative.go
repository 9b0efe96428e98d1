package check

import (
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
)

// poorAlternative: an image's alternative that tells nothing to who does not see
// it: the file's name, "photo", the caption once more; or too much (RGAA 1.3).
var poorAlternative = Rule{
	Name:     "poor-alternative",
	Severity: diagnostic.Warning,
	Document: func(c *council.Council, document council.Documented, report Reporter) {
		eachImage(c, document, func(i image) {
			if why := i.poor(); why != "" {
				report(i.position, why, diagnostic.Args{"text": excerpt(i.alt), "n": strconv.Itoa(utf8.RuneCountInString(i.alt))})
			}
		})
	},
}

// An image is one that a document shows, wherever it is named.
type image struct {
	file, alt, caption string
	language           string
	position           diagnostic.Position
	body               text // around it
}

func eachImage(c *council.Council, document council.Documented, visit func(image)) {
	entry := document.Common()
	if i := entry.Image; i != nil && !i.Decorative {
		shown := image{file: string(i.File), alt: i.Alt, caption: i.Caption, language: languageOf(c, entry), position: at(document, "image.alt")}
		if body := entry.Body; body != nil {
			shown.body = text{Text: body}
		}
		visit(shown)
	}
	eachText(c, document, func(t text) {
		for _, link := range t.Links {
			if link.Image && link.Text != "" {
				visit(image{link.Destination, link.Text, link.Title, t.Language, link.Position, t})
			}
		}
	})
}

// startsOfNothing are how an alternative should not begin: a screen reader has
// said that this is an image.
var startsOfNothing = map[string][]string{
	"fr": {"image de ", "image d'", "image du ", "image des ", "image montrant ", "image representant ", "photo de ", "photo d'", "photo du ", "photo des ", "photographie de ", "photographie d'", "photographie du ", "photographie des "},
	"en": {"image of ", "picture of ", "photo of ", "photograph of "},
}

var nothing = set("image", "photo", "photographie", "photos", "illustration", "visuel", "logo", "figure", "picture", "photograph", "img", "capture", "sans titre", "untitled")

// mostAlternative is how long an alternative may be, in characters; what needs
// more needs a description.
const mostAlternative = 120

// poor is the hint that mends the alternative, or "".
func (i *image) poor() string {
	alt := strings.TrimSpace(council.Fold(i.alt))
	if alt == "" {
		return ""
	}
	base := path.Base(i.file)
	stem := strings.TrimSuffix(base, path.Ext(base))
	switch {
	case alt == council.Fold(base), alt == council.Fold(stem), strings.HasPrefix(alt, "img_"), strings.HasPrefix(alt, "dsc_"), isFileName(alt):
		return "alternative-of-file"
	case nothing[alt]:
		return "alternative-says-nothing"
	case i.caption != "" && alt == strings.TrimSpace(council.Fold(i.caption)):
		return "alternative-is-caption"
	case utf8.RuneCountInString(i.alt) > mostAlternative:
		return "alternative-too-long"
	}
	for _, start := range startsOfNothing[i.language] {
		if strings.HasPrefix(alt, start) {
			return "alternative-begins-image"
		}
	}
	return ""
}

func isFileName(alt string) bool {
	if strings.ContainsRune(alt, ' ') {
		return false
	}
	switch path.Ext(alt) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif", ".heic", ".bmp", ".tif", ".tiff":
		return true
	}
	return false
}
