package page

import (
	"greffe/generator/council"
	"greffe/generator/markdown"
	"greffe/generator/site"
)

// Picture is a document's image, which opens its page; nil if it has none that
// may be shown.
func (v *View) Picture(of council.Documented) *site.Picture {
	image := council.Picture(of)
	if image == nil {
		return nil
	}
	file, ok := v.File(of.Common(), image.File)
	if !ok {
		return nil
	}
	return v.publisher.Addresses.Picture(of, image.File, file, site.UseOf(of))
}

// pictured is what a picture within a body leads to: nothing, if it cannot be
// shown.
func (v *View) pictured(document council.Documented, name council.FileName) markdown.Target {
	file, ok := v.File(document.Common(), name)
	if !ok {
		return markdown.Target{}
	}
	p := v.publisher.Addresses.Picture(document, name, file, site.Figure)
	if p == nil {
		return markdown.Target{}
	}
	target := markdown.Target{Href: p.Address(), Width: p.Width, Height: p.Height, Srcset: p.Srcset()}
	if target.Srcset != "" {
		target.Sizes = p.Sizes
	}
	return target
}

// imageAddress is that of a document's image for other programs, "" if it has
// none.
func (v *View) imageAddress(of council.Documented) string {
	if picture := v.Picture(of); picture != nil {
		return v.Absolute(picture.Address())
	}
	return ""
}
