package check

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"greffe/generator/council"
	"greffe/generator/diagnostic"
	"greffe/generator/picture"
)

// What is wrong with a picture is one thing ([picture.Look]); each flaw has its
// rule.

// mending says how each flaw is mended.
var mending = map[picture.Flaw]string{
	picture.Unreadable: "save-again", picture.Unsupported: "convert-picture",
	picture.Misnamed: "rename-picture", picture.Active: "plain-drawing",
}

// eachUnfit reports the pictures with a flaw that a document names, shown or
// attached, wherever they are named.
func eachUnfit(c *council.Council, document council.Documented, flaw picture.Flaw, report Reporter) {
	entry := document.Common()
	look := func(position diagnostic.Position, name council.FileName) {
		if !picture.Is(path.Clean(string(name))) { // most links lead to documents
			return
		}
		if file, ok := c.File(entry, name); ok {
			reportUnfit(file, name, flaw, position, report)
		}
	}
	council.EachFile(document, func(where string, name council.FileName) { look(at(document, where), name) })
	eachText(c, document, func(t text) {
		for _, link := range t.Links {
			if target, _, _ := strings.Cut(link.Destination, "#"); target != "" && !strings.Contains(target, ":") {
				look(link.Position, council.FileName(target))
			}
		}
	})
}

func unfitLogo(c *council.Council, flaw picture.Flaw, report Reporter) {
	if name := c.Settings.Appearance.Logo; name != "" {
		if file, ok := c.SettingsFile(name); ok && picture.Is(file.Name) {
			reportUnfit(file, name, flaw, inSettings(c, "appearance.logo"), report)
		}
	}
}

func reportUnfit(file council.File, name council.FileName, flaw picture.Flaw, at diagnostic.Position, report Reporter) {
	facts := file.Facts().Picture
	if facts == nil || facts.Flaw != flaw {
		return
	}
	args := diagnostic.Args{"file": string(name), "text": facts.What}
	hint := mending[flaw]
	if flaw == picture.TooLarge {
		hint, args = tooLarge(file, facts, args)
	}
	report(at, hint, args)
}

// tooLarge says what of a picture is too large, and how large it may be.
func tooLarge(file council.File, facts *picture.Facts, args diagnostic.Args) (string, diagnostic.Args) {
	switch {
	case facts.Width > 0:
		args["text"] = fmt.Sprintf("%d × %d", facts.Width, facts.Height)
		args["most"] = strconv.Itoa(picture.MaxPixels / 1_000_000)
		return "fewer-pixels", args
	case strings.EqualFold(path.Ext(file.Name), ".svg"):
		args["most"] = strconv.Itoa(picture.MaxSVG >> 20)
		return "simpler-drawing", args
	}
	args["most"] = strconv.Itoa(picture.MaxBytes >> 20)
	return "fewer-bytes", args
}
